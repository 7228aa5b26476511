"""What differencing claims, held against five worlds. They are small, so the tables are by country, and k is 5."""

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from disclosure.attacks.newcomers import guess_newcomers
from disclosure.defences.publishing import DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.measures.rhythm import isolated_by_rhythm
from disclosure.measures.risk import score
from disclosure.tables.running_totals import beginnings, members, newcomers, running_totals
from lessons.differencing.attack import difference, isolate, tell_apart
from lessons.differencing.sweep import year_of_releases
from tests.lessons.worlds import SEEDS, every_seed, world

K = 5
HIDE = ForEachTable(Suppress(K))
MONDAYS = pd.date_range("2016-12-05", "2017-12-04", freq="W-MON")
BY = ("genre", "region")


@cache
def people(seed):
    viewers = world(seed).viewers
    return beginnings(world(seed).views, viewers.assign(region=viewers["country"]), world(seed).titles)


@cache
def weekly(seed):
    return running_totals(people(seed), by=BY, days=MONDAYS)


@cache
def all_and_all_but_the_staff(seed):
    others = running_totals(people(seed)[~people(seed)["staff"]], by=BY, days=MONDAYS[-1:])[0]
    return HIDE((weekly(seed)[-1], replace(others, name="others", without=frozenset({"staff"}))))


@cache
def year(seed):
    rules = [[HIDE], [HIDE, PublishEvery(13)], [ForEachTable(RoundTo(5))], [HIDE, DelaySmallChanges(K)]]
    return year_of_releases(people(seed), weekly(seed), rules, wanted="genre", small=K)


@every_seed
def test_two_tables_whose_every_cell_is_at_least_k_have_differences_below_k_that_equal_the_truth(seed):
    everybody, others = all_and_all_but_the_staff(seed)
    for each in (everybody, others):
        printed = each.table.cells["count"].dropna()
        assert (printed[printed > 0] >= K).all()
    less = difference(everybody.table, others.table)
    small = less[less["count"].between(1, K - 1).fillna(False)]
    staff = people(seed)[people(seed)["staff"]].groupby(list(BY), observed=True).size().rename("true").reset_index()
    checked = small.merge(staff, on=list(BY))
    assert len(checked) == len(small) > 0
    assert (checked["count"] == checked["true"]).all()
    assert len(isolate((everybody, others), threshold=K)) == len(small)


@every_seed
def test_fixed_populations_leave_nothing_to_subtract(seed):
    assert len(isolate(FixedPopulation()(all_and_all_but_the_staff(seed)), threshold=K)) == 0


@every_seed
def test_what_a_colleague_says_of_the_staff_is_true(seed):
    everybody, others = all_and_all_but_the_staff(seed)
    staff = people(seed)[people(seed)["staff"]].rename(columns={"viewer_id": "target"})
    guesses = tell_apart(everybody.table, others.table, staff, wanted="genre")
    said = guesses[guesses["declared"]]
    assert (said["claim"] == staff["genre"].astype(str).to_numpy()[said.index]).all()


@every_seed
def test_a_neighbour_is_never_wrong_about_a_running_total_and_far_above_a_blind_guess_where_she_speaks(seed):
    first = year(seed).iloc[0]
    assert first["wrong"] == 0
    assert first["right"] > 3 * first["baseline"] / first["n"] * (first["right"] + first["wrong"])
    assert first["right"] >= 10


@every_seed
def test_members_come_and_go_and_the_same_subtraction_accuses_wrongly(seed):
    weekly_members = members(people(seed), by=BY, days=MONDAYS)
    judged = year_of_releases(people(seed), weekly_members, [[HIDE]], wanted="genre", small=K).iloc[0]
    assert judged["isolated"] == 0
    assert len(isolate(HIDE(weekly_members[-2:]), threshold=K)) == 0
    assert judged["wrong"] > 0


