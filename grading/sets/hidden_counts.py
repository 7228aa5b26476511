"""Set 1, on suppression and differencing: what a line and two editions give away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from grading.drawing import column, rows_of, several, threshold, with_total
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

ZERO: Final = "a zero"
AT_THRESHOLD: Final = "the threshold itself"
NOTHING: Final = "nothing is hidden"
EMPTY: Final = "an empty line"
TIES: Final = "ties"
ONE_WAY: Final = "only one way to fill the line"
RECOVERED: Final = "a hidden count that its total gives back"
LOST: Final = "two hidden counts in one edition"

K: Final = 5
"""The threshold of the tables in a student's world, in people."""
DEVICES: Final = ["tv", "computer", "phone", "tablet"]
DAYS: Final = pd.date_range("2017-01-31", "2013-07-02", freq="-28D")
"""Days of a second edition, of which a world takes the first that asks for something."""
BETWEEN: Final = pd.Timedelta(days=92)
"""From the first edition to the second."""
FEWEST: Final = 2
"""So many hidden counts a student must work out at least; and by way of one of these, a cell that grew."""


def published(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A column whose fate is drawn first: what is hidden for its size, the cover it needs, and what stays."""
    k = threshold(rng)
    if tag == EMPTY:
        return Case((column([]), k), column([]))
    n_small = 0 if tag == NOTHING else 1 if tag == TIES else int(rng.integers(1, 3))
    small, cover = several(rng, 1, k, n_small), k + int(rng.integers(0, 3))
    larger = cover + 1
    kept = {ZERO: [0, larger], AT_THRESHOLD: [k, k + 3], TIES: [cover, cover]}.get(tag, [larger, larger + 4])
    if tag == AT_THRESHOLD:
        small, cover = several(rng, 1, k, 2), 0
    covered = n_small == 1 and tag != AT_THRESHOLD
    fates = [(count, None) for count in small] + [(count, count) for count in [*kept, *several(rng, larger, 30, 1)]]
    fates.insert(int(rng.integers(0, len(small) + 1)), (cover, None)) if covered else None
    order = sorted(range(len(fates)), key=lambda place: (rng.random(), place))
    if tag == TIES:
        order = list(range(len(fates)))  # the cover is the first of its equals
    return Case((column([fates[n][0] for n in order]), k), column([fates[n][1] for n in order]))


def ways_of(missing: int, hidden: int, k: int) -> list[tuple[int, ...]]:
    """All ways in which some counts of 1 to k - 1 add up to what is missing."""
    return [way for way in product(range(1, k), repeat=hidden) if sum(way) == missing]


def ranges(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A line with hidden counts, and their ranges, counted over all ways to fill it."""
    k = threshold(rng)
    n_hidden = {NOTHING: 0, ORDINARY: 2 + number % 3 // 2, ONE_WAY: 3}.get(tag, 1)
    few, many = (1, k // 2 + 1), ((k + 1) // 2, k)
    hidden = several(rng, *(few, many)[number % 2], n_hidden)
    if tag == ONE_WAY:
        hidden = [(1, k - 1)[number % 2]] * n_hidden
    printed: list[int | None] = [0 if tag == ZERO else k, *several(rng, k, 30, 4 - n_hidden)]
    total = sum(hidden) + sum(count or 0 for count in printed)
    line = column([*printed, *[None] * n_hidden]).sample(frac=1, random_state=int(rng.integers(2**31)))
    ways = ways_of(sum(hidden), n_hidden, k)
    names = list(line.index[line.isna()])
    found = {name: [min(each), max(each)] for name, each in zip(names, zip(*ways, strict=True), strict=True)}
    return Case((with_total(line, total), k), found)


def newcomers(rng: np.random.Generator, tag: str, number: int) -> Case:
    """Two editions of a line; who came is drawn first."""
    k = threshold(rng)
    steps = [0, k + int(rng.integers(1, 9)), int(rng.integers(1, k)), int(rng.integers(1, k)), 0]
    steps[4] = {AT_THRESHOLD: k, ZERO: 0}.get(tag, int(rng.integers(1, k)))
    first = several(rng, k, 40, 5)
    if tag == EMPTY:
        first, steps = [], []
    hidden = {RECOVERED: [2], LOST: [2, 3]}.get(tag, [])
    for place in hidden:
        first[place] = int(rng.integers(1, k))
    second = [count + step for count, step in zip(first, steps, strict=True)]
    lines = []
    for counts, gone in ((first, hidden), (second, [])):
        shown = [None if place in gone else count for place, count in enumerate(counts)]
        lines.append(with_total(column(shown), sum(counts)))
    known = [place for place in range(len(first)) if tag != LOST or place not in hidden]
    return Case((*lines, k), {column(first).index[place] for place in known if 1 <= steps[place] < k})


def own_world(world: Any) -> OwnWorld:
    """Members by country and device on two days, small counts hidden; and what these tables give away."""
    telling = next(pair for pair in _editions(world.viewers) if _asks_for_work(*pair))
    files = [one.printed.assign(total=one.counted.sum(axis="columns")).reset_index() for one in telling]
    exact = [[list(cell), count] for cell, count in telling[0].exact.items()]
    return OwnWorld(
        dict(zip(("first", "second"), files, strict=True)),
        {"my_exact": exact, "my_grown": [list(cell) for cell in grown(*(one.known for one in telling))]},
    )


@dataclass(frozen=True)
class Edition:
    """One edition of a student's table, countries by devices.

    Attributes:
        counted: all counts, in people.
    """

    counted: pd.DataFrame

    @cached_property
    def printed(self) -> pd.DataFrame:
        """The counts, small ones missing."""
        return self.counted.mask((self.counted > 0) & (self.counted < K))

    @cached_property
    def exact(self) -> dict[tuple[str, str], int]:
        """All hidden counts of which their line leaves one possibility."""
        return _exact(self.printed, self.counted)

    @property
    def known(self) -> dict[tuple[str, str], int]:
        """All counts that are printed or worked out."""
        return {**_printed(self.printed), **self.exact}


def grown(first: Mapping[tuple[str, str], int], second: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    """The cells that are known in both editions and grew by 1 to k - 1.

    Examples:
        >>> grown({("Peru", "tv"): 7, ("Peru", "phone"): 9}, {("Peru", "tv"): 8, ("Peru", "phone"): 14})
        [('Peru', 'tv')]
    """
    return [cell for cell, count in second.items() if cell in first and 0 < count - first[cell] < K]


def _editions(viewers: pd.DataFrame) -> Iterator[tuple[Edition, Edition]]:
    """Two editions of a table, for one pair of days after the other."""
    return ((Edition(_members(viewers, day - BETWEEN)), Edition(_members(viewers, day))) for day in DAYS)


def _asks_for_work(first: Edition, second: Edition) -> bool:
    """Whether neither question can be answered from printed counts alone."""
    by_reading = grown(_printed(first.printed), _printed(second.printed))
    return len(first.exact) >= FEWEST and grown(first.known, second.known) != by_reading


def _members(viewers: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Who has joined until a day: countries by devices, in people."""
    joined = viewers[viewers["joined_on"] <= day]
    countries = sorted(viewers["country"].unique())
    return pd.crosstab(joined["country"], joined["device"]).reindex(countries, fill_value=0)[DEVICES].astype("Int64")


def _printed(table: pd.DataFrame) -> dict[tuple[str, str], int]:
    """All counts that are printed."""
    return {
        (row, name): count
        for row, counts in rows_of(table).items()
        for name, count in counts.items()
        if count is not None
    }


def _exact(printed: pd.DataFrame, counted: pd.DataFrame) -> dict[tuple[str, str], int]:
    """All hidden counts of which their line leaves one possibility."""
    found: dict[tuple[str, str], int] = {}
    true = rows_of(counted)
    for row, counts in rows_of(printed).items():
        names = [name for name, count in counts.items() if count is None]
        ways = ways_of(sum(true[row][name] or 0 for name in names), len(names), K)
        possible = zip(names, zip(*ways, strict=True), strict=True)
        found |= {(row, name): each[0] for name, each in possible if len(set(each)) == 1}
    return found


def same_counts(answer: Any, key: Any) -> bool:
    """Whether a dictionary of cells and counts says what the key says."""
    return bool(answer == {tuple(cell): count for cell, count in key})


def same_cells(answer: Any, key: Any) -> bool:
    """Whether a set of cells is the key's."""
    return {tuple(cell) for cell in answer} == {tuple(cell) for cell in key}


SET: Final = ProblemSet(
    "set1",
    (
        FunctionTask("my_published", {ORDINARY: 2, ZERO: 0.5, AT_THRESHOLD: 1, NOTHING: 0.5, TIES: 1}, published),
        FunctionTask(
            "my_ranges", {ORDINARY: 2, ZERO: 0.5, "one hidden count": 0.5, ONE_WAY: 1.5, NOTHING: 0.5}, ranges
        ),
        FunctionTask("my_newcomers", {ORDINARY: 1, AT_THRESHOLD: 1, RECOVERED: 1, LOST: 0.5, EMPTY: 0.5}, newcomers),
        WorldTask("my_exact", 3, same_counts),
        WorldTask("my_grown", 3, same_cells),
    ),
    ("first", "second"),
    own_world,
)
