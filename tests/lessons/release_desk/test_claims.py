"""What the lesson says, over five worlds: what is found, by whom, after which decision, and what can be answered."""

import json
from functools import cache

import pytest

from disclosure.measures import wilson_interval
from lessons.release_desk.answering import RIGHT, answers
from lessons.release_desk.attackers import ATTACKS
from lessons.release_desk.decisions import everybody_gets, published
from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.scores import attacked
from lessons.release_desk.search import answered, finds_somebody
from lessons.release_desk.together import PAIR, TRIPLE
from tests.lessons.worlds import SEEDS, world

TWO = ["Ada", "Grace"]
"""The worlds of each run of the tests; once a week it is all five."""

each_seed = pytest.mark.parametrize(
    "seed", [seed if seed in TWO else pytest.param(seed, marks=pytest.mark.weekly) for seed in SEEDS]
)

OF_STAFF = {"top ten": "repaired for insiders", "hours": "without the staff"}

DECISIONS = {
    "single cells": {"top ten": "as asked"},
    "releases together": TRIPLE,
    "companions": {"researchers": "repaired, with means"},
    "averaging": {"top ten": "cell keys"},
    "singling out": {"joke": "as asked"},
    "linking with the register": {"extract": "as asked"},
    "linking with reviews": {"extract": "as asked"},
    "growth": {"dashboard": "as asked"},
    "all but the staff": OF_STAFF,
    "membership": {"researchers": "the cohort only"},
    "dominance": {"hours": "as asked"},
    "insiders": {"top ten": "repaired for readers"},
}
"""Attack -> a decision after which people count for it, since no weaker attacker finds them."""

WITH_OTHERS = {"single cells", "linking with the register", "linking with reviews", "all but the staff"}
"""Beside these, others find somebody, too: of a table that opens to readers, insiders see still more; an extract falls
to two attacks; and the table without the staff is repaired for readers only."""

GOOD = {
    "joke": "by device",
    "top ten": "repaired for insiders",
    "extract": "on site",
    "hours": "10 % rule",
}
"""A decision by which these attacks find nobody; all else is declined. It was searched (see `search.good_decision`)."""


@cache
def office(seed):
    return Office(world(seed))


def result_of(seed, choices):
    return attacked(office(seed), published(office(seed), choices))


def found(seed, choices):
    return set(result_of(seed, choices).first_found_by)


@each_seed
def test_declining_all_finds_nobody_and_answers_nothing(seed):
    asked = answers(office(seed), published(office(seed), everybody_gets("decline")))
    assert not found(seed, everybody_gets("decline"))
    assert len(asked) == 18 and not asked["verdict"].eq(RIGHT).any()


@pytest.mark.parametrize("attack", list(DECISIONS))
def test_each_attack_has_a_decision_after_which_people_count_for_it(attack, seeds=TWO):
    """It lists attack x decision: how many people count for the attack in each world, and how many are found at all."""
    first = {seed: list(result_of(seed, DECISIONS[attack]).first_found_by.values()) for seed in seeds}
    counts = {seed: (names.count(attack), len(names)) for seed, names in first.items()}
    assert all(own for own, _ in counts.values()), (attack, DECISIONS[attack], counts)
    assert attack in WITH_OTHERS or all(own == every for own, every in counts.values()), (attack, counts)


def test_no_attack_is_without_its_decision():
    assert list(DECISIONS) == [attack.name for attack in ATTACKS]


@pytest.mark.parametrize("attack", list(DECISIONS))
def test_an_attack_tells_more_than_luck_after_its_decision(attack, seeds=TWO):
    """In each world, or in all of them together, it is right more often than a blind guesser who speaks as often."""
    outcomes = [one for seed in seeds for one in result_of(seed, DECISIONS[attack]).outcomes if one.attack == attack]
    right, claims = sum(one.risk.right for one in outcomes), [one.risk.right + one.risk.wrong for one in outcomes]
    lucky = sum(made * one.risk.baseline / one.risk.n for made, one in zip(claims, outcomes, strict=True))
    assert all(one.beyond_blind for one in outcomes) or wilson_interval(right, sum(claims))[0] > lucky / sum(claims)


@pytest.mark.weekly
@pytest.mark.parametrize("attack", list(DECISIONS))
def test_both_hold_in_all_five_worlds(attack):
    test_each_attack_has_a_decision_after_which_people_count_for_it(attack, SEEDS)
    test_an_attack_tells_more_than_luck_after_its_decision(attack, SEEDS)


