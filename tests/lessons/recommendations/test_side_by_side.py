"""What the notebook shows: six columns at most, in words."""

import pandas as pd

from lessons.recommendations.attack import from_lists
from lessons.recommendations.known import titles_known
from lessons.recommendations.release import AlsoWatched, count_together
from lessons.recommendations.side_by_side import (
    days_in_words,
    defences_in_words,
    least_in_words,
    list_in_words,
    lists_beside,
    outcomes_in_words,
    said_of,
)
from lessons.recommendations.sweep import Defence, day_sweep, defence_sweep
from tests.lessons.recommendations.test_sweep import ROWS, SWEPT, TITLES

LISTS = AlsoWatched()(count_together(ROWS, TITLES))
KNOWN = titles_known(ROWS, pd.Series([1]))


def test_all_tables_have_six_columns_at_most_and_words_in_place_of_names():
    shown = [
        list_in_words(LISTS, 1, ROWS, 1, TITLES),
        lists_beside(LISTS.read(KNOWN), LISTS, TITLES, 1),
        outcomes_in_words(SWEPT),
        least_in_words(SWEPT, {0: 1.0, 10: 0.5}),
        defences_in_words(defence_sweep(ROWS, TITLES, {"none": Defence()}, n=20)),
        days_in_words({"daily": day_sweep(ROWS, TITLES, "2017-11-04", days=1, n=20)}),
    ]
    for table in shown:
        assert 3 <= len(table.columns) <= 6 and not any("_" in name for name in table.columns)
    assert shown[5].iloc[0, :2].tolist() == ["daily", "20"]


def test_the_list_says_what_somebody_has_watched():
    told = list_in_words(LISTS, 1, ROWS, 1, TITLES)
    watched = set(TITLES.set_index("title_id")["title"][ROWS.loc[ROWS["viewer_id"].eq(1), "title_id"]])
    assert told["has Bea watched it?"].eq("yes").tolist() == told["title"].isin(watched).tolist()


def test_each_list_says_at_which_place_the_claimed_title_stands():
    read = LISTS.read(KNOWN)
    claim = read["title_id"].iloc[0]
    shown = lists_beside(read, LISTS, TITLES, claim)
    names = TITLES.set_index("title_id")["title"]
    assert shown["Bea has watched"].tolist() == names[KNOWN["title_id"]].tolist()
    places = shown[f"place of “{names[claim]}”"]
    assert places.iloc[0] == "1" and places.ne("not in it").sum() == read["title_id"].eq(claim).sum()
    assert shown["its viewers"].tolist() == ROWS["title_id"].value_counts()[KNOWN["title_id"]].tolist()


def test_what_ada_says_or_does_not():
    known = pd.DataFrame({"target": [1, 1], "title_id": [1, 2]})
    read = pd.DataFrame([(1, 1, 1, 5), (1, 2, 1, 5)], columns=["target", "known", "place", "title_id"])
    assert (
        said_of(from_lists(read, known, least_lists=2), TITLES)
        == "Ada names “Film 5”: it stands in 2 of the five lists."
    )
    assert "stands in more than 2" in said_of(from_lists(read, known), TITLES)
