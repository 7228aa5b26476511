"""Thresholds, bases and numbers of people: whole numbers of every type, through every door that takes one."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor
from disclosure.defences.coarsening import Coarsen
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.defences.publishing import DelaySmallChanges, PublishEvery
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.records.generalisation import SuppressRecords
from disclosure.records.mondrian import Mondrian
from disclosure.rules import NKRule, PPercentRule, Rule
from disclosure.tables.companions import Companions
from disclosure.whole_numbers import real_numbers, whole_number
from lessons.linking.defences import BlurDays, DropRareTitles

DOORS: dict[str, Callable[[Any], Any]] = {
    "Rule": Rule,
    "Suppress": Suppress,
    "SuppressByHand": SuppressByHand,
    "SuppressComplementary": SuppressComplementary,
    "RoundTo": RoundTo,
    "PPercentRule": PPercentRule,
    "NKRule n": lambda n: NKRule(n, 90),
    "NKRule k": lambda k: NKRule(2, k),
    "Coarsen": lambda into: Coarsen("film", into),
    "PublishEvery": PublishEvery,
    "DelaySmallChanges": DelaySmallChanges,
    "Mondrian": Mondrian,
    "Mondrian distinct": lambda distinct: Mondrian(2, distinct),
    "SuppressRecords": SuppressRecords,
    "DropRareTitles": DropRareTitles,
    "BlurDays": BlurDays,
    "Contributor": lambda amount: Contributor(("A",), amount=amount),
    "Companions": lambda lowest: Companions("stars", lowest, 9),
}
WHOLE = [5, np.int64(5), np.int8(5), np.uint16(5), np.array(5)]
NOT_WHOLE = [
    2.5,
    5.0,
    float("nan"),
    float("inf"),
    "5",
    "five",
    True,
    np.True_,
    np.float64(5),
    Decimal(5),
    Fraction(5, 2),
]
NOT_WHOLE += [pd.NA, pd.NaT, [5], (5,), 5j, b"5", object()]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("number", WHOLE, ids=lambda it: type(it).__name__)
def test_every_type_of_whole_number_is_the_same_number(door: str, number: Any) -> None:
    made = DOORS[door](number)
    assert made == DOORS[door](5) and "int64" not in repr(made) and "array" not in repr(made)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("wrong", NOT_WHOLE, ids=lambda wrong: repr(wrong).split(" at ")[0])
def test_everything_else_is_refused_in_a_sentence(door: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"is .*(no whole number|written as dominance)"):
        DOORS[door](wrong)


def test_limits() -> None:
    assert whole_number("it", -3, "choose another") == -3
    for number in (-1, 8):
        with pytest.raises(ValueError, match=f"it is {number}: choose 0 to 7"):
            whole_number("it", number, "choose 0 to 7", least=0, most=7)


def test_a_column_is_read_as_real_numbers():
    read = real_numbers(pd.Series([1, "2", 2.5, "<5", None, 3j, np.complex64(4)], index=list("abcdefg")))
    assert read.dtype == "float64" and read.dropna().to_dict() == {"a": 1, "b": 2, "c": 2.5}
    assert real_numbers(pd.Series([1j, 2])).isna().tolist() == [True, True]
