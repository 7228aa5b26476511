"""Rows of one country and one year, and the films of the table, on a world of six views."""

import pandas as pd

from disclosure.tables.magnitude_table import magnitude_table
from lessons.amounts.release import FILM_OF_THE_STORY, amounts_only, minutes_in_2017, popular_animation

TITLES = pd.DataFrame(
    {
        "title_id": [1, 2, 3, 4],
        "title": [FILM_OF_THE_STORY, "Owl", "Eel", "War"],
        "genre": ["animation"] * 3 + ["drama"],
        "kind": "film",
    }
)
VIEWERS = pd.DataFrame({"viewer_id": [1, 2, 3], "country": ["A", "A", "B"], "region": ["n", "s", "n"]})
VIEWS = pd.DataFrame(
    {
        "viewer_id": [1, 1, 2, 2, 3, 1],
        "title_id": [1, 2, 2, 4, 2, 3],
        "day": pd.to_datetime(["2017-01-01", "2017-12-31", "2017-06-01", "2017-06-01", "2017-06-01", "2016-12-31"]),
        "minutes_watched": [85, 90, 91, 60, 90, 80],
    }
)


def test_only_the_country_and_the_year_count():
    found = minutes_in_2017(VIEWS, VIEWERS, TITLES, country="A")
    assert found.to_numpy().tolist() == [
        [1, FILM_OF_THE_STORY, "n", 85], [1, "Owl", "n", 90], [2, "Owl", "s", 91], [2, "War", "s", 60]
    ]  # fmt: skip


def test_the_film_of_the_story_stands_beside_the_most_popular():
    minutes = minutes_in_2017(VIEWS, VIEWERS, TITLES, country="A")
    assert set(popular_animation(minutes, TITLES, n_titles=2)["title"]) == {FILM_OF_THE_STORY, "Owl"}
    assert set(popular_animation(minutes, TITLES, n_titles=1)["title"]) == {FILM_OF_THE_STORY}


def test_a_table_of_amounts_only_shows_the_same_amounts():
    minutes = minutes_in_2017(VIEWS, VIEWERS, TITLES, country="A")
    table = magnitude_table(minutes, by=("title", "region"), contributors=True)
    shown = amounts_only(table)
    assert shown.cells["count"].equals(table.cells["count"]) and shown.grid().shape == (4, 3)
