"""Who stands behind a count, and what a row tells of her."""

import pandas as pd
import pytest

from lessons.singling_out.release import (
    FACTS,
    drill_down,
    one_film_every_day,
    people_behind,
    watched_most_often,
)

DAYS = pd.date_range("2017-12-01", "2017-12-02")
VIEWERS = pd.DataFrame(
    {
        "viewer_id": [1, 2],
        "name": ["Ann", "Ben"],
        "country": "Chile",
        "region": "north",
        "device": "TV",
        "sex": ["F", "M"],
        "age": [27, 26],
        "joined_on": pd.to_datetime(["2017-01-08", "2017-01-09"]),  # a Sunday and the Monday after it
    }
)


def log(*rows):
    frame = pd.DataFrame(rows, columns=["viewer_id", "title_id", "day"])
    return frame.assign(day=pd.to_datetime(frame["day"]))


def test_two_views_on_one_day_are_one_day():
    views = log((1, 7, "2017-12-01"), (1, 7, "2017-12-02"), (2, 7, "2017-12-01"), (2, 7, "2017-12-01"))
    assert people_behind(views, title_id=7, days=DAYS) == [1]


def test_other_titles_and_other_days_do_not_count():
    views = log((1, 7, "2017-12-01"), (1, 8, "2017-12-02"), (2, 7, "2017-12-02"), (2, 7, "2017-12-03"))
    assert people_behind(views, title_id=7, days=DAYS) == []


def test_rows_have_no_names_and_keep_their_order():
    rows = drill_down(VIEWERS, [2, 1])
    assert rows.columns.tolist() == ["viewer_id", *FACTS]
    assert rows["viewer_id"].tolist() == [2, 1]


def test_weeks_begin_on_monday():
    assert drill_down(VIEWERS, [1, 2])["joined_week"].dt.strftime("%d %b").tolist() == ["02 Jan", "09 Jan"]


TITLES = pd.DataFrame({"title_id": [7, 8], "title": ["The Owl Post", "Snails"]})


def test_who_watched_one_film_on_each_day():
    views = log((1, 7, "2017-12-01"), (1, 7, "2017-12-02"), (2, 7, "2017-12-01"), (2, 8, "2017-12-02"))
    assert one_film_every_day(views, TITLES, DAYS).to_numpy().tolist() == [[1, "The Owl Post", 2]]


def test_who_watched_one_film_most_often_among_some():
    views = log(*[(1, 7, "2017-12-01")] * 3, *[(2, 8, "2017-12-01")] * 5, *[(3, 8, "2017-12-01")] * 9)
    most = watched_most_often(views, TITLES, pd.Series([1, 2]))
    assert most.to_numpy().tolist() == [[2, "Snails", 5], [1, "The Owl Post", 3]]


def test_an_unknown_person():
    with pytest.raises(KeyError):
        drill_down(VIEWERS, [3])