@every_seed
def test_a_difference_of_one_among_members_is_not_always_one_who_joined(seed):
    """Somewhere in the year a cell grows by one, and not exactly one began in it."""
    counts = pd.concat([each.table.cells["count"] for each in members(people(seed), by=BY, days=MONDAYS)], axis=1)
    began = pd.concat([each.table.cells["count"] for each in weekly(seed)], axis=1)
    steps, joined = (frame.diff(axis=1).iloc[:, 1:].to_numpy() for frame in (counts, began))
    assert (joined[steps == 1] != 1).any()


@every_seed
def test_publishing_less_often_tells_fewer_single_people_apart_and_costs_news(seed):
    often, seldom = year(seed).iloc[0], year(seed).iloc[1]
    assert seldom["alone"] < often["alone"] and seldom["right"] < often["right"]
    assert seldom["utility_lost"] > often["utility_lost"]


@every_seed
def test_a_higher_threshold_helps_little_against_steps(seed):
    """Doubling k leaves most single steps of the larger cells as they are; waiting a quarter does not."""
    curves = isolated_by_rhythm(weekly(seed), [5, 10]).set_index(["rhythm", "strength"])["alone"]
    large = [each.table.cells["count"] >= 10 for each in weekly(seed)]
    steps = [
        (b.table.cells["count"] - a.table.cells["count"])[large[i]].eq(1).sum()
        for i, (a, b) in enumerate(zip(weekly(seed), weekly(seed)[1:], strict=False))
    ]
    assert curves["weekly", 10] >= sum(steps) > 0
    assert curves["quarterly", 5] < curves["weekly", 5]


@every_seed
def test_rounding_and_delay_prove_no_group_below_k_and_make_her_accuse_wrongly(seed):
    for row in (year(seed).iloc[2], year(seed).iloc[3]):
        assert row["isolated"] == 0
        assert row["wrong"] > 0
        assert row["utility_lost"] > year(seed).iloc[0]["utility_lost"]


def test_somebody_on_whom_the_lesson_can_follow_is_in_every_world():
    for seed in SEEDS:
        known = newcomers(people(seed), weekly(seed), wanted="genre").drop(columns="answer")
        guesses = guess_newcomers(HIDE(weekly(seed)), known, wanted="genre")
        assert guesses["declared"].any()


@every_seed
def test_a_step_of_rounded_totals_proves_a_small_group_and_never_one_person(seed):
    """From 30 to 35, at least one has begun, and at most nine have."""
    judged = year_of_releases(people(seed), weekly(seed), [[ForEachTable(RoundTo(5))]], wanted="genre", small=10)
    assert judged["isolated"].item() > 0 == judged["alone"].item()
    counts = [
        [each.table.cells["count"].to_numpy(dtype=int) for each in releases]
        for releases in (weekly(seed), ForEachTable(RoundTo(5))(weekly(seed)))
    ]
    true, shown = (np.diff(frames, axis=0) for frames in counts)
    assert true[shown == 5].min() >= 1 and true[shown == 5].max() <= 9


@every_seed
def test_who_takes_the_day_of_joining_for_that_of_the_first_title_is_wrong_at_times(seed):
    known = newcomers(people(seed), weekly(seed), wanted="genre")
    joined = known["target"].map(world(seed).viewers.set_index("viewer_id")["joined_on"])
    guesses = guess_newcomers(HIDE(weekly(seed)), known.assign(day=joined).drop(columns="answer"), wanted="genre")
    assert (guesses["declared"] & guesses["claim"].ne(known["answer"])).any()


def test_whoever_is_no_viewer_is_accused_of_what_somebody_else_of_the_staff_watched():
    """Ada takes people for viewers who work for the service, one in each region, and are not in the log."""
    accused = 0
    for seed in SEEDS:
        everybody, others = all_and_all_but_the_staff(seed)
        regions = list(everybody.table.cells["region"].unique())
        no_viewers = pd.DataFrame({"target": regions, "region": regions})
        guesses = tell_apart(everybody.table, others.table, no_viewers, wanted="genre")
        accused += score(guesses, no_viewers.assign(answer=pd.NA), blind=0).wrong
    assert accused > 0
