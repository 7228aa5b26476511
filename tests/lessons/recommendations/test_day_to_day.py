"""Lists of each day are those of a service that counts anew each day; what rises is what stands higher."""

import numpy as np
import pandas as pd

from lessons.recommendations.day_to_day import days_of_lists, risen
from lessons.recommendations.release import AlsoWatched, count_together

TITLES = pd.DataFrame({"title_id": range(20, 32)})
DAYS = pd.date_range("2017-12-01", periods=3)


def rows_of(seed):
    """Who watched what first on which day, on four days; the first is before all lists."""
    rng = np.random.default_rng(seed)
    watched = np.argwhere(rng.random((14, 12)) < 0.5)
    rows = pd.DataFrame(watched + np.array([1, 20]), columns=["viewer_id", "title_id"])
    return rows.assign(day=pd.Timestamp("2017-11-30") + pd.to_timedelta(rng.integers(0, 4, len(rows)), "D"))


def expected(rows, known, day, left_out=None):
    """What rises on one day, counted anew; without what one viewer has watched on it."""
    today = rows[rows["day"].le(day) & ~(rows["day"].eq(day) & rows["viewer_id"].eq(left_out))]
    reads = [AlsoWatched(4)(count_together(part, TITLES)).read(known) for part in (today, rows[rows["day"].lt(day)])]
    return risen(*reads).reset_index(drop=True)


def test_each_day_is_what_counting_anew_finds():
    rows = rows_of(5)
    earlier = rows[rows["day"].lt(DAYS[0]) & rows["viewer_id"].le(6)]
    known = earlier.rename(columns={"viewer_id": "target"})[["target", "title_id"]].reset_index(drop=True)
    found = 0
    for day in days_of_lists(rows, TITLES, known, DAYS, AlsoWatched(4)):
        assert set(day.new["day"]) == {day.day}
        pd.testing.assert_frame_equal(day.rises.reset_index(drop=True), expected(rows, known, day.day))
        touched = known[known["target"].isin(day.new["viewer_id"])]
        assert set(day.rises_without["target"]) <= set(touched["target"])
        for target, part in touched.groupby("target"):
            mine = day.rises_without[day.rises_without["target"].eq(target)].reset_index(drop=True)
            pd.testing.assert_frame_equal(mine, expected(rows, part, day.day, target))
            found += len(mine)
    assert found


def test_what_stays_or_falls_has_not_risen():
    before = pd.DataFrame({"target": 1, "known": 7, "place": [1, 2], "title_id": [8, 9]})
    assert risen(before, before).empty
    assert risen(before.assign(place=[2, 1]), before)["title_id"].tolist() == [9]
    assert risen(before.assign(known=6), before)["title_id"].tolist() == [8, 9]
