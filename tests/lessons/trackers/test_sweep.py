import pandas as pd
import pytest

from lessons.trackers.attack import individual
from lessons.trackers.release import KNOWN, Desk, facts_offered, targets
from lessons.trackers.sweep import (
    HOW,
    NOISES,
    Neighbours,
    by_noise,
    by_threshold,
    by_zeros,
    refused_share,
    smallest_counts,
    usable_trackers,
)
from tests.lessons.trackers.small_desk import small_people

PEOPLE = small_people(120)
SOME = Neighbours(*targets(PEOPLE, 25, seed=1))


@pytest.fixture(scope="module")
def swept():
    return by_threshold(PEOPLE, SOME, [5, 34, 50]).set_index(["k", "way"])


def test_the_rows_are_thresholds_and_ways(swept):
    assert len(swept) == 3 * 4 and (swept[["right", "wrong", "abstained"]].sum(axis=1) == 25).all()
    assert (swept.xs("direct", level="way")["right"] == 0).all() and (swept["wrong"] == 0).all()
    assert (swept["baseline"] == 25 * SOME.blind).all()


def test_one_set_for_all_ends_at_a_quarter_and_two_at_a_third(swept):
    assert swept.loc[(5, "general"), "right"] == swept.loc[(5, "individual"), "right"] > 15
    assert swept.loc[(34, "general"), "tracker"] == "" and swept.loc[(34, "general"), "asked"] == 0
    assert swept.loc[(34, "double"), "right"] > 15 and ", a part of: " in swept.loc[(34, "double"), "tracker"]
    assert swept.loc[(50, "double"), "abstained"] == 25 and swept.loc[(50, "individual"), "right"] > 15


def test_the_price_counts_people_in_refused_cells_of_all_tables_by_two_facts():
    """Ten tables of 6 and 4 people; five by sex as well, of 6, 3 and 1."""
    people = pd.DataFrame({name: ["a"] * 6 + ["b"] * 4 for name in KNOWN})
    people["sex"] = ["a"] * 9 + ["b"]
    assert refused_share(people, 2) == pytest.approx(5 * 1 / 150)
    assert refused_share(people, 4) == pytest.approx(5 * 4 / 150)
    assert refused_share(people, 5) == 1


def test_smallest_counts_are_rounded_up():
    assert smallest_counts(pd.DataFrame(index=range(7)), [0.1, 0.5, 1]) == [1, 4, 7]


def test_usable_trackers_are_counted_fact_by_fact():
    sizes = [Desk(PEOPLE, 1).answer(fact) for fact in facts_offered(PEOPLE)]
    assert usable_trackers(PEOPLE, 15) == pytest.approx(sum(30 <= size <= 90 for size in sizes) / len(sizes))
    assert usable_trackers(PEOPLE, 31) == 0


def test_noise_is_asked_in_all_ways():
    noisy = by_noise(Desk(PEOPLE, 5), SOME)
    assert len(noisy) == len(NOISES) * sum(len(numbers) for _, numbers in HOW.values())
    right = noisy.set_index(["noise", "way", "pairs"])["right"].sort_index()
    assert right["text", "again"].nunique() == right["set", "again"].nunique() == 1
    assert right["set", "equal", 4] >= right["set", "equal", 1] > right["fresh", "equal", 1]


def test_zeros_tell_whatever_k_is():
    zeros = by_zeros(PEOPLE, SOME, [5, 50])
    assert zeros["right"].nunique() == 1 and zeros["right"].min() > 15 and (zeros["wrong"] == 0).all()


def test_a_blind_guess_says_what_is_more_frequent():
    assert Neighbours(SOME.known, SOME.truth.assign(answer=[True] * 20 + [False] * 5)).blind == 0.8
    outcome = SOME.ask(Desk(PEOPLE, 5), individual)
    assert outcome["asked"] >= 3 and outcome["n"] == 25
