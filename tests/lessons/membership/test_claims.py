"""What the lesson on membership claims, held against five worlds of 2,000 profiles."""

from functools import cache

import pytest

from lessons.membership.formula import EVIDENCE, MENDED, RATIO, formula_sweep, statistics_sweep
from lessons.membership.prints import PRINTS
from lessons.membership.release import who_watched_what
from lessons.membership.sweep import ALIKE, EVERYBODY, lists_sweep, membership_sweep
from lessons.membership.with_her import in_and_out, most_found
from tests.lessons.worlds import every_seed, world


@cache
def service(seed):
    return who_watched_what(world(seed).views, world(seed).titles)


@cache
def by_way(seed):
    """Groups of 20, 50 and 200, printed in all ways."""
    return membership_sweep(service(seed), [20, 50, 200], ways=list(PRINTS), cohorts=6)


def found(seed):
    return by_way(seed).pivot(index="way", columns="size", values="found_share")


@every_seed
def test_the_smaller_the_group_the_more_members_are_found(seed):
    shares = found(seed).loc["as counted"]
    assert shares[20] >= 0.7 and shares[50] >= 0.3 and shares[200] <= 0.2
    assert shares.is_monotonic_decreasing


@every_seed
def test_the_line_keeps_its_word_on_people_who_were_not_used_to_draw_it(seed):
    assert by_way(seed)["accused_share"].between(0.003, 0.03).all()


@every_seed
def test_printed_zeros_give_away_what_a_threshold_hides(seed):
    shares = found(seed)
    assert shares.loc["hide 1 to 9", 20] >= 0.5 * shares.loc["as counted", 20]
    assert (shares.loc["hide 0 to 9", [20, 50]] <= 0.15).all()
    assert shares.loc["hide 0 to 9", 20] < shares.loc["nearest 5", 20] < shares.loc["as counted", 20]
    assert shares.loc["hide 0 to 9", 20] < shares.loc["cell keys", 20] < shares.loc["as counted", 20]


@every_seed
def test_noise_for_a_whole_member_keeps_its_promise(seed):
    noisy = by_way(seed)[by_way(seed)["way"].eq("noise")]
    assert (noisy["low"] <= [most_found(1.0, share) for share in noisy["accused_share"]]).all()
    assert (noisy["found_share"] <= 0.08).all()


@every_seed
def test_false_alarms_hit_people_of_the_same_taste(seed):
    lines = membership_sweep(service(seed), [50], alike="horror", lines=[EVERYBODY, ALIKE], cohorts=4).set_index("line")
    assert lines.loc[EVERYBODY, "alike_share"] >= 2 * lines.loc[EVERYBODY, "accused_share"]
    assert lines.loc[ALIKE, "found_share"] < lines.loc[EVERYBODY, "found_share"]


@every_seed
def test_a_short_list_gives_few_away(seed):
    shares = lists_sweep(service(seed), 50, [10, 100, 1_700]).set_index("listed")["found_share"]
    assert shares.is_monotonic_increasing and shares[10] <= 0.1 and shares[1_700] >= 3 * shares[10]


@every_seed
def test_a_formula_accuses_crowds(seed):
    accused = formula_sweep(service(seed), [20, 200], alike="horror", cohorts=4).groupby("group").mean()
    assert accused.loc["anybody", "accused"] >= 0.05 and accused.loc["horror", "accused_alike"] >= 0.4


@every_seed
def test_without_her_she_would_not_have_been_accused(seed):
    twice = in_and_out(service(seed), 50, people=30)
    assert twice.low > 0 and twice.right_without <= 3


@every_seed
def test_the_textbook_fails_at_zeros(seed):
    shares = statistics_sweep(service(seed), [20], cohorts=4).set_index("statistic")["found_share"]
    assert shares[EVIDENCE] > 1.3 * shares[RATIO] and shares[MENDED] > 1.3 * shares[RATIO]
    assert shares[MENDED] == pytest.approx(shares[EVIDENCE], abs=0.15)
