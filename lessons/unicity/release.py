"""The log as it is handed to researchers: a number in place of each name, one row for each title and evening."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from lessons.unicity import strings

RESOLUTIONS: Final[tuple[tuple[str, ...], ...]] = (
    ("title_id", "day"),
    ("title_id", "week"),
    ("title_id", "month"),
    ("title_id",),
    ("title_id", "stars"),
    ("genre", "day"),
    ("genre", "week"),
    ("genre", "month"),
)
"""How finely the log can be published: the columns that stay beside the number of the viewer."""

FINEST: Final = ("title_id", "day", "stars")
"""All that a row tells; the other columns follow from these."""


def pseudonymous_log(views: pd.DataFrame, titles: pd.DataFrame, ratings: pd.DataFrame) -> pd.DataFrame:
    """Leave out the names, and lay coarser columns beside the finer ones, so that a publisher can choose.

    Args:
        views: the viewing log: ``viewer_id``, ``title_id``, ``day`` (the viewer's local date).
        titles: the catalogue: ``title_id``, ``genre``.
        ratings: ``viewer_id``, ``title_id``, ``stars``; at most one row per viewer and title.

    Returns:
        One row per viewer, title and day: ``viewer_id``, ``title_id``, ``genre``, ``day``, ``week`` (its Monday),
        ``month`` (its first day), ``stars`` (missing where she gave none).

    Examples:
        >>> views = pd.DataFrame({"viewer_id": [7, 7], "title_id": [1, 1], "day": pd.to_datetime(["2017-12-01"] * 2)})
        >>> titles = pd.DataFrame({"title_id": [1], "genre": ["drama"]})
        >>> ratings = pd.DataFrame({"viewer_id": [7], "title_id": [1], "stars": [4]})
        >>> pseudonymous_log(views, titles, ratings)
           viewer_id  title_id  genre        day       week      month  stars
        0          7         1  drama 2017-12-01 2017-11-27 2017-12-01      4
    """
    rows = views[["viewer_id", "title_id", "day"]].drop_duplicates()
    stars = ratings[["viewer_id", "title_id", "stars"]].astype({"stars": "Int8"})
    rows = rows.merge(stars, how="left", validate="many_to_one")
    kinds = titles[["title_id", "genre"]].astype({"genre": "category"})
    rows = rows.merge(kinds, how="left", validate="many_to_one")
    monday = rows["day"] - pd.to_timedelta(rows["day"].dt.day_of_week, unit="D")
    first = pd.Series(rows["day"].to_numpy().astype("datetime64[M]").astype("datetime64[s]"), index=rows.index)
    rows = rows.assign(week=monday.astype(rows["day"].dtype), month=first.astype(rows["day"].dtype))
    return rows[["viewer_id", "title_id", "genre", "day", "week", "month", "stars"]]


def in_words(by: Sequence[str]) -> str:
    """Return what is told of a point, in words.

    Examples:
        >>> in_words(["title_id", "week"])
        'title + week'
    """
    return " + ".join(strings.COLUMNS.get(column, column) for column in by)


def some_viewers(log: pd.DataFrame, n_viewers: int, *, seed: int = 53) -> pd.DataFrame:
    """Return the rows of so many viewers, drawn evenly: the log of a smaller service.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [7, 8, 7], "title_id": [1, 2, 3]})
        >>> some_viewers(log, 1)["viewer_id"].nunique()
        1
    """
    viewers = np.random.default_rng(seed).choice(log["viewer_id"].unique(), n_viewers, replace=False)
    return log[log["viewer_id"].isin(viewers)]
