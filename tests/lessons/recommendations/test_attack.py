"""Ada on lists that can be read in the head: what is common, what is new to her, and when she is silent."""

import pandas as pd

from lessons.recommendations.attack import from_lists, lonely_lists
from lessons.recommendations.release import READ, AlsoWatched, count_together
from tests.lessons.recommendations.test_release import ROWS, TITLES

KNOWN = pd.DataFrame({"target": ["Bea"] * 3 + ["Eve"] * 3, "title_id": [1, 2, 3, 1, 2, 4]})


def read(*places):
    return pd.DataFrame(places, columns=READ)


def test_a_lonely_list_is_that_of_one_viewer():
    found = lonely_lists(AlsoWatched()(count_together(ROWS, TITLES)))
    assert found.to_numpy().tolist() == [[7, 1, 8]]


def test_most_lists_first_then_the_place_then_the_number():
    places = [("Bea", known, place, title) for known in (1, 2, 3) for place, title in ((1, 30), (2, 20), (3, 10))]
    assert from_lists(read(*places), KNOWN)["claim"].tolist() == [30, pd.NA]
    tied = [("Bea", 1, 1, 30), ("Bea", 1, 2, 20), ("Bea", 2, 1, 20), ("Bea", 2, 2, 30)]
    assert from_lists(read(*tied), KNOWN, least_lists=2)["claim"].iloc[0] == 20


def test_what_she_knows_is_no_claim_but_what_she_does_not_know_may_be_known_of_another():
    places = [(who, known, 1, title) for who in ("Bea", "Eve") for known in (1, 2, 3) for title in (3, 5)]
    said = from_lists(read(*places), KNOWN).set_index("target")
    assert said.loc["Bea", "claim"] == 5 and said.loc["Eve", "claim"] == 3


def test_in_fewer_lists_she_is_silent_and_says_in_how_many():
    said = from_lists(read(("Bea", 1, 1, 9), ("Bea", 2, 1, 9)), KNOWN)
    assert not said["declared"].any() and said["lists"].tolist() == [2, 0]
    assert said["confidence"].round(3).tolist() == [0.667, 0.0]


def test_no_lists_at_all():
    assert from_lists(read(), KNOWN)["lists"].tolist() == [0, 0]
