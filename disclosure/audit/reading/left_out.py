"""Cells that a printed table leaves out: narrowest labels without a row hold nobody together, whatever others hide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.audit.reading.cells import codes_of, labels_of
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.lines import wider_places, with_all_totals
from disclosure.marks import NOT_COVERED_MARK
from disclosure.tables.count_table import CountTable

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


def left_out(
    table: CountTable,
    rows: Places,
    every: Places,
    labels: dict[str, dict[str, int]],
    sets: Mapping[str, LabelSets],
) -> Flags:
    """True for each cell of a release that a table has all narrowest labels for, and no row; shape (cells,).

    Only where other parts of the sums above the cell have rows. A sum below which there is no row, along whatever
    dimensions, stands alone: it is not broken down, and nothing is known of the cells below it. Labels that nobody
    printed may hold anybody: none are left out.

    Args:
        table: the printed table.
        rows: the places of the labels of its rows; shape (rows, dimensions).
        every: those of all cells of the release; shape (cells, dimensions).
        labels: for every dimension of the release, the place of each label.
        sets: for every dimension of the release, whom its labels hold.
    """
    told = _rows_of(table, rows, labels, sets)
    found = told.without_row(every)
    found[found] = ~told.lie_in_sums_alone(every[found])
    return found


def open_parts(
    table: CountTable, rows: Places, labels: dict[str, dict[str, int]], sets: Mapping[str, LabelSets]
) -> Places:
    """Cells without a row that lie in sums of a table and may hold anybody, for other sums above them stand alone.

    Args:
        table, rows, labels, sets: as in `left_out`.

    Returns:
        The places of their labels, and of further sums above; shape (cells, dimensions).
    """
    told = _rows_of(table, rows, labels, sets)
    if not len(told.sums_alone):
        return rows[:0]
    every = _all_narrowest(table, labels, sets)
    cells = every[told.without_row(every)]
    may_hold = told.keys(told.with_sums(cells[told.lie_in_sums_alone(cells)]))
    codes = told.with_sums(rows)
    while True:
        missing = np.concatenate([_missing_parts(codes, at, places, told.sizes) for at, places in told.wider.items()])
        missing = np.unique(missing[np.isin(told.keys(missing), may_hold)], axis=0)
        if not len(missing):
            return codes[len(rows) :]
        codes = told.with_sums(np.concatenate([codes, missing]))


def split_alike(cells: Places, rows: Places, at: int) -> Places:
    """Cells split by one more dimension as some rows are; shape (cells x labels, dimensions).

    Args:
        cells: the places of the labels of the cells; shape (cells, dimensions).
        rows: those of rows that have the dimension; shape (rows, dimensions).
        at: its place.

    Examples:
        >>> split_alike(np.array([[3, 0]]), np.array([[1, 1], [1, 2]]), 1).tolist()
        [[3, 1], [3, 2]]
    """
    labels = np.unique(rows[:, at])
    every = np.repeat(cells, len(labels), axis=0)
    every[:, at] = np.tile(labels, len(cells))
    return every


def _missing_parts(codes: Places, at: int, wider: Places, sizes: tuple[int, ...]) -> Places:
    """The parts that are not among some cells, of sums along a dimension of which other parts are."""
    present, there = np.unique(codes[:, at][codes[:, at] != 0]), _keys(codes, sizes)
    found = [codes[:0]]
    for above in np.unique(wider[present]):
        split = present[wider[present] == above]
        beside = codes[np.isin(codes[:, at], split)].copy()
        beside[:, at] = 0
        every = np.repeat(np.unique(beside, axis=0), len(split), axis=0)
        every[:, at] = np.tile(split, len(every) // len(split))
        found.append(every[~np.isin(_keys(every, sizes), there)])
    return np.concatenate(found)


@dataclass(frozen=True)
class _Rows:
    """The rows of a table, and what they tell of cells without one.

    Args:
        every: the places of the labels of all its rows; shape (rows, dimensions).
        own: the same without the rows for parts that nobody printed.
        narrowest: for each dimension of the release, the places of the narrowest labels with a row; 0 is ``TOTAL``.
        wider: for each dimension of the table, by its place, the place of the next wider label of each.
        labels: for every dimension of the release, the place of each label.
    """

    every: Places
    own: Places
    narrowest: list[list[int]]
    wider: dict[int, Places]
    labels: dict[str, dict[str, int]]

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many labels each dimension has."""
        return _sizes(self.labels)

    def keys(self, codes: Places) -> Places:
        """A number for each cell."""
        return _keys(codes, self.sizes)

    def with_sums(self, codes: Places) -> Places:
        """Some cells, and every sum above them."""
        names = list(self.labels)
        return with_all_totals(codes, {names[at]: places for at, places in self.wider.items()}, self.labels, self.sizes)

    @cached_property
    def sums_alone(self) -> Places:
        """The sums that stand alone: below these there is no row, along whatever dimensions."""
        steps = [_all_above(self.own[self.own[:, at] != 0], at, places) for at, places in self.wider.items()]
        above = np.concatenate([next(step, self.own[:0]) for step in steps])
        broken_down = self.keys(self.with_sums(above))
        sums = self.own[~_are_all(self.own, self.narrowest)]
        return sums[~np.isin(self.keys(sums), broken_down)]

    def without_row(self, cells: Places) -> Flags:
        """Which cells have narrowest labels in all dimensions, and no row."""
        return _are_all(cells, self.narrowest) & ~np.isin(self.keys(cells), self.keys(self.every))

    def lie_in_sums_alone(self, cells: Places) -> Flags:
        """Which cells lie in a sum that stands alone, along one dimension or several."""
        found = np.zeros(len(cells), dtype=bool)
        if not len(self.sums_alone):
            return found
        levels, alone = [cells], self.keys(self.sums_alone)
        for at, wider in self.wider.items():
            levels += [above for level in levels for above in _all_above(level, at, wider)]
        for level in levels:
            found |= np.isin(self.keys(level), alone)
        return found


