"""What the lesson on quasi-identifiers claims, held against five worlds."""

from functools import cache

import pandas as pd
import pytest

from disclosure.measures import score, wilson_interval
from disclosure.records.anonymity import class_sizes, information_lost, k_anonymity, l_diversity, t_closeness
from disclosure.records.equivalence_classes import class_of, classes_of
from disclosure.records.generalisation import Generalise
from disclosure.records.mondrian import Mondrian
from lessons.quasi_identifiers.attack import guess_among_matches, guess_fact, link
from lessons.quasi_identifiers.intersection import intersect
from lessons.quasi_identifiers.persons import late_sleeper, one_secret, wrongly_accused
from lessons.quasi_identifiers.release import (
    QUASI_IDENTIFIERS,
    as_in_an_extract,
    facts_behind,
    research_extract,
    who_is_who,
)
from tests.lessons.worlds import SEEDS, every_seed, world

every_k = pytest.mark.parametrize("k", [2, 3, 5, 10])


@cache
def extract(seed, draw=53):
    return research_extract(world(seed).viewers, world(seed).views, world(seed).titles, share=0.6, seed=draw)


@cache
def boxes(seed, k, draw=53):
    return Mondrian(k)(extract(seed, draw)[0])


@cache
def register(seed):
    return as_in_an_extract(world(seed).outside.register)


def truth(seed, draw=53):
    return who_is_who(world(seed).truth.register, extract(seed, draw)[1])


def members(seed, draw=53):
    return register(seed)[register(seed)["register_id"].isin(truth(seed, draw).dropna()["target"])]


def declarations(seed, way):
    rows = extract(seed)[0]
    return score(link(way(rows), register(seed)), truth(seed), blind=1 / len(rows))


@every_seed
def test_the_names_are_removed_and_nearly_everybody_in_both_is_named(seed):
    risk = declarations(seed, Generalise())
    assert risk.right > 0.99 * len(members(seed)) > 100 * risk.baseline


@every_seed
def test_coarser_facts_find_fewer_and_accuse_a_larger_share(seed):
    """Summed over worlds, for one world has few declarations at the coarse end."""
    years = declarations(seed, Generalise("year"))
    assert years.wrong > 0 and years.right < declarations(seed, Generalise()).right


def test_a_larger_share_of_coarse_declarations_is_wrong():
    ways = [Generalise(), Generalise("year"), Generalise("year", postcode="area")]
    shares = []
    for way in ways:
        risks = [declarations(seed, way) for seed in SEEDS]
        shares.append(sum(risk.wrong for risk in risks) / sum(risk.wrong + risk.right for risk in risks))
    assert shares[0] < shares[1] < shares[2]


@every_seed
@pytest.mark.parametrize("way", [Generalise("decade", postcode="area"), Mondrian(5)], ids=repr)
def test_everybody_falls_into_the_class_of_her_own_row(seed, way):
    """What labels stand for is the same in the register and in the extract, for every region of the world."""
    rows = way(extract(seed)[0])
    numbers, classes = classes_of(rows, QUASI_IDENTIFIERS)
    hers = dict(zip(register(seed)["register_id"], class_of(register(seed), classes), strict=True))
    own = truth(seed).dropna().merge(pd.DataFrame({"answer": rows["row_id"], "number": numbers}))
    assert len(own) == len(members(seed)) and (own["target"].map(hers) == own["number"]).all()


@every_seed
@every_k
def test_members_are_linked_at_most_one_time_in_k(seed, k):
    guesses = guess_among_matches(boxes(seed, k), members(seed))
    risk = score(guesses, truth(seed), blind=1 / len(extract(seed)[0]))
    assert k_anonymity(boxes(seed, k)) >= k
    assert guesses["declared"].all() and guesses["confidence"].max() <= 1 / k
    assert risk.low <= 1 / k
    assert not link(boxes(seed, k), register(seed))["declared"].any()


