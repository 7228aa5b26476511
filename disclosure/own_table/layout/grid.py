"""The counts of one table by their labels: the step between a sheet and tables that the kit can audit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

import numpy as np

from disclosure.own_table.layout.adding_up import Nesting, nesting_of
from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.lines import Lines
from disclosure.own_table.layout.measures import Measure
from disclosure.own_table.sheets.unreadable import UnreadableError

HIDDEN: Final = np.nan

TWICE: Final = "{place} is called {label!r} like {first}, in one total: take one out, or call it by another name."

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

    @property
    def called(self) -> tuple[str, str]:
        """What its labels name, and of what, in words; nothing where no heading names it.

        Examples:
            >>> Dimension("district", (), (), (), "rows", ()).called
            ('line', " of 'district'")
            >>> Dimension("column", (), (), (), "columns", ()).called
            ('column', '')
        """
        what = "line" if self.axis == "rows" else "column"
        return what, "" if self.name in ("row", "line", "column") else f" of {self.name!r}"


@dataclass(frozen=True)
class Share:
    """One printed percentage.

    Args:
        address: where it stands.
        number: the number, as printed.
        measure: its column.
    """

    address: str
    number: float
    measure: Measure


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
        rows_of_shares: the rows of the sheet that hold percentages; they are not used.
        nobody: marks that stand for nobody, as somebody answered: they add up like zeros.
        marks_beside: marks in columns of percentages and of statistics, by address.
        behind: for columns of percentages, the column of whose people they are shares, if the counts behind them stand
            nowhere: these are cells of the table, and none of them is printed.
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
    rows_of_shares: tuple[int, ...] = ()
    nobody: frozenset[str] = frozenset()
    marks_beside: Mapping[str, str] = field(default_factory=dict)
    behind: Mapping[Measure, Measure] = field(default_factory=dict)

    def values(self) -> np.ndarray:
        """The printed counts; not a number where one is hidden; one axis per dimension."""
        places = [{label: k for k, label in enumerate(dimension.labels)} for dimension in self.dimensions]
        found = np.full([len(dimension.labels) for dimension in self.dimensions], HIDDEN)
        zeros = {address: 0 for address, mark in self.marks.items() if mark in self.nobody}
        for address, number in {**self.numbers, **zeros}.items():
            found[tuple(where[label] for where, label in zip(places, self.keys[address], strict=True))] = number
        return found

    def lines_of(self, axis: int, slack: float = 0) -> Lines:
        """The lines of one dimension, for adding up: all others together are their columns."""
        dimension = self.dimensions[axis]
        values = np.moveaxis(self.values(), axis, 0).reshape(len(dimension.labels), -1)
        return Lines(values, dimension.hints, dimension.groups, slack)

    def nestings(self, slack: float = 0) -> list[Nesting]:
        """For each dimension, which labels add up to which."""
        found = []
        for axis, dimension in enumerate(self.dimensions):
            every = self.lines_of(axis, slack)
            inside = {dimension.labels.index(part) for part in dimension.parts_of}
            kept = [k for k in range(len(dimension.labels)) if k not in inside]
            hints, groups = [every.hints[k] for k in kept], [every.groups[k] for k in kept]
            found.append(_renumbered(nesting_of(Lines(every.values[kept], hints, groups, slack)), kept))
        return found

    def place_in(self, axis: int, line: int, column: int) -> tuple[str, int]:
        """The address of one cell of a line, and its number, by the place among the line's columns."""
        others = [len(dimension.labels) for k, dimension in enumerate(self.dimensions) if k != axis]
        places = [int(place) for place in np.unravel_index(column, others)] if others else []
        places.insert(axis, line)
        key = tuple(dimension.labels[k] for dimension, k in zip(self.dimensions, places, strict=True))
        address = self.by_key[key]
        return address, self.numbers.get(address, 0)

    @cached_property
    def shares_in(self) -> dict[Measure, list[Share]]:
        """The percentages of each column."""
        found: dict[Measure, list[Share]] = {}
        for share in self.shares:
            found.setdefault(share.measure, []).append(share)
        return found

    @cached_property
    def by_key(self) -> dict[Key, str]:
        """The addresses of counts by their labels."""
        return {key: address for address, key in self.keys.items()}


def refuse_twice(grid: Grid, nestings: Sequence[Nesting]) -> None:
    """Say which label stands twice in one total: below different totals it may, as in "Boys" of each district.

    Raises:
        UnreadableError: one does.
    """
    for dimension, nesting in zip(grid.dimensions, nestings, strict=True):
        places = {label: k for k, label in enumerate(dimension.labels)}
        for k, (label, place) in enumerate(zip(dimension.labels, dimension.places, strict=True)):
            first = places.get(label.removesuffix(f" ({place})"), k)
            wholes = [dimension.parts_of.get(dimension.labels[line], nesting.parent.get(line)) for line in (first, k)]
            if first != k and wholes[0] == wholes[1]:
                words = {"place": place, "label": dimension.labels[first], "first": dimension.places[first]}
                raise UnreadableError(TWICE.format(**words))


def _renumbered(found: Nesting, kept: Sequence[int]) -> Nesting:
    """The same nesting, by the places of labels in the whole dimension."""
    return Nesting(
        {kept[part]: kept[total] for part, total in found.parent.items()},
        tuple(kept[root] for root in found.roots),
        tuple(kept[line] for line in found.unsure),
        {kept[line]: gap for line, gap in found.broken.items()},
        tuple((kept[total], tuple(kept[part] for part in parts)) for total, parts in found.others),
        tuple({kept[part]: kept[total] for part, total in way.items()} for way in found.ways),
    )
