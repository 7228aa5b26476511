"""Cells that a printed table leaves out: narrowest labels without a row hold nobody together, whatever others hide."""

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import codes_of, labels_of
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.lines import wider_places, with_all_totals
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

    Only where a sum above the cell is broken down along a dimension, and no row stands for the part of this sum in
    which the cell lies. A sum of which no part has a row is not broken down: of the cells below it nothing is known.
    Labels that nobody printed are not left out: they may hold anybody.

    Args:
        table: the printed table.
        rows: the places of the labels of its rows; shape (rows, dimensions).
        every: those of all cells of the release; shape (cells, dimensions).
        labels: for every dimension of the release, the place of each label.
        sets: for every dimension of the release, whom its labels hold.
    """
    found, empty, below_sum = _without_row(table, rows, every, labels, sets)
    found[found] = empty & ~below_sum
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
    names, sizes = list(labels), _sizes(labels)
    wider = {names.index(name): wider_places(table, name, labels[name]) for name in table.by}
    if not any(_sums_alone(rows, at, above, sizes) for at, above in wider.items()):
        return rows[:0]
    every = _all_narrowest(table, labels, sets)
    found, empty, below_sum = _without_row(table, rows, every, labels, sets)
    above = {names[at]: places for at, places in wider.items()}
    may_hold = _keys(with_all_totals(every[found][~empty | below_sum], above, labels, sizes), sizes)
    codes = with_all_totals(rows, above, labels, sizes)
    while True:
        missing = np.concatenate([_missing_parts(codes, at, places, sizes) for at, places in wider.items()])
        missing = np.unique(missing[np.isin(_keys(missing, sizes), may_hold)], axis=0)
        if not len(missing):
            return codes[len(rows) :]
        codes = with_all_totals(np.concatenate([codes, missing]), above, labels, sizes)


def _sums_alone(rows: Places, at: int, wider: Places, sizes: tuple[int, ...]) -> bool:
    """Whether some row is a sum along a dimension, and no part of it has a row."""
    present = rows[:, at][rows[:, at] != 0]
    sums = np.isin(rows[:, at], np.unique([*wider[present], 0]))
    broken_down = [_keys(above, sizes) for above in _all_above(rows[rows[:, at] != 0], at, wider)]
    return not np.isin(_keys(rows[sums], sizes), np.concatenate([*broken_down, _keys(rows[:0], sizes)])).all()


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


def _without_row(
    table: CountTable,
    rows: Places,
    every: Places,
    labels: dict[str, dict[str, int]],
    sets: Mapping[str, LabelSets],
) -> tuple[Flags, Flags, Flags]:
    """Which cells have narrowest labels and no row; which of these lie in a part without a row, and in a sum alone."""
    printed = table.cells[table.cells["mark"] != NOT_COVERED_MARK]
    narrow = {name: sets[name].narrowest(printed[name]) for name in table.by}
    wanted = [[labels[name][label] for label in narrow[name]] if name in narrow else [0] for name in labels]
    own = [[labels[name][label] for label in printed[name].unique()] if name in narrow else [0] for name in labels]
    sizes, by_printed = _sizes(labels), rows[_are_all(rows, own)]
    found = _are_all(every, wanted) & ~np.isin(_keys(every, sizes), _keys(rows, sizes))
    empty, below_sum = np.zeros((2, int(found.sum())), dtype=bool)
    for at, name in enumerate(labels):
        if name in narrow:
            parts = _parts_of_sums(every[found], by_printed, at, wider_places(table, name, labels[name]), sizes)
            empty, below_sum = empty | parts[0], below_sum | parts[1]
    return found, empty, below_sum


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
    every, rows, sizes = _all_narrowest(table, labels, sets), codes_of(table, labels), _sizes(labels)
    missing = every[~np.isin(_keys(every, sizes), _keys(rows, sizes))]
    return not len(missing) or bool(left_out(table, rows, missing, labels, sets).all())


def _parts_of_sums(cells: Places, rows: Places, at: int, wider: Places, sizes: tuple[int, ...]) -> tuple[Flags, Flags]:
    """Where each cell lies along one dimension: in a part without a row, of a sum that is broken down; in a sum alone.

    Args:
        cells: the places of their labels; shape (cells, dimensions).
        rows: those of the rows of the table.
        at: the dimension.
        wider: for the place of each label, that of the next wider one.
        sizes: how many labels each dimension has.
    """
    sums = [_keys(above, sizes) for above in _all_above(rows[rows[:, at] != 0], at, wider)]
    broken_down, there = np.unique(np.concatenate([*sums, _keys(rows[:0], sizes)])), _keys(rows, sizes)
    empty, alone = np.zeros((2, len(cells)), dtype=bool)
    for above in _all_above(cells, at, wider):
        keys, climbing = _keys(above, sizes), ~empty & ~alone
        empty |= climbing & np.isin(keys, broken_down)
        alone |= climbing & ~empty & np.isin(keys, there)
    return empty, alone


def _all_narrowest(table: CountTable, labels: dict[str, dict[str, int]], sets: Mapping[str, LabelSets]) -> Places:
    """Each combination of a table's narrowest labels, printed or not; shape (combinations, dimensions)."""
    places = [
        [labels[name][label] for label in sets[name].narrowest(table.cells[name])] if name in table.by else [0]
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
