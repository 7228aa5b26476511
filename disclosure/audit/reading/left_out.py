"""Cells that a printed table leaves out: narrowest labels without a row hold nobody together, whatever others hide."""

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import codes_of, labels_of
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.lines import wider_places
from disclosure.tables.count_table import CountTable
from disclosure.tables.coverage import NOT_COVERED_MARK

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

    Only where some table's sum above the cell is broken down along a dimension, and no row stands for the part of this
    sum in which the cell lies. A sum of which no part has a row is not broken down. Labels that nobody printed are not
    left out: they may hold anybody.

    Args:
        table: the printed table.
        rows: the places of the labels of its rows; shape (rows, dimensions).
        every: those of all cells of the release; shape (cells, dimensions).
        labels: for every dimension of the release, the place of each label.
        sets: for every dimension of the release, whom its labels hold.
    """
    printed = table.cells[table.cells["mark"] != NOT_COVERED_MARK]
    narrow = {name: sets[name].narrowest(printed[name]) for name in table.by}
    wanted = [[labels[name][label] for label in narrow[name]] if name in narrow else [0] for name in labels]
    own = [[labels[name][label] for label in printed[name].unique()] if name in narrow else [0] for name in labels]
    sizes, by_printed = tuple(map(len, labels.values())), rows[_are_all(rows, own)]
    found = _are_all(every, wanted) & ~np.isin(_keys(every, sizes), _keys(rows, sizes))
    cells = every[found]
    empty = np.zeros(len(cells), dtype=bool)
    for at, name in enumerate(labels):
        if name in narrow:
            empty |= _part_without_row(cells, by_printed, at, wider_places(table, name, labels[name]), sizes)
    found[found] = empty
    return found


def tells_of_all(table: CountTable, sets: Mapping[str, LabelSets]) -> bool:
    """Whether a table tells of each combination of its narrowest labels: by a row, or by leaving it out.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"a": ["A", "A", "B"], "b": ["x", "y", "y"], "mark": ""})
        >>> every = {"a": LabelSets({}, ("A", "B")), "b": LabelSets({}, ("x", "y"))}
        >>> tells_of_all(CountTable(cells, ("a", "b")), every)
        True
        >>> cells = pd.DataFrame({"a": ["A", "total"], "b": ["total", "x"], "mark": ""})
        >>> tells_of_all(CountTable(cells, ("a", "b")), every)
        False
    """
    labels = labels_of((table,))
    narrow = [[labels[name][label] for label in sets[name].narrowest(table.cells[name])] for name in table.by]
    every, sizes = np.array(list(product(*narrow))), tuple(map(len, labels.values()))
    rows = codes_of(table, labels)
    missing = every[~np.isin(_keys(every, sizes), _keys(rows, sizes))]
    return not len(missing) or bool(left_out(table, rows, missing, labels, sets).all())


def _part_without_row(cells: Places, rows: Places, at: int, wider: Places, sizes: tuple[int, ...]) -> Flags:
    """True for each cell in a part of a sum that is broken down along one dimension, where the part has no row."""
    below_total = rows[rows[:, at] != 0]
    sums = [_keys(above, sizes) for above in _all_above(below_total, at, wider)]
    broken_down, there = np.unique(np.concatenate([*sums, _keys(rows[:0], sizes)])), _keys(rows, sizes)
    empty, climbing = np.zeros(len(cells), dtype=bool), np.ones(len(cells), dtype=bool)
    for above in _all_above(cells, at, wider):
        keys = _keys(above, sizes)
        empty |= climbing & np.isin(keys, broken_down)
        climbing &= ~empty & ~np.isin(keys, there)
    return empty


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
