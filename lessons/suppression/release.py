"""The tables of the lesson: favourite titles by region, somebody in a small cell of it, and two tables for the head."""

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from disclosure.tables.count_table import CountTable
from disclosure.tables.favourites import favourites
from disclosure.tables.from_counts import table_from_counts

WEEKS: Final = pd.date_range("2017-11-23", "2017-12-10")
"""The days before Christmas that the tables are about."""

TITLES: Final = 16
"""How many titles are counted, those with the most viewers."""

AGES: Final = {29: "under 30", 44: "30 to 44", 59: "45 to 59", 120: "60 and over"}
"""Groups of ages, each with the last year that belongs to it."""


def favourites_by_region(views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame) -> pd.DataFrame:
    """List the viewers in the United States who are counted: each once, at her favourite of the most popular titles.

    Args:
        views, viewers, titles: the frames of a world.

    Returns:
        One row per viewer: ``viewer_id``, ``title``, ``region`` (see `disclosure.tables.favourites.favourites`).
    """
    americans = viewers[viewers["country"] == "United States"]
    return favourites(views, americans, titles, days=WEEKS, n_titles=TITLES)


def one_in_a_small_cell(table: CountTable, people: pd.DataFrame, viewers: pd.DataFrame, threshold: int) -> pd.Series:
    """Choose somebody in a cell below a threshold, with as few other such cells in the row as there can be.

    Args:
        table: the table as it was counted, with two dimensions.
        people: who is counted in it (see `favourites_by_region`).
        viewers: ``viewer_id``, ``age`` and ``plan`` of everybody.
        threshold: the smallest count that may be printed.

    Returns:
        The labels of the cell, ``people`` (how many are in it), ``age`` and ``plan``.

    Raises:
        ValueError: no cell of the table is that small.
    """
    inner = table.cells[~table.is_total]
    few = inner[inner["count"].between(1, threshold - 1)]
    if few.empty:
        raise ValueError(f"no cell of the table holds 1 to {threshold - 1} people: choose a higher threshold.")
    rows, columns = table.by
    beside = few.groupby(rows, observed=True)["count"].transform("size")
    cell = few.assign(beside=beside).nsmallest(1, ["beside", "count"]).iloc[0]
    there = people[(people[rows] == cell[rows]) & (people[columns] == cell[columns])]
    person = viewers.set_index("viewer_id").loc[there["viewer_id"].iloc[0]]
    about = {rows: cell[rows], columns: cell[columns], "people": int(cell["count"])}
    return pd.Series(about | person[["age", "plan"]].to_dict())


def without_totals(table: CountTable) -> CountTable:
    """Return the same counts with no totals beside them."""
    return replace(table, cells=table.cells[~table.is_total])


def row_of(table: CountTable, label: str) -> pd.Series:
    """Return one row of a table as it is printed, the total last; hidden counts are missing.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> line = row_of(Suppress(3)(square()), "A")
        >>> int(line["total"] - line.drop("total").sum())
        3
    """
    rows, columns = table.by
    return table.cells[table.cells[rows] == label].set_index(columns)["count"]


def people_by_age(people: pd.DataFrame, viewers: pd.DataFrame) -> pd.DataFrame:
    """List the people of the smallest region with their group of ages, ``age``, to be counted by title and age."""
    smallest = people[people["region"] == people["region"].cat.categories[-1]]
    neighbours = smallest.merge(viewers[["viewer_id", "age"]])
    return neighbours.assign(age=pd.cut(neighbours["age"], [0, *AGES], labels=list(AGES.values())))


def little_table() -> CountTable:
    """Return a table in which no line has a single count below 5: four films by four regions, with totals."""
    counts = [[1, 2, 9, 9], [3, 1, 2, 9], [9, 9, 1, 2], [9, 9, 3, 1]]
    return _films_by_regions(counts, ["north", "east", "south", "west"])


def square() -> CountTable:
    """Return a table of six people in four cells, with totals."""
    return _films_by_regions([[1, 2], [2, 1]], ["north", "south"])


def _films_by_regions(counts: list[list[int]], regions: list[str]) -> CountTable:
    """A table of films A, B and so on by regions, in people."""
    films = pd.Index([chr(ord("A") + film) for film in range(len(counts))], name="film")
    return table_from_counts(pd.DataFrame(np.array(counts), films, pd.Index(regions, name="region")))
