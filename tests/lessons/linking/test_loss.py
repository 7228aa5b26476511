"""Losses that can be worked out in the head."""

import pandas as pd

from lessons.linking.loss import row_loss

LOG = pd.DataFrame({"viewer_id": range(8), "day": pd.date_range("2017-12-01", periods=8)})


def test_rows_left_out_are_lost():
    assert row_loss(LOG, LOG.head(6)) == 0.25
    assert row_loss(LOG, LOG.head(0)) == 1


def test_of_three_bits_about_the_day_one_is_left():
    weeks = LOG["day"].where(LOG.index < 4, pd.Timestamp("2018-01-01"))
    assert row_loss(LOG, LOG.assign(day=pd.to_datetime(["2017-12-01"] * 4 + ["2018-01-01"] * 4))) == 1 - 1 / 3
    assert 0 < row_loss(LOG, LOG.assign(day=weeks)) < 1 - 1 / 3
    assert row_loss(LOG, LOG.assign(day=LOG["day"].iloc[0])) == 1


def test_nothing_is_lost_where_there_was_nothing():
    assert row_loss(LOG, LOG) == 0
    assert row_loss(LOG[["viewer_id"]], LOG[["viewer_id"]]) == 0
    assert row_loss(LOG.head(0), LOG.head(0)) == 0
