"""What rounding claims, held against five worlds: averaging, change, and swapping, each with what it costs others."""

from functools import cache

import pandas as pd
import pytest

from disclosure.audit import Outsider, audit
from disclosure.defences import CellKey, RoundRandomly
from disclosure.tables import count_table, newcomers, running_totals
from lessons.rounding.release import people_with_keys
from lessons.rounding.sweep import (
    drawn_anew,
    estimates,
    exact_again,
    swapped_and_looked_for,
    year_of_changes,
    year_rules,
)
from tests.lessons.worlds import every_seed, world

BY = ["genre", "plan"]
MONDAYS = pd.date_range("2016-12-05", "2017-12-04", freq="W-MON")
KNOWN = ("region", "sex", "device")
"""In these small worlds half the people are rare by what neighbours know in the lesson: by less, as few as there."""


@cache
def people(seed):
    return people_with_keys(world(seed).views, world(seed).viewers, world(seed).titles, seed=53)


@cache
def cells(seed):
    counted = count_table(people(seed), by=BY, totals=False).cells
    return counted[counted["count"] >= 20]


@cache
def year(seed):
    weekly = running_totals(people(seed), by=BY, days=MONDAYS)
    rules = {name: year_rules(people(seed))[name] for name in ("nothing", "hide", "keys 5")}
    return year_of_changes(newcomers(people(seed), weekly, wanted="genre"), weekly, rules, wanted="genre").set_index(
        "rule"
    )


@every_seed
def test_asked_again_there_is_never_another_answer(seed):
    answers = [CellKey()(people(seed), by=BY).cells["count"] for _ in range(3)]
    assert all(each.equals(answers[0]) for each in answers)


@every_seed
def test_asked_differently_most_counts_are_exact_and_few_as_printed(seed):
    judged = exact_again(estimates(people(seed), {"keys": CellKey().printed}, BY, cells(seed), other="age_group"))
    share = judged.set_index("asked")["exact"] / len(cells(seed))
    assert share[0] <= 0.35 and share[100] >= 0.65
    assert judged.set_index("asked")["error"].loc[[1, 5, 20, 100]].is_monotonic_decreasing


@every_seed
def test_the_audit_finds_nothing_where_averaging_does_and_says_what_it_left_out(seed):
    frame = audit(CellKey()(people(seed), by=BY), Outsider())
    truth = count_table(people(seed), by=BY).cells["count"]
    assert frame["verdict"].eq("not found").all()
    assert frame["why"].str.endswith("averaging and repeats were not looked at.").all()
    assert (frame["low"] <= truth).all() and (truth <= frame["high"]).all()


@every_seed
def test_a_neighbour_learns_more_from_cell_keys_than_from_a_threshold_and_accuses_some(seed):
    right, wrong = year(seed)["right"], year(seed)["wrong"]
    assert right["keys 5"] > right["hide"] and wrong["keys 5"] > 0
    assert wrong["nothing"] == wrong["hide"] == 0
    assert right["keys 5"] > year(seed).loc["keys 5", "by_chance"]


@every_seed
def test_the_price_is_low(seed):
    assert 0 < year(seed).loc["keys 5", "lost"] < 0.05


@every_seed
def test_swapping_moves_the_harm_and_helps_more_where_rare_people_go_first(seed):
    swaps = swapped_and_looked_for(people(seed), [0, 0.1], known=KNOWN).set_index(["rate", "targeted"])
    before, targeted, any_ = (swaps.loc[setting] for setting in ((0, False), (0.1, True), (0.1, False)))
    assert before["wrong"] == 0 and before["right_of_declared"] == 1
    assert targeted["wrong"] > 0 and any_["wrong"] > 0
    assert targeted["right_of_declared"] <= 0.77 <= any_["right_of_declared"]
    assert targeted["right"] > targeted["by_chance"]
    assert max(targeted["lost"], any_["lost"]) < 0.1


@pytest.mark.parametrize("seed", [1, "Ada"])
def test_keys_that_are_drawn_anew_are_averaged_away(seed):
    cell = cells(seed).sort_values("count").tail(1)
    answers = drawn_anew(people(seed), BY, cell, RoundRandomly(3).printed, times=40)
    assert answers.nunique() > 1 or int(cell["count"].iloc[0]) % 3 == 0
    assert abs(answers.mean() - int(cell["count"].iloc[0])) < 1