@every_k
def test_over_all_worlds_too(k):
    risks = [score(guess_among_matches(boxes(seed, k), members(seed)), truth(seed), blind=0) for seed in SEEDS]
    assert sum(risk.right for risk in risks) <= sum(risk.n for risk in risks) / k


@every_seed
def test_facts_are_guessed_above_baseline_because_ones_own_row_is_there(seed):
    rows, key = extract(seed)
    facts = facts_behind(world(seed).truth.register, rows, key)
    others = facts_behind(world(seed).truth.register, *extract(seed, 54))
    others = others[~others["target"].isin(facts["target"])]
    outsiders = register(seed)[register(seed)["register_id"].isin(others["target"])]
    usual = rows["late_nights"].value_counts(normalize=True).max()
    inside = score(guess_fact(boxes(seed, 3), members(seed)), facts, blind=usual)
    outside = score(guess_fact(boxes(seed, 3), outsiders), others, blind=usual)
    assert inside.low > usual
    assert inside.right / (inside.right + inside.wrong) > outside.right / (outside.right + outside.wrong)
    assert wilson_interval(outside.right, outside.right + outside.wrong)[0] <= usual
    certain = score(guess_fact(boxes(seed, 3), members(seed), sure=1), facts, blind=usual)
    assert certain.right > 0 == certain.wrong


@every_seed
def test_diversity_takes_certainty_and_leaves_the_majority(seed):
    rows, key = extract(seed)
    facts = facts_behind(world(seed).truth.register, rows, key)
    usual = rows["late_nights"].value_counts(normalize=True).max()
    diverse = Mondrian(3, distinct=2)(rows)
    assert l_diversity(diverse) >= 2
    assert not guess_fact(diverse, members(seed), sure=1)["declared"].any()
    assert score(guess_fact(diverse, members(seed)), facts, blind=usual).low > usual


@every_seed
def test_closeness_makes_the_majority_say_less(seed):
    rows, key = extract(seed)
    facts = facts_behind(world(seed).truth.register, rows, key)
    close = Mondrian(3, closeness=0.25)(rows)
    right = [score(guess_fact(it, members(seed)), facts, blind=0).right for it in (boxes(seed, 3), close)]
    assert right[1] < right[0] and t_closeness(close) <= 0.25 + 1e-9
    assert information_lost(rows, close) > information_lost(rows, boxes(seed, 3))


@every_seed
def test_two_extracts_leave_crowds_below_k(seed):
    both = members(seed)[members(seed)["register_id"].isin(members(seed, 54)["register_id"])]
    left = intersect(boxes(seed, 3), boxes(seed, 3, 54), both)
    assert left[["first_crowd", "second_crowd"]].min().min() >= 3
    assert left["crowd"].median() < 3 and left["crowd"].eq(1).mean() > 0.25
    known = score(left, truth(seed), blind=1 / len(extract(seed)[0]))
    assert known.low > known.baseline / known.n and known.wrong == 0
    anybody = score(intersect(boxes(seed, 3), boxes(seed, 3, 54), register(seed)), truth(seed), blind=0)
    assert anybody.wrong > 0


@every_seed
def test_the_people_of_the_notebook_are_there(seed):
    """Bea, somebody who is wrongly accused, and somebody whose class has one secret."""
    rows, named = extract(seed)[0], register(seed)
    bea = late_sleeper(rows, named, truth(seed))
    assert (rows[list(QUASI_IDENTIFIERS)] == bea[list(QUASI_IDENTIFIERS)]).all(axis="columns").sum() == 1
    assert len(wrongly_accused(Generalise("year", postcode="area"), rows, named, truth(seed))) == 2
    assert one_secret(boxes(seed, 3), members(seed))[1]["late_nights"].nunique() == 1


@every_seed
def test_boxes_lose_less_than_the_same_for_everybody(seed):
    rows = extract(seed)[0]
    coarse = Generalise("decade", postcode="area")(rows)
    small = class_sizes(coarse) < 5
    assert small.any()
    assert information_lost(rows, boxes(seed, 5)) < information_lost(rows, coarse[~small])
