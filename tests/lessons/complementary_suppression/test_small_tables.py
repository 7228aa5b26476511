"""The small tables are what the lesson says of them."""

import pandas as pd

from lessons.complementary_suppression.small_tables import five_films, one_alone, people_of_the_table


def inner(table):
    return table.cells.loc[~table.is_total, "count"]


def test_three_small_counts_hold_ten_people_and_one_is_zero():
    counts = inner(five_films())
    small = counts[counts.between(1, 4)]
    assert (len(small), small.sum(), counts.eq(0).sum(), counts.sum()) == (3, 10, 1, 296)


def test_one_person_is_alone():
    assert inner(one_alone()).sort_values().tolist()[:2] == [1, 5]


def test_only_americans_before_christmas_are_counted():
    viewers = pd.DataFrame({"viewer_id": [1, 2], "country": ["United States", "Mexico"], "region": "n"})
    views = pd.DataFrame({"viewer_id": [1, 2], "title_id": 7, "day": pd.Timestamp("2017-12-01"), "minutes_watched": 9})
    found = people_of_the_table(views, viewers, pd.DataFrame({"title_id": [7], "title": ["X"]}))
    assert found["viewer_id"].tolist() == [1]
