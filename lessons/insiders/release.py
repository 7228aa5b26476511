"""Who is counted in the tables of several offices, and a village whose two tables tell more than each of them."""

from typing import Final

import pandas as pd

from disclosure.tables.count_table import CountTable
from disclosure.tables.favourites import favourites
from disclosure.tables.linked_tables import LinkedTables, linked_tables

WEEKS: Final = pd.date_range("2017-11-23", "2017-12-10")
"""The days before Christmas that the tables are about."""

TITLES: Final = 12
"""How many titles are counted, in each country those with the most viewers."""

NAMED: Final = 2
"""The largest count of people who are named: with more of them, the names tell little of each."""


def people_by_office(
    views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame, *, n_offices: int = 8
) -> dict[str, pd.DataFrame]:
    """List who is counted in the tables of the largest countries: each viewer once, at her favourite title.

    Args:
        views, viewers, titles: the frames of a world.
        n_offices: how many countries, those with the most viewers.

    Returns:
        For each country one row per person: ``viewer_id``, ``title``, ``region``, ``name``, ``device``.
    """
    found = {}
    for country in viewers["country"].value_counts().index[:n_offices]:
        inside = viewers[viewers["country"] == country]
        watched = favourites(views, inside, titles, days=WEEKS, n_titles=TITLES)
        found[country] = watched.merge(inside[["viewer_id", "name", "device"]])
    return found


def names_behind(people: pd.DataFrame, table: CountTable, learnt: pd.DataFrame) -> pd.DataFrame:
    """Name the people in small cells that somebody has learnt: what no table tells, and a colleague may know.

    Args:
        people: who is counted in the table (see `people_by_office`).
        table: the table as it was counted.
        learnt: rows of an audit; those that are exact, and ``NAMED`` at most, are named.

    Returns:
        One row per cell: the dimensions, ``people`` (how many) and ``who`` (their names).
    """
    by = list(table.by)
    small = learnt[learnt["verdict"].eq("exact") & learnt["low"].le(NAMED)]
    there = people.astype(dict.fromkeys(by, "str")).groupby(by)["name"]
    who = there.agg(people="size", who=", ".join).reset_index()
    return small[by].astype("str").merge(who, on=by)


VILLAGE: Final = {
    ("A", "north", "old"): 2,
    ("B", "north", "old"): 5,
    ("B", "south", "old"): 15,
    ("B", "south", "young"): 5,
    ("C", "north", "old"): 4,
    ("C", "north", "young"): 16,
    ("C", "south", "old"): 1,
    ("C", "south", "young"): 4,
}
"""How many people of a village watched which film, by region and age; what is not named is 0."""


def village() -> pd.DataFrame:
    """Return the people of the village, one row each: ``film``, ``region``, ``age``."""
    rows = [labels for labels, count in VILLAGE.items() for _ in range(count)]
    return pd.DataFrame(rows, columns=["film", "region", "age"])


def two_tables(people: pd.DataFrame) -> LinkedTables:
    """Count the people of the village twice: by film and region, and by film and age."""
    return linked_tables(people, by=[("film", "region"), ("film", "age")])
