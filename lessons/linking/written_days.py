"""Days as a file writes them: dates, or numbers that count from 1970 in one unit that is beyond doubt."""

from collections.abc import Callable
from typing import Final, Literal, cast

import pandas as pd

Refuse = Callable[[pd.Series, pd.Series, str], None]
"""Takes values, which of them are wrong, and a sentence with ``{value}``; complains about the first."""

DAY: Final = "day"
Unit = Literal["s", "ms", "us", "ns"]

UNITS: Final[dict[int, Unit]] = {9: "s", 10: "s", 12: "ms", 13: "ms", 15: "us", 16: "us", 18: "ns", 19: "ns"}
"""The unit in which a number of so many digits counts: each gives the years 1973 to 2286."""

NAMES: Final = {"s": "seconds", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds", DAY: "days"}
AS_DATES: Final = {8: "%Y%m%d", 10: "%Y%m%d%H", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
"""How a number of so many digits reads if it is a date, such as 20171211."""

YEARS: Final = (1900, 2100)
A_NUMBER: Final = r"\d+(?:\.\d*)?"
A_DATE: Final = r"(\d{4})([-/]?)(\d\d)\2(\d\d)(?:[T ].*)?"
"""A day, with or without a time behind it; the time and its zone are not looked at."""


def read_days(values: pd.Series, refuse: Refuse) -> pd.Series:
    """Return the day that each value names; shape (rows,), missing where nothing stands.

    A date is the day that is written, whatever zone stands behind it. Numbers are days (20171211) or times since 1970
    in UTC, in seconds, milliseconds, microseconds or nanoseconds, all in one unit.

    Args:
        values: text, numbers or dates.
        refuse: complains about values that name no day.

    Examples:
        >>> def nothing(values, wrong, sentence): assert not wrong.any()
        >>> [read_days(pd.Series([it]), nothing)[0].date().isoformat() for it in ("20171211", "1512950400",
        ...                                                                      "2017-12-11T23:30:00-05:00")]
        ['2017-12-11', '2017-12-11', '2017-12-11']
    """
    if pd.api.types.is_datetime64_any_dtype(values):
        return values.dt.tz_localize(None).dt.floor("D")
    if pd.api.types.is_float_dtype(values) and (values.dropna() % 1 == 0).all():
        values = values.astype("Int64")
    text = values.astype("string").str.strip()
    is_number = text.str.fullmatch(A_NUMBER).fillna(True).astype(bool)
    there = text.notna()
    if not (is_number & there).any():
        return _from_dates(text, refuse)
    refuse(values, ~is_number, "{value} is no number, as the others here are: write all of them alike.")
    return _from_numbers(text.str.split(".").str[0], refuse)


def _from_dates(text: pd.Series, refuse: Refuse) -> pd.Series:
    """The days of dates such as 2017-12-11 or 2017-12-11T23:30:00+01:00."""
    parts = text.str.extract(f"^{A_DATE}$")
    days = pd.to_datetime(parts[0] + "-" + parts[2] + "-" + parts[3], format="%Y-%m-%d", errors="coerce")
    whole = pd.to_datetime(text, errors="coerce", format="ISO8601", utc=True)
    refuse(text, text.notna() & (days.isna() | whole.isna()), "{value} is no date (such as 2017-12-11).")
    return days


def _from_numbers(digits: pd.Series, refuse: Refuse) -> pd.Series:
    """The days of numbers, which must all be of one kind."""
    there = digits.dropna()
    dates = _as_dates(there)
    length = there.str.len()
    both = dates.notna() & length.eq(10)
    refuse(
        there,
        both if both.all() else ~there.notna(),
        "{value} may be an hour or seconds since 1970: write days as 2017-12-11.",
    )
    kind = length.map(UNITS).mask(dates.notna() & length.ne(10), DAY)
    refuse(there, kind.isna(), "{value} is neither a day (such as 20171211) nor a time since 1970.")
    first = kind.iloc[0]
    refuse(there, kind.ne(first), f"{{value}} is no number of {NAMES[first]}, as the first is: write all in one unit.")
    days = dates if first == DAY else pd.to_datetime(there.astype("int64"), unit=cast(Unit, first))
    return days.dt.floor("D").reindex(digits.index)


def _as_dates(digits: pd.Series) -> pd.Series:
    """What numbers say if they are read as dates, missing where they are none."""
    dates = pd.Series(pd.NaT, index=digits.index, dtype="datetime64[s]")
    for length, form in AS_DATES.items():
        chosen = digits.str.len().eq(length) & pd.to_numeric(digits.str[:4]).between(*YEARS)
        if chosen.any():
            dates[chosen] = pd.to_datetime(digits[chosen], format=form, errors="coerce")
    return dates
