"""Labels of every type are read as text, nobody is lost, and what looks alike is said."""

import datetime as dt
import warnings
from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from disclosure.labels import as_text, cell_name, cell_names, read_labels, say_what_looks_alike, written

DAY = dt.date(2017, 12, 11)
MOMENT = pd.Timestamp("2017-12-11 09:30")
ANY_LABEL = st.one_of(
    st.text(max_size=3),
    st.integers(),
    st.booleans(),
    st.floats(allow_nan=False, width=32),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-99, max_value=99),
    st.datetimes(min_value=dt.datetime(1900, 1, 1), max_value=dt.datetime(2100, 1, 1)),
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)),
    st.timedeltas(min_value=dt.timedelta(-9), max_value=dt.timedelta(9)),
    st.sampled_from(
        [np.int8(1), np.float32(0.1), np.datetime64("2017-12-11"), pd.Period("2017-12"), pd.Interval(0, 1)]
    ),
)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (1, "1"),
        (1.0, "1"),
        (Decimal("1.00"), "1"),
        (Decimal("1.50"), "1.5"),
        (np.int64(7), "7"),
        (np.float32(0.1), "0.1"),
        (10**20, "1" + "0" * 20),
        (float("inf"), "inf"),
        (True, "True"),
        (np.False_, "False"),
        (DAY, "2017-12-11"),
        (pd.Timestamp(DAY), "2017-12-11"),
        (np.datetime64("2017-12-11"), "2017-12-11"),
        (MOMENT, "2017-12-11 09:30:00"),
        (MOMENT.to_pydatetime(), "2017-12-11 09:30:00"),
        (MOMENT.tz_localize("Europe/Paris"), "2017-12-11 09:30:00+01:00"),
        (dt.time(9, 30), "09:30:00"),
        (pd.Timedelta(minutes=10), "0 days 00:10:00"),
        (dt.timedelta(minutes=10), "0 days 00:10:00"),
        (pd.Period("2017-12", "M"), "2017-12"),
        (pd.Interval(0, 5), "(0, 5]"),
    ],
)
def test_how_labels_are_written(label: object, text: str) -> None:
    assert written(label) == text


@pytest.mark.parametrize("label", [None, float("nan"), pd.NaT, pd.NA, Decimal("NaN"), [1], (1,), {}, {1}, 1j, b"A"])
def test_what_is_no_label(label: object) -> None:
    with pytest.raises(ValueError, match="is no label: labels are text, numbers"):
        written(label)


@given(st.lists(ANY_LABEL, min_size=1, max_size=8))
def test_every_row_has_the_label_that_is_written(values: list[object]) -> None:
    column = pd.Series(values, dtype=object, name="x")
    places, labels = read_labels(column)
    assert [labels[place] for place in places] == [written(value) for value in values] == as_text(column).tolist()
    assert len(set(labels)) == len(labels) and set(places) == set(range(len(labels)))


@pytest.mark.parametrize(
    "column",
    [
        pd.Series(pd.to_datetime(["2017-12-11", "2017-12-12", "2017-12-11"])),
        pd.Series(pd.to_datetime(["2017-12-11 00:00", "2017-12-12 09:30", "2017-12-11 00:00"])),
        pd.Series(pd.to_timedelta([1, 2, 1], unit="min")),
        pd.Series(pd.PeriodIndex(["2017-12", "2018-01", "2017-12"], freq="M")),
        pd.Series([1, 2, 1], dtype="Int64"),
        pd.Series([0.5, 2, 0.5]),
        pd.Series([True, False, True]),
        pd.Series(["a", "b", "a"], dtype="category"),
        pd.Series([2, 1, 2], dtype=pd.CategoricalDtype([2, 1])),
        pd.Series(pd.cut([1, 5, 1], [0, 2, 9])),
        pd.Series([DAY, MOMENT, DAY], dtype=object),
    ],
    ids=lambda column: str(column.dtype),
)
def test_columns_of_every_type(column: pd.Series) -> None:
    places, labels = read_labels(column)
    assert places.tolist() == [0, 1, 0] and labels[:2] == [written(column[0]), written(column[1])]
    assert as_text(column).tolist() == [labels[place] for place in places]


def test_categories_that_are_equal_as_text_are_one_label() -> None:
    places, labels = read_labels(pd.Series(pd.Categorical([1, "1", 2], categories=["1", 3, 1, 2])))
    assert (places.tolist(), labels) == ([0, 0, 2], ["1", "3", "2"])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (["a", None], r"column 'x' has a missing value \(row 1\)"),
        ([1.5, float("nan")], r"column 'x' has a missing value \(row 1\)"),
        ([pd.Timestamp(DAY), pd.NaT], r"column 'x' has a missing value \(row 1\)"),
        ([1, Fraction(1, 2)], r"column 'x': Fraction\(1, 2\) is no label"),
        (["a", ["b"]], r"column 'x': \['b'\] is no label"),
    ],
)
def test_labels_that_cannot_be_read(values: list[object], sentence: str) -> None:
    for read in (read_labels, as_text):
        with pytest.raises(ValueError, match=sentence):
            read(pd.Series(values, name="x"))


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        (
            ["North", "north ", "NORTH", "South"],
            "'region' has labels that look alike and count apart: 'North', 'north ', 'NO",
        ),
        (["new  york", "New York"], "look alike"),
        (["caf\u00e9", "cafe\u0301"], "look alike"),
        (["\u00a0x", "x"], "look alike"),
        (["North\u200b", "North"], "look alike"),
        (["x\u00ad", "x"], "look alike"),
        (["All", "North"], "'region' has the label 'All', counted like any other; a total is called 'total'"),
    ],
)
def test_what_looks_alike_is_said(labels: list[str], sentence: str) -> None:
    with pytest.warns(UserWarning, match=sentence):
        say_what_looks_alike("region", labels)


def test_what_differs_is_not_spoken_of() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        say_what_looks_alike("region", ["North", "South", "Nord", "North"])


@given(st.lists(st.lists(st.text('ab|" ', max_size=4), min_size=2, max_size=2), unique_by=tuple, max_size=8))
def test_two_cells_never_share_a_name(cells: list[list[str]]) -> None:
    assert len(set(map(cell_name, cells))) == len(cells)


def test_names_of_cells() -> None:
    frame = pd.DataFrame({"film": ["x | y", "x"], "region": ["z", "y | z"]}, index=[7, 8])
    assert cell_names(frame).to_dict() == {7: '"x | y" | z', 8: 'x | "y | z"'}
    assert cell_names(frame.iloc[:0]).empty
