"""What an office counts in minutes: who in one country watched what, and the eight animated films of its table."""

from dataclasses import replace

import pandas as pd

from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import CONTRIBUTORS

FILM_OF_THE_STORY = "Pip the Unhurried Snail"
"""In every made-up world, one viewer in the United Kingdom watches this film 357 times in 2017."""


def minutes_in_2017(views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame, *, country: str) -> pd.DataFrame:
    """List who in one country watched what, and where they live: one row per view.

    Args:
        views, viewers, titles: the frames of a world.
        country: where the viewers live.

    Returns:
        ``viewer_id``, ``title``, ``region`` and ``minutes`` (watched), one row per view in 2017.

    Examples:
        >>> views = pd.DataFrame({"viewer_id": [1], "title_id": [7], "day": [pd.Timestamp("2017-05-01")],
        ...                       "minutes_watched": [85]})
        >>> viewers = pd.DataFrame({"viewer_id": [1], "country": ["Aland"], "region": ["north"]})
        >>> minutes_in_2017(views, viewers, pd.DataFrame({"title_id": [7], "title": ["A"]}), country="Aland")
           viewer_id title region  minutes
        0          1     A  north       85
    """
    inside = viewers.loc[viewers["country"] == country, ["viewer_id", "region"]]
    of_theirs = views["viewer_id"].isin(inside["viewer_id"])
    in_2017 = views["day"].between("2017-01-01", "2017-12-31")
    rows = views[of_theirs & in_2017].merge(titles[["title_id", "title"]]).merge(inside)
    return rows.rename(columns={"minutes_watched": "minutes"})[["viewer_id", "title", "region", "minutes"]]


def popular_animation(minutes: pd.DataFrame, titles: pd.DataFrame, *, n_titles: int = 8) -> pd.DataFrame:
    """Keep the rows of the film of the story, and of the animated films that most people watched beside it.

    Args:
        minutes: one row per view (see `minutes_in_2017`).
        titles: the titles of the world.
        n_titles: how many films are kept, the film of the story among them.
    """
    animated = titles.loc[(titles["genre"] == "animation") & (titles["kind"] == "film"), "title"]
    watched = minutes[minutes["title"].isin(animated) & (minutes["title"] != FILM_OF_THE_STORY)]
    people = watched.groupby("title")["viewer_id"].nunique()
    return minutes[minutes["title"].isin([*people.nlargest(n_titles - 1).index, FILM_OF_THE_STORY])]


def amounts_only(table: CountTable) -> CountTable:
    """Leave out how many people are behind each amount, to show a table that is half as wide.

    Examples:
        >>> from disclosure.tables.magnitude_table import magnitude_table
        >>> minutes = pd.DataFrame({"film": list("AAB"), "viewer_id": [1, 2, 1], "minutes": [90, 20, 45]})
        >>> amounts_only(magnitude_table(minutes, by="film", contributors=True)).grid()
              count
        film
        A       110
        B        45
        total   155
    """
    return replace(table, cells=table.cells.drop(columns=CONTRIBUTORS))
