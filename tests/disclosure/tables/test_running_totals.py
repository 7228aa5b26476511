"""First titles, running totals and members, by hand."""

import pandas as pd

from disclosure.tables.count_table import count_table
from disclosure.tables.running_totals import beginnings, members, running_totals

DAYS = pd.to_datetime(["2017-12-04", "2017-12-11"])
PEOPLE = pd.DataFrame(
    {
        "genre": pd.Categorical(["crime", "crime", "music"]),
        "region": pd.Categorical(["north", "south", "north"]),
        "began_on": pd.to_datetime(["2017-12-01", "2017-12-04", "2017-12-05"]),
        "left_on": pd.to_datetime(["2017-12-10", None, "2017-12-11"]),
    }
)


def counts(publications):
    return [publication.table.cells["count"].tolist() for publication in publications]


def test_the_first_title_is_the_earliest_in_time_and_whoever_never_watched_is_left_out():
    views = pd.DataFrame(
        {
            "viewer_id": [2, 1, 1],
            "title_id": [7, 8, 7],
            "started_at": pd.to_datetime(["2017-12-01 21:00", "2017-12-01 20:00", "2017-12-01 19:00"], utc=True),
            "day": pd.to_datetime(["2017-12-01"] * 3),
        }
    )
    viewers = pd.DataFrame(
        {"viewer_id": [1, 2, 3], "region": "north", "staff": [True, False, False], "left_on": pd.NaT}
    )
    titles = pd.DataFrame({"title_id": [7, 8], "genre": ["crime", "music"]})
    people = beginnings(views, viewers, titles)
    assert people[["viewer_id", "genre", "staff"]].values.tolist() == [[1, "crime", True], [2, "crime", False]]


def test_a_running_total_counts_up_to_and_with_its_day_and_loses_nobody():
    totals = running_totals(PEOPLE, by=("genre", "region"), days=DAYS)
    assert counts(totals) == [[1, 1, 0, 0], [1, 1, 1, 0]]
    assert [each.people_leave for each in totals] == [False, False]


def test_members_are_gone_after_their_last_day():
    assert counts(members(PEOPLE, by=("genre", "region"), days=DAYS)) == [[1, 1, 0, 0], [0, 1, 1, 0]]
    assert all(each.people_leave for each in members(PEOPLE, by=("genre",), days=DAYS))


def test_the_same_table_as_counted_one_by_one():
    for day, publication in zip(DAYS, running_totals(PEOPLE, by=("region", "genre"), days=DAYS), strict=True):
        one = count_table(PEOPLE[PEOPLE["began_on"] <= day], by=("region", "genre"), totals=False)
        pd.testing.assert_frame_equal(publication.table.cells, one.cells)
