"""Cells that a printed table leaves out: narrowest labels without a row hold nobody together, whatever others hide."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.label_sets import LabelSets
from disclosure.tables.count_table import CountTable
from disclosure.tables.coverage import NOT_COVERED_MARK

Places = NDArray[np.int64]


def left_out(
    table: CountTable,
    rows: Places,
    every: Places,
    labels: dict[str, dict[str, int]],
    sets: Mapping[str, LabelSets],
) -> NDArray[np.bool_]:
    """True for each cell of a release that a table has all narrowest labels for, and no row; shape (cells,).

    Only beside a row that differs in one label: where a table has none, it does not break down the sum of both. Labels
    that nobody printed are not left out: they may hold anybody.

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
    sizes = tuple(map(len, labels.values()))
    inner, cells = rows[_are_all(rows, wanted)], _are_all(every, wanted)
    there = np.isin(np.ravel_multi_index(tuple(every.T), sizes), np.ravel_multi_index(tuple(inner.T), sizes))
    beside = np.zeros(len(every), dtype=bool)
    for at in (index for index, name in enumerate(labels) if name in narrow):
        one, other = every.copy(), inner.copy()
        one[:, at] = other[:, at] = 0
        beside |= np.isin(np.ravel_multi_index(tuple(one.T), sizes), np.ravel_multi_index(tuple(other.T), sizes))
    return cells & beside & ~there


def _are_all(codes: Places, wanted: list[list[int]]) -> NDArray[np.bool_]:
    """True for each row of codes that has a wanted label in every dimension."""
    return np.logical_and.reduce([np.isin(codes[:, at], places) for at, places in enumerate(wanted)])
