"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import re

import pandas as pd
import pytest

from lessons.singling_out.exercises import (
    count_lonely_groups,
    every_day,
    lonely_groups,
    owls_by_device,
    publish_jokes,
    three_jokes,
    watched_every_day,
)
from teaching.checks import Verdict

LOG = pd.DataFrame(
    {"viewer_id": [1, 1, 2, 2, 3], "day": pd.to_datetime(["2017-12-01", "2017-12-02"] + ["2017-12-01"] * 3)}
)
ROWS = pd.DataFrame({"country": ["Chile", "Chile", "Chile", "Norway"], "device": ["TV", "TV", "phone", "TV"]})


def counts_views(views, n_days):
    views_of_each = views.groupby("viewer_id").size()
    return set(views_of_each.index[views_of_each >= n_days])


def more_than(views, n_days):
    days = views.groupby("viewer_id")["day"].nunique()
    return set(days.index[days > n_days])


def test_references_by_hand():
    assert watched_every_day(LOG, 2) == {1}
    assert watched_every_day(LOG, 1) == {1, 2, 3}
    assert count_lonely_groups(ROWS) == 2


def not_or_more(views, n_days):
    days = views.groupby("viewer_id")["day"].nunique()
    return set(days.index[days == n_days])


@pytest.mark.parametrize("mistake", [counts_views, more_than, not_or_more])
def test_every_day(mistake):
    verdicts = [every_day().check(answer).verdict for answer in (watched_every_day, lambda views, n_days: ..., mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


def test_lonely_groups():
    all_groups = ROWS.groupby(["country", "device"]).ngroups
    verdicts = [lonely_groups(ROWS).check(answer).verdict for answer in (2, ..., all_groups)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


def plan(owls, lighthouse, train=None):
    return {"owls": owls, "lighthouse": lighthouse, "train": train}


@pytest.mark.parametrize(
    "right",
    [
        owls_by_device(),
        plan(["country"], ["age"]),
        plan("device", ("device",)),
        plan([], ["age"]),
    ],
)
def test_several_plans_for_the_jokes_are_right(right):
    assert publish_jokes().check(right).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (plan(["age"], []), r"“owls”, split by age: one person stands alone \(65 and over\)"),
        (
            plan(["country", "device"], []),
            r"split by country and device: 3 people are left in one group \(Chile, phone\)",
        ),
        (plan(["device"], [], []), "“train”, as one number: one person"),
        (plan([], []), "two jokes, and one of them split"),
        (plan(["device"], None), "two jokes, and one of them split"),
        (plan(["region"], []), "no fact 'region'"),
        (plan(5, []), "dictionary"),
        ({"owls": []}, "dictionary"),
        (["device"], "dictionary"),
    ],
)
def test_a_plan_that_breaks_the_rule_or_is_none(wrong, said):
    outcome = publish_jokes().check(wrong)
    assert outcome.verdict is Verdict.NOT_YET
    assert re.search(said, repr(outcome))


def test_the_task_names_the_numbers_of_the_rows_and_gives_no_right_plan():
    counts = three_jokes()["joke"].value_counts()
    assert all(re.search(rf"\*{joke}\* \({number}", publish_jokes().task) for joke, number in counts.items())
    assert publish_jokes().check(plan(None, ["age", "device"], [])).verdict is Verdict.NOT_YET
    assert publish_jokes().check(...).verdict is Verdict.NOT_ATTEMPTED
