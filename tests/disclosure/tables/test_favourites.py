"""Everybody is counted once, at what she watched longest."""

import pandas as pd

from disclosure.tables.favourites import favourites

DAYS = pd.date_range("2017-12-01", "2017-12-02")
VIEWERS = pd.DataFrame({"viewer_id": [1, 2, 3, 4], "region": ["north", "south", "south", "south"]})
TITLES = pd.DataFrame({"title_id": [7, 8, 9], "title": ["A", "B", "C"]})


def people(*rows, n_titles=3):
    views = pd.DataFrame(rows, columns=["viewer_id", "title_id", "day", "minutes_watched"])
    frame = favourites(views.assign(day=pd.to_datetime(views["day"])), VIEWERS, TITLES, days=DAYS, n_titles=n_titles)
    return dict(zip(frame["viewer_id"], frame["title"], strict=True)), frame


def test_minutes_of_several_evenings_add_up():
    ours, _ = people((1, 7, "2017-12-01", 50), (1, 7, "2017-12-02", 50), (1, 8, "2017-12-01", 90))
    assert ours == {1: "A"}


def test_other_days_and_other_people_do_not_count():
    ours, _ = people((1, 7, "2017-12-01", 5), (1, 8, "2017-12-03", 90), (99, 8, "2017-12-01", 90))
    assert ours == {1: "A"}


def test_only_the_popular_titles_are_in_the_table():
    ours, _ = people(
        (1, 7, "2017-12-01", 5), (2, 7, "2017-12-01", 5), (1, 8, "2017-12-01", 90), (3, 8, "2017-12-01", 9),
        (4, 9, "2017-12-01", 90), n_titles=2,
    )  # fmt: skip
    assert ours == {1: "B", 2: "A", 3: "B"}


def test_ties_go_to_the_smaller_number():
    ours, _ = people((1, 8, "2017-12-01", 50), (1, 7, "2017-12-01", 50))
    assert ours == {1: "A"}


def test_the_largest_come_first():
    _, frame = people((1, 8, "2017-12-01", 5), (2, 7, "2017-12-01", 5), (3, 7, "2017-12-01", 5))
    assert frame["title"].cat.categories.tolist() == ["A", "B"]
    assert frame["region"].cat.categories.tolist() == ["south", "north"]
