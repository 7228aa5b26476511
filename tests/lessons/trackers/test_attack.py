"""Trackers on tiny worlds: what they count is what is there, and one is found exactly if there is one."""

from itertools import combinations

import pandas as pd
import pytest

from lessons.trackers.attack import (
    by_average,
    by_double,
    by_equality,
    by_general,
    by_refusal,
    crowds,
    direct,
    double,
    find_double_tracker,
    find_tracker,
    general,
    guess_each,
    individual,
    pairs_of_answers,
    splits,
)
from lessons.trackers.conditions import Fact, all_of
from lessons.trackers.defences import NoiseBySet
from lessons.trackers.release import Desk, facts_of, facts_offered, targets
from tests.lessons.trackers.small_desk import small_people

WATCHED = Fact("watched", True)
PEOPLE = small_people()
KNOWN, TRUTH = targets(PEOPLE, 60, seed=1)
FACTS = [facts_of(PEOPLE.iloc[i]) for i in range(len(PEOPLE))]
TINY = [(small_people(n, seed), k) for n in (6, 8, 9) for seed in range(4) for k in (1, 2, 3)]


def truth_of(facts, people=PEOPLE):
    """How many are like somebody, and how many of these have watched: counted row by row."""
    like = pd.Series(True, people.index)
    for fact in facts:
        like &= people[fact.column].eq(fact.label)
    return int(like.sum()), int(people.loc[like, "watched"].sum())


@pytest.mark.parametrize("k", [2, 5, 10, 20])
def test_what_the_individual_tracker_learns_is_true(k):
    desk = Desk(PEOPLE, k)
    learnt = [individual(desk, facts, WATCHED) for facts in FACTS]
    assert all(
        (each.people, each.secret) in ((None, None), truth_of(facts)) for each, facts in zip(learnt, FACTS, strict=True)
    )
    assert sum(each.people is not None for each in learnt) > 40


@pytest.mark.parametrize(("people", "k"), TINY)
def test_the_individual_tracker_is_found_exactly_if_one_of_its_splits_is_answered(people, k):
    desk = Desk(people, k)
    for i in range(len(people)):
        facts = facts_of(people.iloc[i])
        sizes = [[desk.true_count(each) for each in (a, a & ~b, a & ~(b & WATCHED))] for a, b in splits(facts)]
        answered = any(all(k <= size <= len(people) - k for size in three) for three in sizes)
        learnt = individual(desk, facts, WATCHED)
        assert (learnt.people is not None) == answered
        assert not answered or (learnt.people, learnt.secret) == truth_of(facts, people)


@pytest.mark.parametrize(("people", "k"), TINY)
@pytest.mark.parametrize("joined", [1, 2, 3])
def test_a_general_tracker_is_found_exactly_if_there_is_one(people, k, joined):
    offered, desk, n = facts_offered(people)[:9], Desk(people, k), len(people)
    sets = [frozenset(people.index[people[fact.column] == fact.label]) for fact in offered]
    unions = [frozenset().union(*some) for size in range(1, joined + 1) for some in combinations(sets, size)]
    tracker, asked = find_tracker(desk, offered, joined=joined)
    assert (tracker is not None) == any(2 * k <= len(union) <= n - 2 * k for union in unions)
    assert asked <= len(unions) and (tracker is not None or asked == len(unions))
    if tracker is not None:
        for facts in (facts_of(people.iloc[i]) for i in range(n)):
            like = truth_of(facts, people)
            learnt = by_general(desk, facts, WATCHED, tracker=tracker)
            assert like[0] > k or (learnt.people, learnt.secret) == like


@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_of_all_sets_of_nine_people_one_is_a_general_tracker_up_to_a_quarter(k):
    everybody = [Fact("viewer_id", number) for number in range(9)]
    tracker, asked = find_tracker(Desk(small_people(9), k), everybody, joined=9)
    assert (tracker is not None) == (4 * k <= 9) and (tracker is not None or asked == 2**9 - 1)


