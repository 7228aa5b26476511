"""What the amounts of a table may be: whole numbers of a unit, as numbers, as text or as durations."""

import datetime as dt
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.whole_numbers import real_numbers

LARGEST_AMOUNT: Final = 2**52
"""Amounts below it, and below it together, are added up exactly, and the audit tells them apart."""

DURATIONS: Final = {"seconds": 1, "minutes": 60, "hours": 3_600, "days": 86_400}
"""The units in which durations can be counted, in seconds."""


def whole_amounts(amounts: pd.Series, unit: str) -> pd.Series:
    """Return amounts as whole numbers of a unit; shape (rows,), int64.

    Args:
        amounts: numbers, numbers as text such as "90", or durations (these need a unit in `DURATIONS`).
        unit: what the amounts are counted in.

    Raises:
        ValueError: an amount is missing, no number, negative, not whole, or too large in sum; it names the row.

    Examples:
        >>> whole_amounts(pd.Series(["90", "60"]), "minutes").tolist()
        [90, 60]
        >>> whole_amounts(pd.Series(pd.to_timedelta(["0:10:00"])), "minutes").tolist()
        [10]
    """
    numbers = _numbers(amounts, unit)
    for wrong, what, cure in (
        (numbers.isna() | numbers.abs().eq(np.inf), "no number", "write 0 or leave the row out"),
        (numbers < 0, "less than 0", "only amounts of 0 and more can be summed this way"),
        (numbers % 1 != 0, "a fraction", "round to whole units first, each contribution by itself"),
        (numbers.cumsum() >= LARGEST_AMOUNT, "too much", "count in a larger unit, such as thousands"),
    ):
        if wrong.any():
            row, found = amounts.index[wrong][0], amounts[wrong.to_numpy()].iloc[0]
            raise ValueError(f"row {row} has {what} in {amounts.name!r}: {cure} (it is {found}).")
    return numbers.astype("int64")


def _numbers(amounts: pd.Series, unit: str) -> pd.Series:
    """The amounts as numbers of a unit, not a number where there is none."""
    if pd.api.types.is_timedelta64_dtype(amounts) or _any_of(amounts, dt.timedelta | np.timedelta64):
        if unit not in DURATIONS:
            known = ", ".join(map(repr, DURATIONS))
            raise ValueError(f"{amounts.name!r} holds durations, and unit is {unit!r}: choose unit= among {known}.")
        return pd.to_timedelta(amounts, errors="coerce") / pd.Timedelta(seconds=DURATIONS[unit])
    if pd.api.types.is_bool_dtype(amounts) or _any_of(amounts, bool | np.bool_):
        raise ValueError(f"{amounts.name!r} holds True and False: an amount is a number of {unit}.")
    if pd.api.types.is_integer_dtype(amounts) and not amounts.isna().any():
        return amounts
    return real_numbers(amounts)


def _any_of(amounts: pd.Series, kinds: Any) -> bool:
    """Whether a column of mixed types holds one of these; missing values aside."""
    return amounts.dtype == object and any(isinstance(each, kinds) and not pd.isna(each) for each in amounts)