@each_seed
def test_two_releases_tell_what_neither_tells(seed):
    for repair in ("repaired for readers", "repaired for insiders"):
        pair = {**PAIR, "top ten": repair}
        apart = set().union(*(found(seed, {name: choice}) for name, choice in pair.items()))
        assert found(seed, pair) - apart


@each_seed
def test_three_releases_tell_what_no_two_of_them_tell(seed):
    two = set().union(*(found(seed, {k: v for k, v in TRIPLE.items() if k != left_out}) for left_out in TRIPLE))
    people = office(seed).by_age
    young = people[people["region"].eq(office(seed).study_region) & people["age"].eq("under 18")]
    assert set(young["viewer_id"]) <= found(seed, TRIPLE) and not set(young["viewer_id"]) & two


@each_seed
def test_a_good_decision_exists(seed):
    assert not finds_somebody(office(seed), GOOD) and answered(office(seed), GOOD) >= 9


@pytest.mark.parametrize("seed", TWO)
def test_cell_keys_stop_the_single_cell_and_not_the_question_whether_something_changed(seed):
    keyed = result_of(seed, {"top ten": "cell keys", "dashboard": "cell keys"})
    by_attack = {one.attack: one for one in keyed.outcomes}
    assert "single cells" not in by_attack and "insiders" not in by_attack
    assert by_attack["averaging"].beyond_blind and by_attack["growth"].beyond_blind
    assert by_attack["growth"].risk.wrong > 0


def test_the_record_has_the_reasons_and_nothing_that_was_hidden():
    desk = ReleaseDesk(office("Ada"))
    for request in REQUESTS:
        desk.decide(request.name, request.choices[1].name, f"A reason for {request.name}.")
    desk.signed("otter")
    record = desk.record()
    text = json.dumps(record)
    assert all(f"A reason for {request.name}." in text for request in REQUESTS)
    assert record["people_found"] == desk.attack().found > 0
    table = desk.published()[1].sheets["the ten titles by region"]
    assert not any(str(title) in text for title in table.cells["title"] if title != "total")
    assert not any(str(person) in text for person in desk.attack().first_found_by)


def only(seed, choices):
    """What the one attack achieved that had something to read."""
    [outcome] = result_of(seed, choices).outcomes
    return outcome


@each_seed
def test_a_dashboard_tells_of_most_newcomers_and_cell_keys_hardly_help(seed):
    asked, keyed = (only(seed, {"dashboard": choice}) for choice in ("as asked", "cell keys"))
    assert asked.risk.low > 0.5 and asked.risk.wrong == 0
    assert keyed.risk.right > 0.8 * asked.risk.right and keyed.risk.wrong > 0


@each_seed
def test_rare_editions_tell_of_nobody_and_noise_of_no_more_than_luck(seed):
    rare, noisy = (only(seed, {"dashboard": choice}) for choice in ("every 13 weeks", "noise"))
    assert not rare.found and rare.risk.wrong == 0
    assert len(noisy.found) <= 3 and not noisy.beyond_blind


@each_seed
def test_vaguer_days_do_not_help_and_nobody_is_linked_where_there_are_none(seed):
    asked, vague = (result_of(seed, {"extract": choice}) for choice in ("as asked", "vaguer days"))
    assert all(one.beyond_blind and one.risk.wrong > 0 for one in (*asked.outcomes, *vague.outcomes))
    assert vague.found > 0.9 * asked.found
    assert not found(seed, {"extract": "coarser"}) and not found(seed, {"extract": "on site"})


@each_seed
def test_members_of_the_cohort_are_found_and_others_accused(seed):
    membership = only(seed, {"researchers": "the cohort only"})
    assert membership.beyond_blind and membership.risk.right >= 10 and membership.risk.wrong > 0


@each_seed
def test_the_staff_is_told_by_two_releases_and_by_none_alone(seed):
    by_attack = {one.attack: one for one in result_of(seed, OF_STAFF).outcomes}
    assert by_attack["all but the staff"].found and by_attack["all but the staff"].risk.wrong == 0
    apart = [result_of(seed, {name: choice}).outcomes for name, choice in OF_STAFF.items()]
    assert "all but the staff" not in {one.attack for each in apart for one in each}
