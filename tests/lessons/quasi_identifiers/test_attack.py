"""Five rows, six entries of a register, and the cases in which somebody is wrongly accused."""

from math import inf

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.measures import score
from lessons.quasi_identifiers.attack import guess_among_matches, guess_fact, how_many, link

BY = ["born", "sex"]
EXTRACT = pd.DataFrame(
    {
        "row_id": [1, 2, 3, 4, 5],
        "born": ["1961", "1961", "1970", "1980", "1990"],
        "sex": ["f", "f", "m", "m", "m"],
        "late_nights": ["seldom", "often", "often", "often", "seldom"],
    }
)
REGISTER = pd.DataFrame(
    {
        "register_id": [11, 12, 13, 14, 15, 16],
        "born": ["1961-03-04", "1970-05-06", "1980-01-01", "1980-02-02", "1990-07-07", "1999-09-09"],
        "sex": ["f", "m", "m", "m", "m", "f"],
    }
)
TRUTH = pd.DataFrame({"target": range(11, 17), "answer": pd.array([1, 3, 4, None, None, None], dtype="Int64")})


def test_by_hand():
    guesses = link(EXTRACT, REGISTER, by=BY)
    assert guesses["rows_fit"].tolist() == [2, 1, 1, 1, 1, 0]
    assert guesses["entries_fit"].tolist() == [1, 1, 2, 2, 1, 0]
    assert guesses["declared"].tolist() == [False, True, False, False, True, False]
    assert guesses["claim"].fillna(0).tolist() == [0, 3, 0, 0, 5, 0]
    assert guesses["confidence"].tolist() == [0.5, 1, 1, 1, 1, 0]


def test_a_stranger_who_is_alone_with_a_row_stands_accused():
    risk = score(link(EXTRACT, REGISTER, by=BY), TRUTH, blind=1 / 5)
    assert (risk.right, risk.wrong, risk.abstained) == (1, 1, 4)
    assert risk.baseline == pytest.approx(3 / 5)


def test_who_knows_that_they_are_members_needs_only_the_extract():
    members = REGISTER[REGISTER["register_id"].isin([11, 12, 13])]
    risk = score(link(EXTRACT, members, by=BY, knows_members=True), TRUTH, blind=1 / 5)
    assert (risk.right, risk.wrong, risk.abstained) == (2, 0, 1)
    assert link(EXTRACT, REGISTER, by=BY, knows_members=True)["declared"].sum() == 4


def test_more_daring_guesses_among_those_who_fit():
    assert link(EXTRACT, REGISTER, by=BY, at_most=2)["declared"].tolist() == [True] * 5 + [False]
    claims = {int(guess_among_matches(EXTRACT, REGISTER, by=BY, seed=seed)["claim"][0]) for seed in range(20)}
    assert claims == {1, 2}


def test_nobody_to_find_and_nobody_who_looks():
    assert not link(EXTRACT.iloc[:0], REGISTER, by=BY, at_most=inf)["declared"].any()
    assert link(EXTRACT, REGISTER.iloc[:0], by=BY).empty
    assert not guess_fact(EXTRACT.iloc[:0], REGISTER, by=BY)["declared"].any()


def test_everyone_the_same():
    same = EXTRACT.assign(born="any", sex="any")
    guesses = link(same, REGISTER, by=BY)
    assert guesses["rows_fit"].eq(5).all() and not guesses["declared"].any()


def test_she_cannot_be_less_than_cautious():
    with pytest.raises(ValueError, match="at_most is 0"):
        link(EXTRACT, REGISTER, by=BY, at_most=0)


def test_a_fact_is_what_most_say():
    guesses = guess_fact(EXTRACT, REGISTER, by=BY)
    assert guesses["claim"].fillna("-").tolist() == ["often", "often", "often", "often", "seldom", "-"]
    assert guesses["confidence"].tolist() == [0.5, 1, 1, 1, 1, 0]
    assert guess_fact(EXTRACT, REGISTER, by=BY, sure=1)["declared"].tolist() == [False] + [True] * 4 + [False]


def test_of_equals_the_first_in_the_order_of_the_category():
    ordered = pd.CategoricalDtype(["seldom", "often"], ordered=True)
    guesses = guess_fact(EXTRACT.astype({"late_nights": ordered}), REGISTER, by=BY)
    assert guesses["claim"][0] == "seldom"


def test_nobody_is_in_a_class_that_is_missing():
    classes = pd.Series([0, None], dtype="Int64")
    assert how_many(pd.Series([], dtype="Int64"), classes).tolist() == [0, 0]
    assert how_many(classes, classes).tolist() == [1, 0]


def test_one_draw_for_each_class():
    entries = pd.concat([REGISTER.head(1)] * 9).assign(register_id=range(9))
    assert guess_among_matches(EXTRACT, entries, by=BY)["claim"].nunique() == 1


@pytest.mark.parametrize(
    ("extract", "register", "sentence"),
    [
        (
            EXTRACT.drop(columns="row_id"),
            REGISTER,
            "the extract has no column 'row_id'; it has: born, sex, late_nights.",
        ),
        (EXTRACT.drop(columns="sex"), REGISTER, "the rows have no column 'sex'"),
        (EXTRACT, REGISTER.drop(columns="register_id"), "the register has no column 'register_id'; it has: born, sex."),
        (EXTRACT, REGISTER.drop(columns="born"), "the register has no column 'born'"),
    ],
)
def test_a_column_that_is_missing_is_named(extract, register, sentence):
    with pytest.raises(ValueError, match=sentence):
        link(extract, register, by=BY)


people = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), min_size=1, max_size=15)


@given(people, people, st.integers(0, 9))
def test_against_a_literal_join(rows, entries, seed):
    extract = pd.DataFrame(rows, columns=BY).assign(row_id=range(100, 100 + len(rows)))
    register = pd.DataFrame(entries, columns=BY).assign(register_id=range(len(entries)))
    guesses = guess_among_matches(extract, register, by=BY, seed=seed)
    cautious = link(extract, register, by=BY)
    for entry, bold, careful in zip(entries, guesses.itertuples(), cautious.itertuples(), strict=True):
        fitting = [100 + place for place, row in enumerate(rows) if row == entry]
        alike = entries.count(entry) if fitting else 0
        assert (bold.rows_fit, bold.entries_fit, bold.declared) == (len(fitting), alike, bool(fitting))
        assert pd.isna(bold.claim) if not fitting else bold.claim in fitting
        assert careful.declared == (len(fitting) == alike == 1)
