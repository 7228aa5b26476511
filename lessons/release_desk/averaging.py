"""Averaging: tables in which every count was changed a little tell the same count in several ways."""

from typing import Final

import pandas as pd

from disclosure.attacks import average
from disclosure.frames import guesses, one_in
from disclosure.labels import cell_names
from disclosure.tables import CountTable
from disclosure.tables.perturbation import PerturbationTable
from lessons.release_desk.attack import Attack, Behind, Known, Together, each_with
from lessons.release_desk.keyed_tables import SPLIT, TOP_TEN
from lessons.release_desk.office import SMALL, Office, people_by_cell

BY: Final = ["title", "region"]


def add_halves(releases: Together, known: Known) -> pd.DataFrame:
    """Take the mean of what is printed of a cell and of the sums of its halves; every reader can do it.

    Returns:
        Guesses about each cell of the first table: the count of people in it, where that is not 0; the confidence is 1
        divided by how many different sums there are.
    """
    sheets = releases[0].sheets
    answers = [_halves(_inner(sheets[heading])) for heading in (TOP_TEN, *SPLIT)]
    told = average(pd.concat(answers, ignore_index=True)).groupby("target", sort=False)
    count, different = told["estimate"].last().round().astype("int64"), told["sum"].nunique()
    return guesses(count.index.to_list(), count.to_list(), one_in(different), count.gt(0).to_list())


def _inner(table: CountTable) -> pd.DataFrame:
    """The cells of a table that are no totals."""
    return table.cells[~table.is_total]


def _halves(cells: pd.DataFrame) -> pd.DataFrame:
    """What a table prints of each cell by title and region, as two halves; the other one is 0 where it is not split."""
    named = cells["count"].astype("int64").groupby(cell_names(cells[BY]), sort=False)
    first = named.first()
    return pd.DataFrame({"target": first.index, "this": first.to_numpy(), "other": (named.sum() - first).to_numpy()})


def people_in_small_cells(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """How many stand in each cell, and who they are where these are few; a blind guess is any count that fits."""
    there = people_by_cell(office.people, BY)
    counts = guessed["target"].map({name: len(viewers) for name, viewers in there.items()}).fillna(0).astype("Int64")
    found = {name: viewers for name, viewers in there.items() if len(viewers) < SMALL}
    table = releases[0].sheets[TOP_TEN]
    fits = [1 / how_many_fit(int(printed), table.perturbation) for printed in _inner(table)["count"]]
    return Behind(pd.DataFrame({"target": guessed["target"], "answer": counts}), found, sum(fits) / len(fits))


def how_many_fit(printed: int, changes: PerturbationTable) -> int:
    """Count the true numbers of people of which a number can be printed.

    Examples:
        >>> from disclosure.defences import perturbation_table
        >>> changes = perturbation_table(2, 1.2, 1)
        >>> [how_many_fit(printed, changes) for printed in (0, 1, 9)]      # 0 to 2; 1 to 3; 7 to 11
        [3, 3, 5]
    """
    reach, last = changes.largest_change, len(changes.chances) - 1
    trues = range(max(0, printed - reach), printed + reach + 1)
    return sum(changes.chances[min(true, last)][printed - true + reach] > 0 for true in trues)


AVERAGING: Final = Attack(
    "averaging",
    "a reader who adds up",
    "She adds the two halves of each count, in each table, and takes the mean.",
    each_with(*SPLIT),
    add_halves,
    people_in_small_cells,
)
