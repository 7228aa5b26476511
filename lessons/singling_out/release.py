"""The rows behind a number: what somebody inside sees who clicks on a count, with the names left out."""

from collections.abc import Collection
from typing import Final

import pandas as pd

FACTS: Final = ("country", "region", "device", "sex", "age", "joined_week")
"""What a row tells of a person. Any one of these is known to many of those who know the person."""


def people_behind(views: pd.DataFrame, *, title_id: int, days: pd.DatetimeIndex) -> list[int]:
    """Return the viewers who watched one title on each of some days: the people whom a joke counts.

    Args:
        views: the viewing log, with ``viewer_id``, ``title_id`` and ``day`` (the viewer's local date).
        title_id: the title.
        days: the local dates, all of them.

    Examples:
        >>> views = pd.DataFrame({"viewer_id": [1, 1, 2, 2], "title_id": [7, 7, 7, 7],
        ...                       "day": pd.to_datetime(["2017-12-01", "2017-12-02", "2017-12-01", "2017-12-01"])})
        >>> people_behind(views, title_id=7, days=pd.date_range("2017-12-01", "2017-12-02"))
        [1]
    """
    watched = views[(views["title_id"] == title_id) & views["day"].isin(days)]
    days_watched = watched.groupby("viewer_id")["day"].nunique()
    return sorted(int(viewer) for viewer in days_watched.index[days_watched == len(days)])


def drill_down(viewers: pd.DataFrame, people: Collection[int]) -> pd.DataFrame:
    """Open the rows behind a count: a pseudonym and six everyday facts for each person, no names.

    Args:
        viewers: the service's customers, with ``viewer_id``, ``joined_on`` and the facts other than the week.
        people: the pseudonyms that the count is made of.

    Returns:
        One row per person: ``viewer_id``, ``country``, ``region``, ``device``, ``sex``, ``age`` (years) and
        ``joined_week`` (the Monday of the week of joining).

    Raises:
        KeyError: one of the people is not among the viewers.
    """
    rows = viewers.set_index("viewer_id").loc[list(people)].reset_index()
    return rows.assign(joined_week=_monday(rows["joined_on"]))[["viewer_id", *FACTS]]


def one_film_every_day(views: pd.DataFrame, titles: pd.DataFrame, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Find who watched one title on each of some days.

    Args:
        views: the viewing log, with ``viewer_id``, ``title_id`` and ``day``.
        titles: with ``title_id`` and ``title``.
        days: the local dates, all of them.

    Returns:
        One row per viewer and title: ``viewer_id``, ``title``, ``days``.
    """
    habits = views[views["day"].isin(days)].groupby(["viewer_id", "title_id"])["day"].nunique()
    return _with_titles(habits[habits == len(days)].rename("days"), titles)


def watched_most_often(views: pd.DataFrame, titles: pd.DataFrame, viewers: pd.Series) -> pd.DataFrame:
    """Find the two who watched one title most often, among some viewers.

    Args:
        views: the viewing log.
        titles: with ``title_id`` and ``title``.
        viewers: the ``viewer_id`` of those who are asked about.

    Returns:
        Two rows at most: ``viewer_id``, ``title``, ``times``.
    """
    times = views[views["viewer_id"].isin(viewers)].groupby(["viewer_id", "title_id"]).size()
    return _with_titles(times.nlargest(2).rename("times"), titles)


def _with_titles(found: pd.Series, titles: pd.DataFrame) -> pd.DataFrame:
    """Names of films in place of their numbers."""
    named = found.reset_index().merge(titles[["title_id", "title"]], on="title_id")
    return named[["viewer_id", "title", found.name]]


def _monday(day: pd.Series) -> pd.Series:
    """The Monday of each day's week."""
    return day.dt.normalize() - pd.to_timedelta(day.dt.day_of_week, unit="D")