def _rows_of(
    table: CountTable, rows: Places, labels: dict[str, dict[str, int]], sets: Mapping[str, LabelSets]
) -> _Rows:
    """The rows of a table; the arguments are those of `left_out`."""
    printed = (table.cells["mark"] != NOT_COVERED_MARK).to_numpy()
    shown = {name: dict.fromkeys(table.cells[name].to_numpy()[printed]) for name in table.by}
    narrow = {name: sets[name].leaves(found) for name, found in shown.items()}
    own = [[labels[name][label] for label in shown[name]] if name in shown else [0] for name in labels]
    return _Rows(
        every=rows,
        own=rows[_are_all(rows, own)],
        narrowest=[[labels[name][label] for label in narrow[name]] if name in narrow else [0] for name in labels],
        wider={at: wider_places(table, name, labels[name]) for at, name in enumerate(labels) if name in narrow},
        labels=labels,
    )


def rows_left_out(table: CountTable, sets: Mapping[str, LabelSets]) -> pd.DataFrame:
    """The cells of which a table tells by leaving them out that nobody is there: their labels; shape (cells, by).

    Args:
        table: the printed table, with the parts that its labels do not cover.
        sets: for each of its dimensions, whom its labels hold.

    Examples:
        >>> cells = pd.DataFrame({"a": ["A", "A", "B"], "b": ["x", "y", "y"], "mark": ""})
        >>> every = {"a": LabelSets({}, ("A", "B")), "b": LabelSets({}, ("x", "y"))}
        >>> rows_left_out(CountTable(cells, ("a", "b")), every)
           a  b
        0  B  x
    """
    labels = labels_of((table,))
    every, rows = _all_narrowest(table, labels, sets), codes_of(table, labels)
    codes = every[left_out(table, rows, every, labels, sets)]
    names = {name: np.array([*indices], dtype=object) for name, indices in labels.items()}
    return pd.DataFrame({name: names[name][codes[:, at]] for at, name in enumerate(labels)})[list(table.by)]


def tells_of_all(table: CountTable, sets: Mapping[str, LabelSets]) -> bool:
    """Whether a table tells of each combination of its narrowest labels: by a row, or by leaving it out.

    Examples:
        >>> cells = pd.DataFrame({"a": ["A", "A", "B"], "b": ["x", "y", "y"], "mark": ""})
        >>> every = {"a": LabelSets({}, ("A", "B")), "b": LabelSets({}, ("x", "y"))}
        >>> tells_of_all(CountTable(cells, ("a", "b")), every)
        True
        >>> cells = pd.DataFrame({"a": ["A", "total"], "b": ["total", "x"], "mark": ""})
        >>> tells_of_all(CountTable(cells, ("a", "b")), every)
        False
    """
    labels = labels_of((table,))
    every, rows, sizes = _all_narrowest(table, labels, sets), codes_of(table, labels), _sizes(labels)
    missing = every[~np.isin(_keys(every, sizes), _keys(rows, sizes))]
    return not len(missing) or bool(left_out(table, rows, missing, labels, sets).all())


def _all_narrowest(table: CountTable, labels: dict[str, dict[str, int]], sets: Mapping[str, LabelSets]) -> Places:
    """Each combination of a table's narrowest labels, printed or not; shape (combinations, dimensions)."""
    places = [
        [labels[name][label] for label in sets[name].leaves(table.cells[name])] if name in table.by else [0]
        for name in labels
    ]
    return np.array(list(product(*places)), dtype=np.int64).reshape(-1, len(labels))


def _sizes(labels: dict[str, dict[str, int]]) -> tuple[int, ...]:
    """How many labels each dimension has."""
    return tuple(map(len, labels.values()))


def _all_above(codes: Places, at: int, wider: Places) -> Iterator[Places]:
    """The sums above some cells along one dimension, step by step up to the total, and only the total from there on."""
    while (codes[:, at] != 0).any():
        codes = codes.copy()
        codes[:, at] = wider[codes[:, at]]
        yield codes


def _keys(codes: Places, sizes: tuple[int, ...]) -> Places:
    """A number for each cell."""
    return np.ravel_multi_index(tuple(codes.T), sizes)


def _are_all(codes: Places, wanted: list[list[int]]) -> Flags:
    """True for each row of codes that has a wanted label in every dimension."""
    return np.logical_and.reduce([np.isin(codes[:, at], places) for at, places in enumerate(wanted)])