@pytest.mark.parametrize(("people", "k"), TINY)
def test_a_double_tracker_is_found_exactly_if_there_is_one(people, k):
    offered, desk, n = facts_offered(people)[:8], Desk(people, k), len(people)
    sets = [frozenset(people.index[people[fact.column] == fact.label]) for fact in offered]
    inner = [frozenset().union(*some) for size in (1, 2) for some in combinations(sets, size)]
    pairs = [(t, t | u) for t in inner for u in (frozenset(), *sets)]
    exists = any(k <= len(t) <= n - 2 * k and 2 * k <= len(u) <= n - k for t, u in pairs)
    found, _ = find_double_tracker(desk, offered)
    assert (found is not None) == exists
    if found is not None:
        for facts in (facts_of(people.iloc[i]) for i in range(n)):
            learnt = by_double(desk, facts, WATCHED, inner=found[0], outer=found[1])
            assert truth_of(facts, people)[0] > k or (learnt.people, learnt.secret) == truth_of(facts, people)


def test_general_and_double_by_hand():
    """Ten people; C is one of them, T are five, U are seven."""
    people = pd.DataFrame({"c": [True] + [False] * 9, "t": [True] * 5 + [False] * 5, "u": [True] * 7 + [False] * 3})
    c, t, u = (Fact(name, True) for name in "ctu")
    assert Desk(people, 2).answer(c) is None
    assert general(Desk(people, 2), c, t) == 1 and double(Desk(people, 3), c, t & u & ~c, u) == 1
    assert general(Desk(people, 6), c, t) is None and double(Desk(people, 6), c, t, u) is None


def test_directly_nothing_is_learnt_of_a_few():
    assert direct(Desk(PEOPLE, 5), FACTS[0], WATCHED) == (None, None, 2)


def test_refusals_tell_where_zeros_are_told_and_never_anything_wrong():
    for k in (2, 10):
        desk = Desk(PEOPLE, k, zeros=True)
        for facts in FACTS:
            learnt, (people, watched) = by_refusal(desk, facts, WATCHED), truth_of(facts)
            assert (learnt.secret is None) == (0 < watched < people)
            assert learnt.secret is None or learnt.secret == (watched > 0)


def test_splits_are_two_for_each_fact_and_none_for_one():
    assert len(list(splits(FACTS[0]))) == 12 and list(splits(FACTS[0][:1])) == []
    for a, b in splits(FACTS[0]):
        assert Desk(PEOPLE, 1).true_count(a & b) == truth_of(FACTS[0])[0]


def test_a_crowd_is_without_her():
    desk, everything = Desk(PEOPLE, 1), all_of(FACTS[0])
    named = list(crowds(FACTS[0]))
    assert len(named) == len(set(named)) == 2**6 - 6 - 1
    assert all(desk.true_count(crowd & everything) == 0 < desk.true_count(crowd) for crowd in named)


def test_pairs_of_answers_differ_by_her_if_there_is_no_noise():
    desk = Desk(PEOPLE, 5)
    for facts in FACTS[:20]:
        pairs = pairs_of_answers(desk, facts, WATCHED, ways=4)
        assert pairs and len(pairs) <= 4
        assert {with_her - without for without, with_her in pairs} == {truth_of(facts)[1]}
        assert len(set(pairs_of_answers(desk, facts, WATCHED, ways=3, same=True))) == 1
    assert by_average(desk, FACTS[0][:1], WATCHED, ways=4) == (None, None, 0)
    assert by_equality(desk, FACTS[0][:1], WATCHED, ways=4) == (None, None, 0)


def test_other_answers_prove_that_somebody_is_in_between():
    desk = NoiseBySet(sd=3)(Desk(PEOPLE, 5))
    for facts in FACTS:
        if by_equality(desk, facts, WATCHED, ways=2).secret:
            assert truth_of(facts)[1] > 0


def test_whoever_is_silent_has_people_like_her_of_whom_only_some_watched():
    found = guess_each(Desk(PEOPLE, 5), KNOWN, WATCHED, individual).set_index("target")
    answer = TRUTH.set_index("target")["answer"]
    known = [truth_of(facts) for facts in FACTS]
    told = [watched in (0, like) for like, watched in known]
    declared = found.loc[PEOPLE["viewer_id"], "declared"]
    assert declared.sum() > 40 and not (declared.to_numpy() & ~pd.Series(told).to_numpy()).any()
    claims = found[found["declared"]]
    assert (claims["claim"] == answer.loc[claims.index]).all() and found["asked"].min() >= 3


def test_a_mean_without_noise_is_right_of_everybody_who_is_alone():
    desk, alone = Desk(PEOPLE, 5), [facts for facts in FACTS if truth_of(facts)[0] == 1]
    assert len(alone) > 40
    assert all(by_average(desk, facts, WATCHED, ways=4).secret == truth_of(facts)[1] for facts in alone)
