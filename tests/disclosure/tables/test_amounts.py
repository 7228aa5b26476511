"""Amounts are whole numbers of a unit, in whatever type they come."""

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.tables.amounts import whole_amounts


@pytest.mark.parametrize(
    ("amounts", "unit", "whole"),
    [
        ([90, 60], "euros", [90, 60]),
        (["90", " 60 "], "euros", [90, 60]),
        ([90.0, 60.0], "euros", [90, 60]),
        ([Decimal(90), np.int8(60)], "euros", [90, 60]),
        (pd.array([90, 60], dtype="Int64"), "euros", [90, 60]),
        (pd.array([90, 60], dtype="uint8"), "euros", [90, 60]),
        (pd.to_timedelta(["0:10:00", "1:00:00"]), "minutes", [10, 60]),
        ([dt.timedelta(minutes=10), pd.Timedelta(hours=1)], "seconds", [600, 3600]),
        (pd.to_timedelta([1, 48], unit="h") * 24, "days", [1, 48]),
        ([2**52 - 1, 0], "cents", [2**52 - 1, 0]),
        ([], "euros", []),
    ],
)
def test_amounts(amounts: Any, unit: str, whole: list[int]) -> None:
    assert whole_amounts(pd.Series(amounts, name="pay"), unit).tolist() == whole


@pytest.mark.parametrize(
    ("amounts", "sentence"),
    [
        ([1, "1,234"], r"row 1 has no number in 'pay': .*\(it is 1,234\)"),
        ([1, "<5"], "row 1 has no number in 'pay'"),
        ([1, None], "row 1 has no number in 'pay'"),
        ([1, "nan"], "row 1 has no number in 'pay'"),
        ([1, float("inf")], "row 1 has no number in 'pay'"),
        ([90 + 0j, 60j], "row 0 has no number in 'pay'"),
        ([90, 60 + 0j, "5"], "row 1 has no number in 'pay'"),
        ([1, [2]], "row 1 has no number in 'pay'"),
        ([1, "-2"], "row 1 has less than 0 in 'pay'"),
        ([1, 0.5], "row 1 has a fraction in 'pay'"),
        ([1, 2**52], "row 1 has too much in 'pay'"),
        ([True, False], "'pay' holds True and False"),
        ([1, True], "'pay' holds True and False"),
        (pd.to_timedelta(["0:10:00"]), "'pay' holds durations, and unit is 'euros': choose unit= among 'seconds'"),
        ([dt.timedelta(1), None], "'pay' holds durations"),
    ],
)
def test_what_is_no_amount(amounts: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        whole_amounts(pd.Series(amounts, name="pay"), "euros")


def test_durations_must_fit_the_unit() -> None:
    with pytest.raises(ValueError, match="row 0 has a fraction in 'time'"):
        whole_amounts(pd.Series(pd.to_timedelta(["0:10:30"]), name="time"), "minutes")
    with pytest.raises(ValueError, match="row 0 has no number in 'time'"):
        whole_amounts(pd.Series(pd.to_timedelta([None]), name="time"), "minutes")
