"""The counts of one table by their labels: the step between a sheet and tables that the kit can audit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from disclosure.own_table.layout.adding_up import Lines, Nesting, nesting_of
from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.measures import Measure

HIDDEN: Final = np.nan

Key = tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """One dimension of a table.

    Args:
        name: what it is called.
        labels: its labels, in the order of the sheet.
        hints: for each label, whether it is called a total; None where somebody said that it is none.
        groups: for each label, the group in which it stands.
        axis: whether its labels name rows or columns.
        places: for each label, where it stands, such as ``"row 7"``.
        parts_of: for labels that are parts of others by their name ("of which"), the place of the whole.
    """

    name: str
    labels: Key
    hints: tuple[bool | None, ...]
    groups: Key
    axis: Literal["rows", "columns"]
    places: Key
    parts_of: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Share:
    """One printed percentage.

    Args:
        address: where it stands.
        number: the number, as printed.
        measure: its column.
        counts: the address of the count of which it is the percentage.
    """

    address: str
    number: float
    measure: Measure
    counts: str


@dataclass(frozen=True)
class Grid:
    """The counts of one table.

    Args:
        block: where the table stands.
        decimal: its decimal sign.
        dimensions: its dimensions; each cell has one label of each.
        keys: the labels of each cell that counts, by its address.
        numbers: the counts that are printed, by address.
        marks: what stands in place of a count, by address; empty text where nothing does.
        shares: the percentages.
        measures: what its columns hold.
        notes: footnotes and titles.
        absent: labels of combinations that stand nowhere.
    """

    block: Block
    decimal: str
    dimensions: tuple[Dimension, ...]
    keys: Mapping[str, Key]
    numbers: Mapping[str, int]
    marks: Mapping[str, str]
    shares: tuple[Share, ...]
    measures: tuple[Measure, ...]
    notes: tuple[str, ...]
    absent: tuple[Key, ...] = ()

    def values(self) -> np.ndarray:
        """The printed counts; not a number where one is hidden; one axis per dimension."""
        places = [{label: k for k, label in enumerate(dimension.labels)} for dimension in self.dimensions]
        found = np.full([len(dimension.labels) for dimension in self.dimensions], HIDDEN)
        for address, number in self.numbers.items():
            found[tuple(where[label] for where, label in zip(places, self.keys[address], strict=True))] = number
        return found

    def nestings(self, slack: float = 0) -> list[Nesting]:
        """For each dimension, which labels add up to which."""
        values, found = self.values(), []
        for axis, dimension in enumerate(self.dimensions):
            by_label = np.moveaxis(values, axis, 0).reshape(len(dimension.labels), -1)
            inside = {dimension.labels.index(part) for part in dimension.parts_of}
            kept = [k for k in range(len(dimension.labels)) if k not in inside]
            lines = Lines(
                by_label[kept], [dimension.hints[k] for k in kept], [dimension.groups[k] for k in kept], slack
            )
            found.append(_renumbered(nesting_of(lines), kept))
        return found

    def address_of(self, key: Sequence[str]) -> str | None:
        """Where the count with these labels stands."""
        return self.by_key.get(tuple(key))

    @property
    def by_key(self) -> dict[Key, str]:
        """The addresses of counts by their labels."""
        return {key: address for address, key in self.keys.items()}


def _renumbered(found: Nesting, kept: Sequence[int]) -> Nesting:
    """The same nesting, by the places of labels in the whole dimension."""
    return Nesting(
        {kept[part]: kept[total] for part, total in found.parent.items()},
        tuple(kept[root] for root in found.roots),
        tuple(kept[line] for line in found.unsure),
        {kept[line]: gap for line, gap in found.broken.items()},
        tuple((kept[total], tuple(kept[part] for part in parts)) for total, parts in found.others),
    )
