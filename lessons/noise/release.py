"""What is counted: viewers of titles, each profile once at each title, and two films side by side."""

import numpy as np
import pandas as pd

from disclosure.tables.count_table import CountTable, count_table

WATCHED, NOT_WATCHED = "watched", "not watched"


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


def two_films(rows: pd.DataFrame, one: int, other: int) -> CountTable:
    """Count each profile once in a small square: has it watched one film, and the other?

    Args:
        rows: one row per profile and title.
        one, other: two ``title_id``.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2, 3], "title_id": [7, 8, 7, 9]})
        >>> two_films(rows, 7, 8).cells["count"].tolist()
        [1, 1, 0, 1]
    """
    watched = {film: set(rows.loc[rows["title_id"] == film, "viewer_id"]) for film in (one, other)}
    everybody = rows["viewer_id"].drop_duplicates()
    labels = {name: everybody.isin(watched[film]) for name, film in (("one", one), ("other", other))}
    people = pd.DataFrame(
        {name: np.where(seen, WATCHED, NOT_WATCHED) for name, seen in labels.items()},
        index=everybody.index,
    ).astype(pd.CategoricalDtype([WATCHED, NOT_WATCHED]))
    return count_table(people, by=("one", "other"), totals=False)


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
