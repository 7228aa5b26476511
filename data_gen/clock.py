"""The one calendar of every world, and the clocks of the places where viewers live."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

LAST_DAY = np.datetime64("2017-12-11", "D")  # a Monday: the day of the joke
WHOLE_CALENDAR = 406  # days, from 1 November 2016
DAY, HALF_HOUR = 86_400, 1_800  # seconds
MARGIN = 3  # days around the calendar that the clocks still know


def first_day(days: int = WHOLE_CALENDAR) -> np.datetime64:
    """The first local day of a calendar of so many days that ends on 11 December 2017.

    Examples:
        >>> first_day()
        np.datetime64('2016-11-01')
    """
    return LAST_DAY - np.timedelta64(days - 1, "D")


def day_number(day: str, days: int) -> int:
    """How many days after the first day of the calendar a day is.

    Examples:
        >>> day_number("2016-11-03", 406)
        2
    """
    return int((np.datetime64(day, "D") - first_day(days)).astype(np.int64))


def as_dates(day_numbers: np.ndarray, days: int) -> np.ndarray:
    """Local days as datetime64[s] at midnight, from numbers of days after the first.

    Examples:
        >>> as_dates(np.array([0, 405]), 406)
        array(['2016-11-01T00:00:00', '2017-12-11T00:00:00'], dtype='datetime64[s]')
    """
    return (first_day(days) + np.asarray(day_numbers).astype("timedelta64[D]")).astype("datetime64[s]")


@dataclass(frozen=True)
class Clocks:
    """The clocks on viewers' walls: from local to UTC seconds and back, since the calendar's first midnight.

    zone: for each viewer, a row of the tables. at_utc, at_local: offsets from UTC in seconds, one row per zone and one
    column per half hour, to be read at a UTC or at a local half hour.
    """

    zone: np.ndarray
    at_utc: np.ndarray
    at_local: np.ndarray

    def to_utc(self, local: np.ndarray, viewer: np.ndarray) -> np.ndarray:
        """UTC seconds of local seconds, where `viewer` says whose clock shows them."""
        return local - self.at_local[self.zone[viewer], _column(local, self.at_local)]

    def to_local(self, utc: np.ndarray, viewer: np.ndarray) -> np.ndarray:
        """What the clock of each `viewer` shows at UTC seconds."""
        return utc + self.at_utc[self.zone[viewer], _column(utc, self.at_utc)]


def clocks_of(time_zones: pd.Series, days: int) -> Clocks:
    """The clocks of viewers who live in the given time zones, for a calendar of so many days."""
    zone, names = pd.factorize(time_zones, sort=True)
    at_utc, at_local = zip(*(_offsets(name, days) for name in names), strict=True)
    return Clocks(zone, np.stack(at_utc), np.stack(at_local))


@cache
def _offsets(zone: str, days: int) -> tuple[np.ndarray, np.ndarray]:
    """A row of each table of Clocks. An hour that summer time leaves out is read as the hour after it."""
    start = (first_day(days) - MARGIN).astype("datetime64[s]")
    half_hours = np.arange((days + 2 * MARGIN) * DAY // HALF_HOUR)
    utc = pd.DatetimeIndex(start + half_hours * HALF_HOUR)
    wall = utc.tz_localize("UTC").tz_convert(zone).tz_localize(None) - utc
    at_utc = wall.to_numpy().astype("timedelta64[s]").astype(np.int32)
    last = len(half_hours) - 1
    guess = (half_hours - at_utc // HALF_HOUR).clip(0, last)
    guess = (half_hours - at_utc[guess] // HALF_HOUR).clip(0, last)
    return at_utc, at_utc[guess]


def _column(seconds: np.ndarray, table: np.ndarray) -> np.ndarray:
    return np.minimum(seconds // HALF_HOUR + MARGIN * DAY // HALF_HOUR, table.shape[1] - 1)
