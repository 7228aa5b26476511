"""Set 2, on complementary suppression: what subtraction gives back, the cheapest cover, and a repair of one's own."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import EXACT, audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.from_counts import table_from_counts
from grading.drawing import REGIONS, rows_of, several, threshold
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

CHAIN: Final = "one after the other"
NOTHING: Final = "nothing is hidden"
OF_TOTAL: Final = "a total is hidden, too"
ZERO: Final = "a zero"
TIES: Final = "ties"
ONE_LEFT: Final = "one cell is left over"
NO_LINES: Final = "no line at all"

FILMS: Final = ("film A", "film B", "film C", "film D")
RING: Final = [(2, 2), (2, 3), (3, 2), (3, 3)]
"""Four hidden cells that cover each other in every line."""
FEWEST: Final = 2
"""Cells that a student must find, or hide, at least: the parts of a world are chosen so."""
K: Final = 5
"""The threshold of the tables in a student's world, in people."""

Cell = tuple[int, int]


def given_back(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A table whose hidden cells are drawn as a chain, which opens link by link, and a ring, which does not."""
    k = threshold(rng)
    chain: list[Cell] = {ORDINARY: [(0, 0)], CHAIN: [(0, 0), (0, 1), (1, 1)], NOTHING: [], OF_TOTAL: [(0, 0), (0, 4)]}[
        tag
    ]
    ring = [] if tag == NOTHING or number % 2 else RING
    counts = rng.integers(k, 30, (4, 4))
    for row, place in [*chain, *ring]:
        counts[row, place % 4] = rng.integers(1, k)
    rows, places = [*rng.permutation(4).tolist(), 4], [*rng.permutation(4).tolist(), 4]
    whole = np.block([[counts, counts.sum(1, keepdims=True)], [counts.sum(0), counts.sum()]])
    table = pd.DataFrame(whole[np.ix_(rows, places)], [*FILMS, TOTAL], [*REGIONS[:4], TOTAL]).astype("Int64")
    names = {cell: (table.index[rows.index(cell[0])], table.columns[places.index(cell[1])]) for cell in [*chain, *ring]}
    for name in names.values():
        table.loc[name] = pd.NA
    return Case((table,), {names[cell] for cell in chain})


def cheapest_cover(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A table of large counts, with one cheap rectangle planted; and, by tag, one with a zero or an equal one."""
    counts = rng.integers(40, 90, (4, 4))
    home, cheap, other = (0, 0), (1, 1), (2, 2)
    prices = several(rng, 5, 12, 3)
    planted = {cheap: prices, other: [0, *prices[1:]]} if tag == ZERO else {cheap: prices}
    if tag == TIES:
        planted = {cheap: prices, other: [prices[1], prices[0], prices[2]]}
    rows, places = rng.permutation(4).tolist(), rng.permutation(4).tolist()
    for (row, place), (across, down, corner) in planted.items():
        counts[home[0], place], counts[row, home[1]], counts[row, place] = across, down, corner
    counts[home] = 2
    table = pd.DataFrame(counts[np.ix_(rows, places)], list(FILMS), list(REGIONS[:4]))

    def name(row: int, place: int) -> tuple[str, str]:
        return FILMS[rows.index(row)], REGIONS[places.index(place)]

    row, place = min([cheap, other] if tag == TIES else [cheap], key=lambda each: rows.index(each[0]))
    return Case((table, name(*home)), {name(home[0], place), name(row, home[1]), name(row, place)})


def left_over(rng: np.random.Generator, tag: str, number: int) -> Case:
    """Hidden cells of which is drawn whether a row is added and a column taken away, and so what is left of each."""
    added, taken = (set[str](), set[str]()) if tag == NO_LINES else _lines(rng)
    fates = {(row, place): (row in added) - (place in taken) for row in FILMS for place in REGIONS[:4]}
    open_cells = [cell for cell, fate in fates.items() if fate]
    closed = [cell for cell, fate in fates.items() if not fate]
    n_open = 1 if tag == ONE_LEFT else min(len(open_cells), 2 + number % 3)
    chosen = [open_cells[n] for n in rng.permutation(len(open_cells))[:n_open]]
    hidden = [*chosen, *(closed[n] for n in rng.permutation(len(closed))[:3])]
    return Case((set(hidden), sorted(added), sorted(taken)), {cell: fates[cell] for cell in chosen})


def _lines(rng: np.random.Generator) -> tuple[set[str], set[str]]:
    """Two rows and one or two columns."""
    rows, places = rng.permutation(4)[:2], rng.permutation(4)[: 1 + int(rng.integers(2))]
    return {FILMS[n] for n in rows}, {REGIONS[n] for n in places}


def own_world(world: Any) -> OwnWorld:
    """Members by country and plan, small counts hidden; and by country and device, to be repaired."""
    wholes = (_printed(table) for table in _tables(world.viewers, "plan", 8))
    whole = next(table for table in wholes if len(peeled(table)) >= FEWEST)
    to_repair = next(
        table for table in _tables(world.viewers, "device", 6) if further_cells(table_from_counts(table)) >= FEWEST
    )
    further = further_cells(table_from_counts(to_repair))
    cells = [[[row, name], count] for row, counts in rows_of(to_repair).items() for name, count in counts.items()]
    files = {"printed": whole, "counted": _with_totals(to_repair)}
    return OwnWorld(
        {name: frame.reset_index(names="country") for name, frame in files.items()},
        {"my_back": [list(cell) for cell in peeled(whole)], "my_repair": {"cells": cells, "most": further + 1}},
    )


def _printed(table: pd.DataFrame) -> pd.DataFrame:
    """A table with totals, small counts hidden."""
    whole = _with_totals(table)
    return whole.mask((whole > 0) & (whole < K))


def further_cells(table: CountTable) -> int:
    """How many cells the kit's quick repair hides beside the small ones."""
    repaired = SuppressComplementary(K)(table)
    assert isinstance(repaired, CountTable)
    return int((repaired.is_hidden & ~SuppressByHand(K)(table).is_hidden).sum())


def _tables(viewers: pd.DataFrame, by: str, n: int) -> Iterator[pd.DataFrame]:
    """Members by so many countries and by device or plan: for one run of countries after the other, day after day."""
    for day in pd.date_range("2017-12-11", "2013-01-01", freq="-91D"):
        joined = viewers[viewers["joined_on"] <= day]
        counted = pd.crosstab(joined["country"], joined[by]).astype("Int64")
        names = joined["country"].value_counts().index
        for first in range(1, len(names) - n):
            yield counted.loc[sorted(names[first : first + n])]


def _with_totals(table: pd.DataFrame) -> pd.DataFrame:
    """A table with a total for each line."""
    wide = table.assign(total=table.sum(axis="columns"))
    return pd.concat([wide, wide.sum().to_frame(TOTAL).T.astype("Int64")])


def peeled(table: pd.DataFrame) -> list[tuple[str, str]]:
    """All cells that are given back by a line, as long as one has a single hidden cell."""
    hidden = {(row, name) for row in table.index for name in table.columns if table.isna().loc[row, name]}
    found: list[tuple[str, str]] = []
    while single := [cell for cell in sorted(hidden) if any(_alone(cell, side, hidden) for side in (0, 1))]:
        found.append(single[0])
        hidden.remove(single[0])
    return found


def _alone(cell: tuple[str, str], side: int, hidden: set[tuple[str, str]]) -> bool:
    """Whether a cell is the only hidden one of its row (side 0) or its column (side 1)."""
    return sum(other[side] == cell[side] for other in hidden) == 1


def holds(answer: Any, key: Any) -> bool:
    """Whether some further cells protect all small counts of a table, and are few enough."""
    further = {tuple(cell) for cell in answer}
    rows = pd.Series({tuple(cell): count for cell, count in key["cells"]}, dtype="Int64").unstack()
    table: CountTable = table_from_counts(rows.rename_axis(index="country", columns="device"))
    small = table.cells["count"].between(1, K - 1)
    release = SuppressByHand(K, tuple(sorted(further)))(table)
    found = audit(release, Outsider(), why=False)
    exact = found.index[found["verdict"].eq(EXACT)]
    return len(further) <= key["most"] and not small[exact].any()


def same_cells(answer: Any, key: Any) -> bool:
    """Whether a set of cells is the key's."""
    return {tuple(cell) for cell in answer} == {tuple(cell) for cell in key}


SET: Final = ProblemSet(
    "set2",
    (
        FunctionTask("my_given_back", {ORDINARY: 1.5, CHAIN: 1.5, OF_TOTAL: 1, NOTHING: 0.5}, given_back),
        FunctionTask("my_cover", {ORDINARY: 2, ZERO: 1.5, TIES: 1}, cheapest_cover),
        FunctionTask("my_left_over", {ORDINARY: 2, ONE_LEFT: 0.5, NO_LINES: 0.5}, left_over),
        WorldTask("my_back", 4, same_cells),
        WorldTask("my_repair", 4, holds, one_answer=False),
    ),
    ("printed", "counted"),
    own_world,
)
