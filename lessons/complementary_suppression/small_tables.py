"""The tables of the lesson: favourites in the United States, and small made-up ones for sums in the head."""

from typing import Final

import pandas as pd

from disclosure.tables.count_table import CountTable
from disclosure.tables.favourites import favourites
from disclosure.tables.from_counts import table_from_counts

WEEKS: Final = pd.date_range("2017-11-23", "2017-12-10")
FILMS: Final = ["Antlers", "Blizzard", "Cuckoo", "Dormouse", "Easel"]
REGIONS: Final = ["North", "East", "South", "West", "Centre"]
COUNTS: Final = [
    [18, 13, 15, 12, 12],
    [16, 15, 17, 13, 12],
    [11, 16, 2, 16, 0],
    [4, 9, 11, 13, 15],
    [12, 4, 17, 17, 6],
]


def people_of_the_table(views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame) -> pd.DataFrame:
    """List viewers in the United States, each once, at the favourite of sixteen titles in the weeks before Christmas.

    Args:
        views, viewers, titles: the frames of a world.

    Returns:
        One row per viewer: ``viewer_id``, ``title``, ``region`` (see `disclosure.tables.favourites`).
    """
    americans = viewers[viewers["country"] == "United States"]
    return favourites(views, americans, titles, days=WEEKS, n_titles=16)


def five_films() -> CountTable:
    """Return a table of five films in five regions; three counts are below 5, and one is 0."""
    return table_from_counts(pd.DataFrame(COUNTS, pd.Index(FILMS, name="film"), pd.Index(REGIONS, name="region")))


def one_alone() -> CountTable:
    """Return a table of three films in three regions, in which one person is alone in her cell."""
    counts = [[1, 5, 9], [5, 8, 9], [9, 9, 9]]
    films, regions = pd.Index(list("ABC"), name="film"), pd.Index(["North", "South", "West"], name="region")
    return table_from_counts(pd.DataFrame(counts, films, regions))
