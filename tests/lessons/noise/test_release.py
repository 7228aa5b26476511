"""What is counted, on a log that can be counted by hand."""

import numpy as np
import pandas as pd

from lessons.noise.release import (
    count_titles,
    counts_of,
    favourites_of,
    rounded_to_tens,
    titles_of_profiles,
    two_films,
    without,
)

VIEWS = pd.DataFrame(
    {
        "viewer_id": [2, 1, 1, 1, 3],
        "title_id": [7, 7, 8, 8, 8],
        "day": pd.Timestamp("2017-12-01"),
        "minutes_watched": [9, 9, 30, 30, 9],
    }
)
TITLES = pd.DataFrame({"title_id": [7, 8, 9], "title": ["Kite", "Lantern", "Moon"]})
ROWS = titles_of_profiles(VIEWS)


def test_each_profile_stands_once_at_each_title():
    assert ROWS.to_numpy().tolist() == [[1, 7], [1, 8], [2, 7], [3, 8]]


def test_the_whole_catalogue_is_counted_or_a_part_of_it():
    assert counts_of(count_titles(ROWS, TITLES)).tolist() == [2, 2, 0]
    assert counts_of(count_titles(ROWS, TITLES.iloc[[1]])).tolist() == [2]
    assert counts_of(count_titles(without(ROWS, 1), TITLES)).tolist() == [1, 1, 0]


def test_two_films():
    seen = two_films(ROWS, 7, 8)
    assert seen.loc[1].tolist() == ["watched", "watched"] and seen.loc[3].tolist() == ["not watched", "watched"]


def test_each_profile_has_one_favourite():
    viewers = pd.DataFrame({"viewer_id": [1, 2, 3], "region": "north"})
    assert favourites_of(VIEWS, viewers, TITLES)["title"].tolist() == ["Lantern", "Kite", "Lantern"]


def test_tens():
    assert rounded_to_tens(np.array([-20, -1, 4, 5, 14, 15])).tolist() == [0, 0, 0, 10, 10, 20]
