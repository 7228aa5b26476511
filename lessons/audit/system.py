"""A release as an attacker reads it: unknown counts, what bounds them, and the lines that tie them together."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lessons.audit.attackers import Attacker, members
from lessons.audit.cells import (
    NO_LIMIT,
    NOT_PRINTED,
    ROLES,
    Cells,
    Gaps,
    Numbers,
    cells_of,
    codes_of,
    labels_of,
    tables_of,
)
from lessons.audit.choices import Choice, choice_of_gap
from lessons.audit.companions import choices_of, split_by_value
from lessons.audit.lines import Lines, joint_lines, lines_of, relevant
from lessons.releases.count_table import TOTAL, CountTable
from lessons.releases.linked_tables import LinkedTables


class ContradictionError(ValueError):
    """No whole numbers fit what is printed: the release is wrong, or was read wrongly."""


@dataclass(frozen=True)
class System:
    """Lines over cells: for each line, the sum of its parts less its total is 0.

    Args:
        labels: for every dimension, the place of each label; ``TOTAL`` is 0.
        cells: what print, marks and rule say of each cell by itself.
        low, high: the counts that the attacker takes to be possible before she uses any line; shape (cells,).
        lines: which parts and which total belong to each line.
        choices: conditions that no line can state: gaps, and statistics beside counts.
        dimensions: the dimensions of the release; ``labels`` may have more, for values behind statistics.
    """

    labels: dict[str, dict[str, int]]
    cells: Cells
    low: Numbers
    high: Numbers
    lines: Lines
    choices: tuple[Choice, ...]
    dimensions: tuple[str, ...]

    @property
    def gaps(self) -> Gaps:
        """Impossible counts between possible ones, by the place of the cell."""
        return self.cells.gaps

    @property
    def matrix(self) -> Any:
        """The lines as a sparse matrix of 1 (part), -1 (total) and 0; shape (lines, cells)."""
        from scipy.sparse import csr_array

        at = (self.lines.line, self.lines.cell)
        return csr_array((self.lines.sign, at), shape=(len(self.lines.dimension), len(self.low)))

    def names(self, cell: int) -> tuple[str, ...]:
        """The labels of one cell, ``TOTAL`` included."""
        return tuple(
            list(places)[code] for places, code in zip(self.labels.values(), self.cells.codes[cell], strict=True)
        )


def system_of(release: CountTable | LinkedTables, attacker: Attacker, primary: pd.Series | None = None) -> System:
    """Write a release down as an attacker reads it.

    Args:
        release: one table, or several over the same people.
        attacker: who looks at it.
        primary: which hidden cells are primary, if she knows; shape (cells of the release,).

    Raises:
        ContradictionError: two tables print different counts for the same people.
        ValueError: the attacker is counted in a cell that is not in the release.
    """
    tables = tables_of(release)
    dimensions = tuple(labels_of(tables))
    split = {place: split_by_value(table) for place, table in enumerate(tables) if table.companions}
    labels = labels_of((*tables, *split.values()))
    told = _by_table(release, primary)
    codes = [codes_of(table, labels) for table in tables]
    cells = [cells_of(table, code, of_table) for table, code, of_table in zip(tables, codes, told, strict=True)]
    merged, lines = _merge(tables, cells, tuple(split.values()), labels)
    choices = [choice_of_gap(cell, gap) for cell, gaps in merged.gaps.items() for gap in gaps]
    for place, by_value in split.items():
        parts = _places(merged, codes_of(by_value, labels), labels).reshape(len(tables[place].cells), -1)
        choices += choices_of(tables[place], parts.tolist())
    system = System(labels, merged, merged.low, merged.high, lines, tuple(choices), dimensions)
    return _with_what_she_knows(system, attacker, tables)


def _by_table(release: CountTable | LinkedTables, primary: pd.Series | None) -> list[pd.Series | None]:
    """What the attacker knows of each table's cells, labelled as these."""
    tables = release.tables if isinstance(release, LinkedTables) else (release,)
    starts = np.cumsum([0, *(len(table.cells) for table in tables)])
    if primary is None:
        return [None] * len(tables)
    parts = [primary.iloc[start:stop] for start, stop in pairwise(starts)]
    return [part.set_axis(table.cells.index) for part, table in zip(parts, tables, strict=True)]


