"""Set 3, on insiders: what people who stand in a table learn from it about the others."""

from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from grading.drawing import REGIONS, column, rows_of, several, threshold, with_total
from grading.sets.hidden_counts import DEVICES, ways_of
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

ONE_OTHER: Final = "one other hidden count"
NO_OTHER: Final = "no other hidden count"
ZERO: Final = "a zero"
TWO: Final = "two people who are not alone"
BOTH: Final = "both are alone"
THREE: Final = "three hidden counts in a row"
EMPTY: Final = "an empty table"
ALL_BUT_ONE: Final = "all but one take part"
NOBODY: Final = "nobody takes part"

FILMS: Final = ("film A", "film B", "film C")
FEWEST: Final = 2
"""People who learn something in each table of a student's world."""
DAYS: Final = pd.date_range("2017-12-11", "2014-01-01", freq="-28D")
K: Final = 5
"""The threshold of the tables in a student's world, in people."""


def seen_inside(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A line with hidden counts, one of them the insider's own; the ranges of the others, over all ways to fill it."""
    k = threshold(rng)
    others = {NO_OTHER: 0, ONE_OTHER: 1}.get(tag, 2 + number % 3 // 2)
    own, hidden = int(rng.integers(1, k)), several(rng, *((1, k // 2 + 1), ((k + 1) // 2, k))[number % 2], others)
    printed: list[int | None] = [0 if tag == ZERO else k, *several(rng, k, 30, 1)]
    line = column([*printed, *[None] * (others + 1)]).sample(frac=1, random_state=int(rng.integers(2**31)))
    names = [str(name) for name in line.index[line.isna()]]
    own_name = names.pop(int(rng.integers(len(names))))
    ways = ways_of(sum(hidden), others, k)
    found = {name: [min(each), max(each)] for name, each in zip(names, zip(*ways, strict=True), strict=True)}
    total = own + sum(hidden) + sum(count or 0 for count in printed)
    return Case((with_total(line, total), own_name, own, k), found)


def told_to_singles(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A table row by row: of each row it is drawn first who is alone in it, and what that tells her."""
    if tag == EMPTY:
        return Case((pd.DataFrame(columns=list(REGIONS[:4])), 5), {})
    k = threshold(rng)
    table = pd.DataFrame(rng.integers(k, 30, (3, 4)), index=list(FILMS), columns=list(REGIONS[:4]))
    small = int(rng.integers(2, k))
    rows = {TWO: [2, small], BOTH: [1, 1], THREE: [1, small, small]}.get(tag, [1, small])
    found: dict[tuple[str, str], int] = {}
    for place, counts in enumerate([rows, [1, small] if number % 2 else [], [1]]):
        film, regions = FILMS[place], [REGIONS[n] for n in rng.permutation(4)[: len(counts)]]
        table.loc[film, regions] = counts
        if len(counts) == 2:
            pairs = list(zip(regions, counts, strict=True))
            for (one, own), (_, other) in (pairs, pairs[::-1]):
                found |= {(film, one): other} if own == 1 else {}
    return Case((table, k), found)


def pooled(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A line, some of whose hidden counts are known to people who talk; what follows, over all ways to fill it."""
    k = threshold(rng)
    n_hidden = 4
    n_known = {ALL_BUT_ONE: 3, NOBODY: 0}.get(tag, 2)
    hidden = several(rng, 2, k, n_hidden)
    if number % 2:
        hidden[n_known:] = [(1, k - 1)[number % 4 // 2]] * (n_hidden - n_known)
    names = [REGIONS[n] for n in rng.permutation(6)]
    counts = dict(zip(names, [*hidden, *several(rng, k, 30, 2)], strict=True))
    known = {name: counts[name] for name in names[:n_known]}
    open_names = names[n_known:n_hidden]
    ways = [way for way in product(range(1, k), repeat=len(open_names)) if sum(way) == sum(hidden[n_known:])]
    found = {
        name: each[0] for name, each in zip(open_names, zip(*ways, strict=True), strict=True) if len(set(each)) == 1
    }
    line = column([None if name in names[:n_hidden] else counts[name] for name in REGIONS])
    return Case((with_total(line, sum(counts.values())), known, k), found)


def own_world(world: Any) -> OwnWorld:
    """A printed table, and somebody who is alone in it; and a table as its publisher sees it, before it is printed."""
    counted = _telling_table(world.viewers, "device")[DEVICES]
    learnt = told(counted, K)
    (country, device), other = min(learnt.items())
    me = pd.DataFrame({"country": [country], "device": [device]})
    printed = counted.mask((counted > 0) & (counted < K)).assign(total=counted.sum(axis="columns"))
    full = _telling_table(world.viewers, "plan")
    small = [name for name, count in rows_of(counted)[country].items() if count and count < K]
    [partner] = [name for name in small if name != device]
    return OwnWorld(
        {"printed": printed.reset_index(), "me": me, "counted": full.reset_index()},
        {"my_neighbours": [[[country, partner], other]], "my_learnt": [[list(c), n] for c, n in told(full, K).items()]},
    )


def _telling_table(viewers: pd.DataFrame, by: str) -> pd.DataFrame:
    """Members by country and something else on a day on which enough people who are alone learn something."""
    joined = (viewers[viewers["joined_on"] <= day] for day in DAYS)
    tables = (pd.crosstab(some["country"], some[by]).astype("Int64") for some in joined)
    return next(table for table in tables if len(told(table, K)) >= FEWEST)


def told(table: pd.DataFrame, k: int) -> dict[tuple[str, str], int]:
    """For each cell of one person in a row with just one more hidden cell: what that other one holds."""
    found: dict[tuple[str, str], int] = {}
    for row, counts in rows_of(table).items():
        small = {name: count for name, count in counts.items() if count and count < k}
        if len(small) == 2:
            (first, one), (second, other) = small.items()
            found |= {(row, first): other} if one == 1 else {}
            found |= {(row, second): one} if other == 1 else {}
    return found


def same_counts(answer: Any, key: Any) -> bool:
    """Whether a dictionary of cells and counts says what the key says."""
    return bool(answer == {tuple(cell): count for cell, count in key})


SET: Final = ProblemSet(
    "set3",
    (
        FunctionTask("my_view", {ORDINARY: 2, ONE_OTHER: 1, NO_OTHER: 0.5, ZERO: 0.5}, seen_inside),
        FunctionTask("my_told", {ORDINARY: 2, TWO: 1, BOTH: 1, THREE: 0.5, EMPTY: 0.5}, told_to_singles),
        FunctionTask("my_pooled", {ORDINARY: 3, ALL_BUT_ONE: 1, NOBODY: 1}, pooled),
        WorldTask("my_neighbours", 3, same_counts),
        WorldTask("my_learnt", 3, same_counts),
    ),
    ("printed", "me", "counted"),
    own_world,
)
