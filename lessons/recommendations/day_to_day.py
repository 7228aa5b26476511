"""Lists that are made anew every day: what rises in them, and what would have risen without one viewer's new titles."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
from scipy.sparse import csr_array

from lessons.recommendations.reading import read_with, read_without
from lessons.recommendations.release import AlsoWatched, Together, seen

PLACE = ["target", "known", "title_id"]
"""What tells one place of one list from another: whose, from which title, which title stands there."""


class Day(NamedTuple):
    """What Ada reads on one day.

    Attributes:
        day: which.
        new: who has watched which title for the first time on it: ``viewer_id``, ``title_id``.
        rises: what stands higher than the day before, in the lists of the known titles: see `risen`.
        rises_without: the same for each target who has watched something new, had she not done so.
    """

    day: pd.Timestamp
    new: pd.DataFrame
    rises: pd.DataFrame
    rises_without: pd.DataFrame


def risen(today: pd.DataFrame, yesterday: pd.DataFrame) -> pd.DataFrame:
    """Keep what stands higher in a list than the day before, or did not stand in it.

    Args:
        today, yesterday: lists of known titles (see `lessons.recommendations.release.Lists.read`).

    Examples:
        >>> yesterday = pd.DataFrame({"target": 1, "known": 7, "place": [1, 2], "title_id": [8, 9]})
        >>> today = pd.DataFrame({"target": 1, "known": 7, "place": [1, 2, 3], "title_id": [9, 8, 5]})
        >>> risen(today, yesterday)["title_id"].tolist()
        [9, 5]
    """
    both = today.merge(yesterday, on=PLACE, how="left", suffixes=("", "_before"))
    return today[(~both["place"].ge(both["place_before"])).to_numpy()]


def days_of_lists(
    rows: pd.DataFrame,
    titles: pd.DataFrame,
    known: pd.DataFrame,
    days: pd.DatetimeIndex,
    release: AlsoWatched | None = None,
) -> Iterator[Day]:
    """Publish the lists of each day, from all that was watched so far, and read those of the known titles.

    Only what is new is counted: of the viewers in common, the new titles of a day with all titles of their viewers.

    Args:
        rows: one row per profile and title, with ``day``, when it was watched first.
        titles: the catalogue.
        known: one row per target and known title: ``target``, ``title_id``; all watched before the first day.
        days: one after the other.
        release: how lists are made.
    """
    release = release or AlsoWatched()
    catalogue, viewers = pd.Index(titles["title_id"]), pd.Index(rows["viewer_id"].unique())
    before = csr_array(seen(rows[rows["day"] < days[0]], catalogue, viewers))
    both = (before.T @ before).toarray()
    yesterday = read_with(Together(catalogue, both), known, release)
    for day in days:
        new = rows[rows["day"].eq(day)]
        added = csr_array(seen(new, catalogue, viewers))
        after = before + added
        both = both + (added.T @ after + before.T @ added).toarray()
        together, before = Together(catalogue, both), after
        today = read_with(together, known, release)
        touched = known[known["target"].isin(new["viewer_id"])]
        without = read_without(together, new, touched, release) if len(touched) else today.iloc[:0]
        yield Day(day, new, risen(today, yesterday), risen(without, yesterday))
        yesterday = today
