"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.singling_out.exercises import count_lonely_groups, every_day, lonely_groups, watched_every_day
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
