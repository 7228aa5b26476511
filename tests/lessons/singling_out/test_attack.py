"""Four people, a few remarks, and the cases in which the attack must keep quiet or is bound to lie."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.measures import score
from disclosure.records import class_sizes
from lessons.singling_out.attack import crowds_by_knowledge, fits, single_out

ROWS = pd.DataFrame(
    {
        "viewer_id": [11, 12, 13, 14],
        "country": ["Chile", "Chile", "Norway", "Norway"],
        "device": ["TV", "phone", "TV", "TV"],
        "age": [29, 47, 47, 31],
        "joined_week": pd.to_datetime(["2017-01-02", "2017-01-02", "2017-01-09", "2017-03-06"]),
    }
)


def clue(**facts):
    return pd.DataFrame([{"clue_id": "c", **facts}])


@pytest.mark.parametrize(
    ("facts", "claim"),
    [
        ({"country": "Chile", "device": "phone"}, 12),
        ({"country": "Norway", "age_from": 40, "age_to": 49}, 13),
        ({"joined_week": pd.Timestamp("2017-03-06")}, 14),
        ({"country": "Chile"}, None),  # two people fit
        ({"country": "Peru"}, None),  # nobody fits
        ({}, None),  # the remark says nothing
        ({"country": None, "device": "phone"}, 12),  # silent on the country
    ],
)
def test_one_remark(facts, claim):
    guess = single_out(ROWS, clue(**facts)).iloc[0]
    assert guess["declared"] == (claim is not None)
    assert (guess["claim"] == claim) if claim else pd.isna(guess["claim"])


def test_confidence_is_shared_among_those_who_fit():
    assert single_out(ROWS, clue(country="Chile"))["confidence"].tolist() == [0.5]
    assert single_out(ROWS, clue(country="Peru"))["confidence"].tolist() == [0.0]


def test_a_remark_about_somebody_absent_accuses_a_stranger():
    guesses = single_out(ROWS, clue(country="Chile", device="phone"))
    nobody = pd.DataFrame({"target": ["c"], "answer": pd.array([None], dtype="Int64")})
    assert score(guesses, nobody, blind=1 / 4).wrong == 1


def test_everyone_the_same_leaves_everyone_in_the_crowd():
    same = pd.DataFrame({"viewer_id": [1, 2, 3], "country": "Chile"})
    assert not single_out(same, clue(country="Chile"))["declared"].any()


def test_no_rows_no_remarks():
    assert not single_out(ROWS.iloc[:0], clue(country="Chile"))["declared"].any()
    assert single_out(ROWS, clue(country="Chile").iloc[:0]).empty


def test_an_age_at_the_edge_of_the_range_fits():
    assert fits(ROWS, pd.Series({"age_from": 29, "age_to": 31})).tolist() == [True, False, False, True]


def test_crowds_by_hand():
    assert class_sizes(ROWS, ["country"]).tolist() == [2, 2, 2, 2]
    assert class_sizes(ROWS, ["country", "device"]).tolist() == [1, 1, 2, 2]
    tidy = crowds_by_knowledge(ROWS, {"reader": [], "neighbour": ["country"]})
    assert tidy.groupby("onlooker")["crowd"].first().to_dict() == {"reader": 4, "neighbour": 2}


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), min_size=1, max_size=12))
def test_knowing_more_never_enlarges_a_crowd(pairs):
    rows = pd.DataFrame(pairs, columns=["country", "device"])
    one, both = class_sizes(rows, ["country"]), class_sizes(rows, ["country", "device"])
    assert (both <= one).all() and (both >= 1).all()
