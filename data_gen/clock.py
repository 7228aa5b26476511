"""The one calendar of every world, and the clocks of the places where viewers live."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

LAST_DAY = np.datetime64("2017-12-11", "D")  # a Monday: the day of the joke
WHOLE_CALENDAR = 406  # days, from 1 November 2016
DAY, HALF_HOUR = 86_400, 1_800  # seconds
MARGIN = 3  # days around the calendar that the clocks still know


def first_day(days: int = WHOLE_CALENDAR) -> np.datetime64:
    """The first local day of a calendar of so many days.

    >>> first_day()
    np.datetime64('2016-11-01')
    """
    return LAST_DAY - np.timedelta64(days - 1, "D")


def day_number(day: str, days: int) -> int:
    """How many days after the first day of the calendar a day is.

    >>> day_number("2016-11-03", 406)
    2
    """
    return int((np.datetime64(day, "D") - first_day(days)).astype(np.int64))


def as_dates(day_numbers: np.ndarray, days: int) -> np.ndarray:
    """Local days as datetime64[s] at midnight, from numbers of days after the first.

    >>> as_dates(np.array([0, 405]), 406)
    array(['2016-11-01T00:00:00', '2017-12-11T00:00:00'], dtype='datetime64[s]')
    """
    return (first_day(days) + np.asarray(day_numbers).astype("timedelta64[D]")).astype("datetime64[s]")


@cache
def clocks(zones: tuple[str, ...], days: int) -> tuple[np.ndarray, np.ndarray]:
    """Two tables of offsets from UTC in seconds, one row per zone and one column per half hour of the calendar.

    The first is read at a UTC half hour, the second at a local one. An hour that summer time leaves out is read as the
    hour after it; an hour that comes twice, as one of the two. The first column is `MARGIN` days before the calendar.
    """
    start = (first_day(days) - MARGIN).astype("datetime64[s]")
    ticks = np.arange((days + 2 * MARGIN) * DAY // HALF_HOUR)
    utc = pd.DatetimeIndex(start + ticks * HALF_HOUR).tz_localize("UTC")
    walls = [utc.tz_convert(zone).tz_localize(None).to_numpy() - utc.tz_localize(None).to_numpy() for zone in zones]
    at_utc = np.stack(walls).astype("timedelta64[s]").astype(np.int32)
    row = np.arange(len(zones))[:, None]
    guess = (ticks - at_utc // HALF_HOUR).clip(0, len(ticks) - 1)
    guess = (ticks - at_utc[row, guess] // HALF_HOUR).clip(0, len(ticks) - 1)
    return at_utc, at_utc[row, guess]


def to_utc(local: np.ndarray, zone: np.ndarray, at_local: np.ndarray) -> np.ndarray:
    """Local seconds since the first midnight of the calendar, as UTC seconds on the same scale."""
    return local - at_local[zone, _tick(local, at_local)]


def to_local(utc: np.ndarray, zone: np.ndarray, at_utc: np.ndarray) -> np.ndarray:
    """UTC seconds on the scale of the calendar, as the local seconds that a clock on the wall shows."""
    return utc + at_utc[zone, _tick(utc, at_utc)]


def _tick(seconds: np.ndarray, table: np.ndarray) -> np.ndarray:
    return np.minimum(seconds // HALF_HOUR + MARGIN * 48, table.shape[1] - 1)
