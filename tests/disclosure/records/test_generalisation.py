"""Coarser words for the same people, and who is left out."""

import pandas as pd
import pytest

from disclosure.records.columns import QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import class_of, classes_of
from disclosure.records.generalisation import Generalise, SuppressRecords, coarser_date, coarser_place

ROWS = pd.DataFrame(
    {
        "row_id": [1, 2, 3, 4],
        "birth_date": ["1961-03-04", "1961-12-31", "1969-01-01", "1970-01-01"],
        "sex": ["female", "female", "female", "male"],
        "postcode": ["Texas, 73301", "Texas, 10001", "Texas, 73301", "London, NP5 6RX"],
    }
)


@pytest.mark.parametrize(
    ("told", "classes"), [("day", "1111"), ("month", "1111"), ("year", "2211"), ("decade", "3331"), ("any", "3331")]
)
def test_coarser_dates_make_larger_classes(told, classes):
    rows = Generalise(birth_date=told, postcode="area")(ROWS)
    sizes = rows.groupby(list(QUASI_IDENTIFIERS))["row_id"].transform("size")
    assert "".join(map(str, sizes)) == classes


def test_decades_begin_and_end_where_they_should():
    dates = pd.Series(["1960-01-01", "1969-12-31", "1970-01-01", None])
    assert coarser_date(dates, "decade").fillna("-").tolist() == ["1960 to 1969", "1960 to 1969", "1970 to 1979", "-"]


def test_a_postcode_with_blanks_and_commas_in_its_area():
    assert coarser_place(pd.Series(["North, West, NP5 6RX"]), "area")[0] == "North, West"


def test_nothing_chosen_changes_nothing_and_other_columns_stay():
    pd.testing.assert_frame_equal(Generalise()(ROWS), ROWS)
    assert Generalise("any", "any", "any")(ROWS)[list(QUASI_IDENTIFIERS)].eq("any").all(axis=None)
    assert Generalise()(ROWS.iloc[:0]).empty and Generalise("decade", postcode="area")(ROWS.iloc[:0]).empty


@pytest.mark.parametrize("word", ["week", "", None])
def test_an_unknown_word(word):
    with pytest.raises(ValueError, match=r"birth_date is .*: choose one of 'day', 'month'"):
        Generalise(birth_date=word)


@pytest.mark.parametrize("told", ["day", "month", "year", "decade", "any"])
@pytest.mark.parametrize("place", ["postcode", "area", "any"])
def test_everybody_falls_into_her_own_class(told, place):
    """What the labels stand for is what they were made from."""
    numbers, classes = classes_of(Generalise(birth_date=told, postcode=place)(ROWS), QUASI_IDENTIFIERS)
    assert class_of(ROWS, classes).tolist() == numbers.tolist()


def test_small_classes_are_left_out():
    coarse = Generalise(birth_date="year", postcode="area")(ROWS)
    assert SuppressRecords(2)(coarse)["row_id"].tolist() == [1, 2]
    assert (
        len(SuppressRecords(1)(coarse)) == 4
        and SuppressRecords(3)(coarse).empty
        and SuppressRecords(2)(ROWS.iloc[:0]).empty
    )
    with pytest.raises(ValueError, match="k is 0"):
        SuppressRecords(0)


def test_they_print_as_they_are_written():
    assert repr(Generalise("year", postcode="area")) == "Generalise(birth_date='year', postcode='area')"
    assert repr(SuppressRecords(5)) == "SuppressRecords(k=5)"


@pytest.mark.parametrize("told", ["month", "year", "decade"])
def test_dates_of_pandas_are_dates(told):
    days = pd.Series(pd.to_datetime(["1961-03-04", None]))
    text = pd.Series(["1961-03-04", None])
    assert coarser_date(days, told)[0] == coarser_date(text, told)[0] == coarser_date(days.dt.date, told)[0]
    assert pd.isna(coarser_date(days, told)[1]) or told == "decade"


@pytest.mark.parametrize("told", ["day", "month", "year", "decade"])
@pytest.mark.parametrize("wrong", ["4/3/1961", 19610304, "March 1961", pd.Timestamp("1961-03-04 10:00"), ""])
def test_what_is_no_date_is_refused(told, wrong):
    with pytest.raises(ValueError, match=r"\(row 1\): write dates as 1961-03-04"):
        coarser_date(pd.Series(["1961-03-04", wrong], dtype=object, name="birth_date"), told)


def test_a_postcode_without_an_area_would_stay_as_fine_as_it_is():
    for wrong in ("73301", 73301):
        with pytest.raises(ValueError, match=r"column 'postcode' has '73301' \(row 0\): write area, comma"):
            coarser_place(pd.Series([wrong], name="postcode"), "area")


def test_columns_must_have_their_names():
    with pytest.raises(ValueError, match=r"the rows have no column 'sex'; they have: .* Rename yours so"):
        Generalise()(ROWS.drop(columns="sex"))
