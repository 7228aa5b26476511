"""Lists of 2,000 viewers and 1,700 titles beside a loop, and without one viewer at a time beside counting anew.

The rows are drawn directly, by popularity; taste does not matter to speed. The peers: for some titles, the same list by
a loop over the other titles with sets of viewers; and for some targets, all lists counted anew without each of them.
"""

import numpy as np
import pandas as pd
import pytest

from lessons.recommendations.known import titles_known
from lessons.recommendations.reading import read_without
from lessons.recommendations.release import AlsoWatched, count_together
from tests.benchmarks.turns import say, sizes, take_turns
from tests.lessons.recommendations.test_release import by_a_loop

LEAST_OF_A_LOOP, LEAST_OF_COUNTING_ANEW = 20, 50
"""How many times as long they take."""


def drawn(viewers, titles, rows):
    """Who has watched what, by popularity, and the catalogue."""
    rng, popularity = np.random.default_rng(53), 1 / (np.arange(titles) + 20.0)
    title = rng.choice(titles, rows, p=popularity / popularity.sum())
    pairs = pd.DataFrame({"viewer_id": rng.integers(1, viewers + 1, rows), "title_id": title}).drop_duplicates()
    return pairs, pd.DataFrame({"title_id": range(titles)})


def lists_by_a_loop(rows, titles, some):
    """The lists of the first so many titles, one title after the other."""
    fans = {title: set(part) for title, part in rows.groupby("title_id")["viewer_id"]}
    lists = {}
    for one in titles["title_id"].head(some):
        alike = [
            (len(common) ** 2 / len(fans[other]), -other)
            for other in fans
            if other != one and (common := fans.get(one, set()) & fans[other])
        ]
        lists[one] = [-other for _, other in sorted(alike, reverse=True)[:20]]
    return lists


@pytest.mark.parametrize(("size", "some"), sizes(((100, 60, 1_500), 60), ((2_000, 1_700, 260_000), 20)))
def test_lists_beside_a_loop(size, some, judged):
    rows, titles = drawn(*size)
    turns = take_turns(
        {
            "ours": lambda: AlsoWatched()(count_together(rows, titles)),
            "a loop": lambda: lists_by_a_loop(rows, titles, some),
        },
        rounds=3,
    )
    ratio = len(titles) / some * turns.ratio("a loop", "ours")
    say(f"{size}: all lists in {turns.median('ours'):.2f} s; a loop takes {ratio:.0f} times as long")
    ours, loop = turns.results["ours"], turns.results["a loop"]
    assert {title: ours.of(title)["title_id"].tolist() for title in loop} == loop
    assert not judged or ratio >= LEAST_OF_A_LOOP


@pytest.mark.parametrize(
    ("size", "targets", "some"), sizes(((100, 60, 1_500), 20, 2), ((2_000, 1_700, 260_000), 400, 3))
)
def test_without_each_target_beside_counting_anew(size, targets, some, judged):
    rows, titles = drawn(*size)
    together, known = count_together(rows, titles), titles_known(rows, pd.Series(range(1, targets + 1)))
    few = known[known["target"].le(some)]

    def anew():
        parts = [
            AlsoWatched()(count_together(rows[rows["viewer_id"].ne(target)], titles)).read(part)
            for target, part in few.groupby("target")
        ]
        return pd.concat(parts, ignore_index=True)

    turns = take_turns({"ours": lambda: read_without(together, rows, known), "anew": anew}, rounds=3)
    ratio = targets / some * turns.ratio("anew", "ours")
    say(f"{size}: without each of {targets} targets {turns.median('ours'):.2f} s; anew {ratio:.0f} times as long")
    ours = turns.results["ours"]
    pd.testing.assert_frame_equal(ours[ours["target"].le(some)].reset_index(drop=True), turns.results["anew"])
    assert not judged or ratio >= LEAST_OF_COUNTING_ANEW


def test_the_loop_is_that_of_the_tests():
    rows, titles = drawn(30, 12, 150)
    assert lists_by_a_loop(rows, titles, 12) == by_a_loop(rows, range(12), 20, 0)
