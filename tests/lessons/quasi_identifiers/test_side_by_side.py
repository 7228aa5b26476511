"""Small tables: shares of what was declared, what a crowd costs, what each promise keeps; by hand."""

import pandas as pd
import pytest

from disclosure.measures import Risk
from disclosure.records.mondrian import Mondrian
from lessons.quasi_identifiers.side_by_side import (
    closeness_in_words,
    facts_by_agreement,
    isolation,
    outcomes,
    outcomes_in_words,
    prices,
    promise_in_words,
)

SOME = Risk(n=10, right=3, wrong=1, abstained=6, baseline=2.0, low=0.0, high=1.0)
SILENT = Risk(n=10, right=0, wrong=0, abstained=10, baseline=2.0, low=0.0, high=1.0)
ROWS = pd.DataFrame({"birth_date": list("1122"), "sex": "f", "postcode": "A, 1", "late_nights": ["x", "x", "x", "y"]})
MEMBERS = ROWS.drop(columns="late_nights").assign(register_id=range(1, 5))
FACTS = pd.DataFrame({"target": range(1, 5), "answer": ["x", "x", "x", "y"]})


def test_shares_and_the_blind_guesser_are_of_the_same_kind():
    found = outcomes({"some": SOME, "silent": SILENT})
    assert found["share"].iloc[0] == 0.75 and pd.isna(found["share"].iloc[1])
    assert found["blind"].tolist() == [0.2, 0.2] and found["baseline"].tolist() == [0.8, 0]
    assert found["low"].iloc[0] < 0.75 < found["high"].iloc[0]


def test_who_says_nothing_has_no_share():
    assert outcomes_in_words({"silent": SILENT}).loc["silent"].tolist() == [0, 0, "–", "–", "20"]


def test_the_promise_stands_beside_what_was_found():
    shown = promise_in_words({2: ROWS}, {2: SOME})
    assert shown.loc[2].tolist() == [2, 3, 1, 30, 50]


def test_what_is_lost_is_split_in_two_parts():
    four = pd.DataFrame({"born": ["1961", "1962", "1963", "1969"]})
    ways = {"nothing": four, "nobody": four.head(0), "three": four.head(3).assign(born="1961 to 1963")}
    shown = prices(four, ways, by="born")
    assert shown.loc["nothing"].tolist() == [4, 0, 0, 0] and shown.loc["nobody"].tolist() == [0, 0, 1, 1]
    assert shown.loc["three"].tolist() == [3, 0.5, 0.25, 0.75]


def test_a_class_that_agrees_is_told_apart_from_a_majority():
    found = facts_by_agreement({"rows": ROWS}, MEMBERS, FACTS, blind=0.75)
    assert [(risk.right, risk.wrong) for risk in found.values()] == [(2, 0), (3, 1)]


def test_closeness_has_a_row_for_each_extract():
    shown = closeness_in_words(ROWS, {"rows": ROWS, "one box": Mondrian(4)(ROWS)}, MEMBERS, FACTS)
    assert shown["l"].tolist() == [1, 2] and shown["t (equal)"].tolist() == [0.25, 0]


def test_a_rare_property_hardly_ever_hits_one():
    assert isolation(2, [2, 1000]).iloc[:, 0].tolist() == [pytest.approx(50), pytest.approx(0.2)]
