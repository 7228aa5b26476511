"""What the release desk claims of attackers who know something of others: in two worlds each day, in five each week."""

from functools import cache

import pytest

from lessons.release_desk.averaging import AVERAGING
from lessons.release_desk.growth import GROWTH
from lessons.release_desk.letters import request_named
from lessons.release_desk.linkers import REGISTER, REVIEWS
from lessons.release_desk.membership import MEMBERSHIP
from lessons.release_desk.office import Office
from lessons.release_desk.release import release
from lessons.release_desk.scores import attacked
from lessons.release_desk.without_staff import ALL_BUT_THE_STAFF
from tests.lessons.worlds import SEEDS, world

EACH_DAY = ("Ada", "Grace")
some_seeds = pytest.mark.parametrize(
    "seed", [seed if seed in EACH_DAY else pytest.param(seed, marks=pytest.mark.weekly) for seed in SEEDS]
)
ATTACKS = (AVERAGING, REGISTER, REVIEWS, GROWTH, ALL_BUT_THE_STAFF, MEMBERSHIP)


@cache
def office(seed):
    return Office(world(seed))


def outcomes(seed, *decided):
    """What these attacks make of some decisions, such as ("dashboard", "as asked"), all together; by attack."""
    out = [release(office(seed), request_named(request), choice) for request, choice in decided]
    return {one.attack: one for one in attacked(office(seed), out, ATTACKS).outcomes}


def only(seed, *decided):
    """The one attack that has something to read."""
    [outcome] = outcomes(seed, *decided).values()
    return outcome


def declared(outcome):
    return outcome.risk.right + outcome.risk.wrong


@some_seeds
def test_a_dashboard_as_asked_tells_of_most_newcomers_and_is_never_wrong(seed):
    growth = only(seed, ("dashboard", "as asked"))
    assert growth.beyond_blind and growth.risk.low > 0.5 and growth.risk.wrong == 0


@some_seeds
def test_cell_keys_do_not_hide_that_a_number_has_changed(seed):
    """The defence that answers single cells leaves growth, and some are accused wrongly now."""
    asked, keyed = (only(seed, ("dashboard", choice)) for choice in ("as asked", "cell keys"))
    assert keyed.risk.right > 0.8 * asked.risk.right and keyed.risk.wrong > 0


@some_seeds
def test_rare_editions_tell_of_nobody_and_noise_of_no_more_than_chance(seed):
    rare, noisy = (only(seed, ("dashboard", choice)) for choice in ("every 13 weeks", "noise"))
    assert not rare.found and rare.risk.wrong == 0
    assert len(noisy.found) <= 3 and not noisy.beyond_blind


@some_seeds
def test_an_extract_falls_to_reviews_and_to_a_register_and_vague_days_do_not_help(seed):
    for choice in ("as asked", "vaguer days"):
        found = outcomes(seed, ("extract", choice))
        assert len(found) == 2 and all(one.beyond_blind and one.risk.wrong > 0 for one in found.values())
    asked, vague = (
        outcomes(seed, ("extract", choice))["linking with reviews"] for choice in ("as asked", "vaguer days")
    )
    assert len(vague.found) > 0.9 * len(asked.found)


@some_seeds
def test_nobody_is_linked_in_coarse_rows_or_in_tables_from_the_room(seed):
    assert only(seed, ("extract", "coarser")).found == frozenset()
    assert outcomes(seed, ("extract", "on site")) == {}


@some_seeds
def test_members_of_the_cohort_are_found_and_others_accused(seed):
    membership = only(seed, ("researchers", "the cohort only"))
    assert membership.beyond_blind and membership.risk.right >= 10 and membership.risk.wrong > 0


@some_seeds
def test_four_tables_by_cell_keys_are_averaged(seed):
    averaging = only(seed, ("top ten", "cell keys"))
    assert averaging.beyond_blind and averaging.risk.right < declared(averaging) and averaging.found


@some_seeds
def test_one_release_with_the_staff_and_one_without_tell_of_the_staff(seed):
    pair = ("top ten", "as asked"), ("hours", "without the staff")
    staff = only(seed, *pair)
    assert staff.beyond_blind and staff.risk.wrong == 0
    assert [outcomes(seed, alone) for alone in pair] == [{}, {}]
