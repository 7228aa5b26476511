"""Three records and a few reviews by hand; whom an exact search names, and when it abstains."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.linking.exact_search import exact_search

LOG = pd.DataFrame(
    {
        "viewer_id": [1, 1, 1, 2, 2, 3],
        "title_id": list("ABCABA"),
        "stars": [4, 2, 5, 4, 2, 1],
        "day": pd.to_datetime(["2017-04-10", "2017-05-10", "2017-06-10", "2017-04-10", "2017-05-11", "2017-04-10"]),
    }
)
BEA = LOG.head(3).drop(columns="viewer_id").assign(target="bea")


def only(guesses):
    assert len(guesses) == 1
    return guesses.iloc[0]


def test_all_three_agree_with_one_record():
    guess = only(exact_search(LOG, BEA))
    assert (guess["claim"], guess["declared"], guess["agreeing"], guess["confidence"]) == (1, True, 3, 1.0)


def test_a_difference_in_stars_or_day_agrees_in_nothing():
    late = BEA.assign(stars=[4, 3, 5], day=BEA["day"] + pd.to_timedelta([0, 0, 1], unit="D"))
    guess = only(exact_search(LOG, late))
    assert not guess["declared"] and pd.isna(guess["claim"])


def test_two_records_that_share_the_most_name_nobody():
    tied = BEA.head(2).drop(columns="day")
    guess = only(exact_search(LOG, tied))
    assert not guess["declared"] and guess["agreeing"] == 0


def test_as_many_as_are_asked_for_must_agree():
    about_c = BEA.tail(1)
    assert not only(exact_search(LOG, about_c))["declared"]
    assert only(exact_search(LOG, about_c, least=1))["claim"] == 1


def test_a_stranger_is_asked_for_in_vain():
    guesses = exact_search(LOG, pd.concat([BEA, BEA.assign(target="eve", title_id="Z")]))
    assert guesses["target"].tolist() == ["bea", "eve"] and guesses["declared"].tolist() == [True, False]


def test_a_rating_or_a_review_that_stands_twice_counts_once():
    twice = pd.concat([LOG, LOG]), pd.concat([BEA.tail(1)] * 2)
    assert not only(exact_search(*twice))["declared"]


def test_what_is_missing_agrees_with_nothing():
    guess = only(exact_search(LOG.assign(stars=None), BEA.assign(stars=None)))
    assert not guess["declared"]


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from("ABCD"), st.integers(1, 2)), min_size=1, max_size=12))
def test_it_names_the_one_with_most_of_a_plain_count(rows):
    log = pd.DataFrame(rows, columns=["viewer_id", "title_id", "stars"]).drop_duplicates(["viewer_id", "title_id"])
    known = pd.DataFrame({"target": "bea", "title_id": list("ABC"), "stars": [1, 1, 2]})
    facts = set(zip(known["title_id"], known["stars"], strict=True))
    held = {
        viewer: len(facts & set(zip(record["title_id"], record["stars"], strict=True)))
        for viewer, record in log.groupby("viewer_id")
    }
    first, second = sorted([*held.values(), 0], reverse=True)[:2]
    guess = only(exact_search(log, known))
    assert guess["declared"] == (first >= 2 and first > second)
    assert not guess["declared"] or held[guess["claim"]] == first


def test_bad_input_gets_a_sentence():
    with pytest.raises(ValueError, match="least is 0"):
        exact_search(LOG, BEA, least=0)
    with pytest.raises(ValueError, match="the log"):
        exact_search(LOG.drop(columns="title_id"), BEA)
    with pytest.raises(ValueError, match="what is known"):
        exact_search(LOG, BEA.drop(columns="target"))
