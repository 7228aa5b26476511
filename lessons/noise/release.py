"""What is counted: viewers of titles, each profile once at each title, and two films side by side."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.favourites import favourites

BEFORE_CHRISTMAS: Final = pd.date_range("2017-11-23", "2017-12-10")
WATCHED, NOT_WATCHED = "watched", "not watched"

FIRST: Final = 10
"""So many titles are a list of the most watched ones."""


def titles_of_profiles(views: pd.DataFrame) -> pd.DataFrame:
    """List each profile once at each title that it has watched.

    Args:
        views: the viewing log, with ``viewer_id`` and ``title_id``.

    Returns:
        One row per profile and title: ``viewer_id``, ``title_id``; the titles of one profile stand together.

    Examples:
        >>> titles_of_profiles(pd.DataFrame({"viewer_id": [2, 1, 1], "title_id": [7, 8, 8]})).to_numpy().tolist()
        [[1, 8], [2, 7]]
    """
    rows = views[["viewer_id", "title_id"]].drop_duplicates()
    return rows.sort_values(["viewer_id", "title_id"], ignore_index=True)


def count_titles(rows: pd.DataFrame, titles: pd.DataFrame) -> CountTable:
    """Count the viewers of each title of the catalogue, which is public: a title that nobody watched has a 0.

    Args:
        rows: one row per profile and title (see `titles_of_profiles`).
        titles: the catalogue, with ``title_id`` and ``title``, or the part of it that is asked for.

    Returns:
        One cell per title, in the catalogue's order, without totals.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 2], "title_id": [7, 7]})
        >>> catalogue = pd.DataFrame({"title_id": [7, 8], "title": ["The Lantern", "The Kite"]})
        >>> count_titles(rows, catalogue).cells["count"].tolist()
        [2, 0]
    """
    names = titles.set_index("title_id")["title"]
    watched = rows["title_id"].map(names).dropna()
    people = pd.DataFrame({"title": pd.Categorical(watched, names.to_list())})
    return count_table(people, by="title", totals=False)


def counts_of(table: CountTable) -> np.ndarray:
    """The printed counts of a table as plain numbers; shape (cells,)."""
    return table.cells["count"].to_numpy(dtype=np.int64)


def most_watched(counts: np.ndarray) -> np.ndarray:
    """Return the places of the ten largest counts, the largest first; of equal ones the first in order.

    Args:
        counts: one for each title, true or printed; shape (titles,).

    Examples:
        >>> most_watched(np.array([3, 9, 3])).tolist()
        [1, 0, 2]
    """
    return np.argsort(-counts, kind="stable")[:FIRST]


def still_first(counts: np.ndarray, printed: np.ndarray) -> int:
    """Count how many of the ten most watched titles are still among the first ten of a print.

    Examples:
        >>> still_first(np.arange(11), np.arange(11)[::-1])      # the last and the first are lost
        9
    """
    return len({*most_watched(counts).tolist()} & {*most_watched(printed).tolist()})


def two_films(rows: pd.DataFrame, one: int, other: int) -> pd.DataFrame:
    """Say of each profile whether it has watched one film, and another.

    Args:
        rows: one row per profile and title.
        one, other: two ``title_id``.

    Returns:
        One row per profile, labelled by ``viewer_id``: ``one`` and ``other``, watched or not watched.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2, 3], "title_id": [7, 8, 7, 9]})
        >>> count_table(two_films(rows, 7, 8), by=("one", "other"), totals=False).cells["count"].tolist()
        [1, 1, 0, 1]
    """
    profiles = pd.Index(rows["viewer_id"].unique(), name="viewer_id")
    films = {name: rows.loc[rows["title_id"] == film, "viewer_id"] for name, film in (("one", one), ("other", other))}
    seen = {name: np.where(profiles.isin(viewers), WATCHED, NOT_WATCHED) for name, viewers in films.items()}
    return pd.DataFrame(seen, profiles).astype(pd.CategoricalDtype([WATCHED, NOT_WATCHED]))


def favourites_of(views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame) -> pd.DataFrame:
    """List each profile once, at the one of sixteen popular titles that it watched longest before Christmas.

    Args:
        views, viewers, titles: the frames of a world.

    Returns:
        One row per profile: ``viewer_id``, ``title`` (a category), ``region``.
    """
    return favourites(views, viewers, titles, days=BEFORE_CHRISTMAS, n_titles=16)


def without(rows: pd.DataFrame, profile: int) -> pd.DataFrame:
    """Leave one profile out.

    Examples:
        >>> len(without(pd.DataFrame({"viewer_id": [1, 1, 2]}), 1))
        1
    """
    return rows[rows["viewer_id"] != profile]


def rounded_to_tens(printed: np.ndarray) -> np.ndarray:
    """Round counts that have noise already, and print nothing below 0: work after the noise, which anybody can do.

    Examples:
        >>> rounded_to_tens(np.array([-8, 3, 47])).tolist()
        [0, 0, 50]
    """
    return np.maximum(0, (printed + 5) // 10 * 10)