def _merge(
    tables: tuple[CountTable, ...],
    cells: list[Cells],
    split: tuple[CountTable, ...],
    labels: dict[str, dict[str, int]],
) -> tuple[Cells, Lines]:
    """Make one cell of those that count the same people, and collect the lines of all tables."""
    sizes = tuple(len(places) for places in labels.values())
    lines = [lines_of(table, part.codes, labels) for table, part in zip(tables, cells, strict=True)]
    lines += [lines_of(table, codes_of(table, labels), labels) for table in split]
    lines += joint_lines(tables, labels)
    printed = np.unique(np.concatenate([np.ravel_multi_index(tuple(part.codes.T), sizes) for part in cells]))
    used = relevant(lines, printed, sizes)
    keys = np.union1d(printed, used.keys)
    start = len(keys)
    merged = Cells(
        codes=np.column_stack(np.unravel_index(keys, sizes)).astype(np.int64),
        low=np.zeros(start, dtype=np.int64),
        high=np.full(start, NO_LIMIT),
        open_low=np.zeros(start, dtype=np.int64),
        open_high=np.full(start, NO_LIMIT),
        role=np.full(start, ROLES.index(NOT_PRINTED)),
        gaps={},
    )
    for table, part in zip(tables, cells, strict=True):
        _note(merged, _places(merged, part.codes, labels), part, table)
    return merged, replace(used, cell=np.searchsorted(keys, used.cell))


def _places(merged: Cells, codes: NDArray[np.int64], labels: dict[str, dict[str, int]]) -> NDArray[np.int64]:
    """Where some cells stand among all cells, which are in the order of their codes."""
    sizes = tuple(len(places) for places in labels.values())
    keys = np.ravel_multi_index(tuple(merged.codes.T), sizes)
    return np.searchsorted(keys, np.ravel_multi_index(tuple(codes.T), sizes))


def _note(merged: Cells, places: NDArray[np.int64], part: Cells, table: CountTable) -> None:
    """Add to all cells what one table says of some."""
    merged.low[places] = np.maximum(merged.low[places], part.low)
    merged.high[places] = np.minimum(merged.high[places], part.high)
    clash = merged.low[places] > merged.high[places]
    if clash.any():
        raise ContradictionError(
            f"{table.cell_names[clash].iloc[0]}: two of the tables say different things of this cell."
        )
    more_telling = part.role > merged.role[places]
    for name in ("open_low", "open_high", "role"):
        getattr(merged, name)[places[more_telling]] = getattr(part, name)[more_telling]
    for place, gaps in part.gaps.items():
        merged.gaps[int(places[place])] = merged.gaps.get(int(places[place]), ()) + gaps


def _with_what_she_knows(system: System, attacker: Attacker, tables: tuple[CountTable, ...]) -> System:
    """Count the people whom the attacker knows to be in a cell, and close the cells in which she knows to be alone."""
    known, high = np.zeros(len(system.low), dtype=np.int64), system.high.copy()
    for member in members(attacker):
        if len(member.cell) != len(system.dimensions):
            raise ValueError(f"{member} needs one label for each of: {', '.join(system.dimensions)}.")
        fits = [
            np.isin(system.cells.codes[:, place], _with_wider(label, dimension, system, tables))
            for place, (dimension, label) in enumerate(zip(system.dimensions, member.cell, strict=True))
        ]
        fits += [system.cells.codes[:, place] == 0 for place in range(len(fits), len(system.labels))]
        known += np.logical_and.reduce(fits)
        if member.alone:
            high[_place_of(system, member.cell)] = 1
    low = np.maximum(system.low, known)
    if (low > high).any():
        name = " | ".join(system.names(int(np.flatnonzero(low > high)[0])))
        raise ContradictionError(f"{attacker} does not fit what is printed for {name}.")
    return replace(system, low=low, high=high)


def _with_wider(label: str, dimension: str, system: System, tables: tuple[CountTable, ...]) -> list[int]:
    """The places of a label and of all wider ones, ``TOTAL`` included."""
    places = system.labels[dimension]
    if label not in places:
        raise ValueError(f"the release has no {dimension} {label!r}; it has: {', '.join(places)}.")
    wider = [places[TOTAL], places[label]]
    for hierarchy in (table.hierarchies.get(dimension, {}) for table in tables):
        at = label
        while at in hierarchy:
            at = hierarchy[at]
            wider.append(places[at])
    return wider


def _place_of(system: System, cell: tuple[str, ...]) -> int:
    """The place of a cell that is given by its labels."""
    codes = [places[label] for places, label in zip(system.labels.values(), cell, strict=False)]
    codes += [0] * (len(system.labels) - len(codes))
    found = np.flatnonzero((system.cells.codes == codes).all(axis=1))
    if not len(found):
        raise ValueError(f"{' | '.join(cell)} is not a cell of the release: nobody can be alone in it.")
    return int(found[0])
