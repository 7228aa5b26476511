"""What trackers claims, held against five worlds: who is found, who is accused, and what refusing more costs."""

from functools import cache

import pytest

from lessons.trackers.release import Desk, people_at_desk, targets
from lessons.trackers.side_by_side import one_person
from lessons.trackers.sweep import Neighbours, by_noise, by_threshold, by_zeros, smallest_counts, usable_trackers
from tests.lessons.worlds import SEEDS, every_seed, world


@cache
def people(seed):
    return people_at_desk(world(seed).views, world(seed).viewers, world(seed).titles)


@cache
def neighbours(seed, n=300):
    return Neighbours(*targets(people(seed), n, seed=53))


@cache
def swept(seed):
    ks = smallest_counts(people(seed), [0.1, 0.28, 0.4])
    return by_threshold(people(seed), neighbours(seed), ks).set_index(["k", "way"])


def by_way(seed, way):
    return swept(seed).xs(way, level="way")


@every_seed
def test_directly_nobody_is_told_and_with_crowds_nearly_everybody_at_a_tenth(seed):
    k = len(people(seed)) // 10
    at_k = swept(seed).loc[k]
    assert at_k.loc["direct", "abstained"] == 300
    assert (at_k.loc[["individual", "general"], "right"] >= 0.97 * 300).all()
    assert (at_k["wrong"] == 0).all() and at_k.loc["individual", "right"] > at_k.loc["individual", "baseline"]


@every_seed
def test_above_a_quarter_there_is_no_tracker_for_all_and_ones_own_crowd_works_as_before(seed):
    n = len(people(seed))
    for k in (k for k in smallest_counts(people(seed), [0.28, 0.4]) if 4 * k > n):
        at_k = swept(seed).loc[k]
        assert at_k.loc["general", "tracker"] == "" and usable_trackers(people(seed), k) == 0
        assert at_k.loc["individual", "right"] >= 0.95 * 300 and at_k.loc["individual", "wrong"] == 0


@every_seed
def test_two_sets_go_on_above_a_quarter(seed):
    k = smallest_counts(people(seed), [0.28])[0]
    assert swept(seed).loc[(k, "double"), "right"] >= 0.97 * 300


@every_seed
def test_refusing_more_costs_readers_and_stops_nobody(seed):
    own = by_way(seed, "individual")
    assert own["right"].nunique() == 1
    assert own["lost"].is_monotonic_increasing and own["lost"].iloc[-1] > 0.9


@every_seed
def test_where_zeros_are_told_refusals_tell_all(seed):
    zeros = by_zeros(people(seed), neighbours(seed), [20, len(people(seed)) // 10])
    assert (zeros["right"] >= 0.97 * 300).all() and (zeros["wrong"] == 0).all() and zeros["asked"].max() < 2


@cache
def noisy(seed):
    found = by_noise(Desk(people(seed), 20), neighbours(seed, 50))
    return found.set_index(["noise", "way", "pairs"]).sort_index()["right"]


@every_seed
def test_noise_by_set_falls_to_the_question_whether_answers_are_equal(seed):
    right = noisy(seed)
    assert right["text", "again"].nunique() == right["set", "again"].nunique() == 1
    assert right["set", "equal", 4] >= 0.97 * 50
    assert right["set", "equal", 1] >= 0.85 * 50 > right["fresh", "again", 1]


def test_averaging_is_slow_and_in_the_end_works_by_other_words_too():
    """All five worlds together: one pair of answers tells no more than a blind guess; sixty tell much more."""
    right, blind = sum(noisy(seed) for seed in SEEDS), sum(50 * neighbours(seed, 50).blind for seed in SEEDS)
    assert max(right["fresh", "again", 1], right["text", "otherwise", 1]) < blind
    assert min(right["fresh", "again", 62], right["text", "otherwise", 62]) > 1.1 * blind
    assert right["text", "again", 62] < blind


@pytest.mark.parametrize("seed", SEEDS)
def test_somebody_is_there_to_be_looked_for(seed):
    assert one_person(people(seed))["watched"]
