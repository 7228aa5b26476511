"""Dominance: the second most eager viewer of a title takes her own minutes away, and is left with the most eager's."""

from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.audit import Outsider, exact_cells
from disclosure.frames import guesses
from disclosure.labels import cell_names
from disclosure.tables import CountTable
from disclosure.tables.count_table import TOTAL
from lessons.amounts import second_largest_estimates
from lessons.release_desk.attack import Attack, Behind, Known, Together, each_with
from lessons.release_desk.hours import BY, HOURS, RULE, counted
from lessons.release_desk.office import AREAS, WITHOUT_STAFF, Office
from lessons.release_desk.release import Released

SPEAKS: Final = 0.3
"""She speaks where at least this share of the cell is hers."""


def people_of(release: Released, people: pd.DataFrame) -> pd.DataFrame:
    """Who is counted in the minutes of a release, at the labels that it prints; all but the staff, where it says so."""
    if release.population == WITHOUT_STAFF:
        people = people[~people["staff"]]
    is_wide = not set(release.sheets[HOURS].cells["state"]) - {*AREAS, TOTAL}
    return people.assign(state=people["region" if is_wide else "state"].astype("str"))


def take_own_away(releases: Together, known: Known) -> pd.DataFrame:
    """Take the minutes of the second most eager viewer off each cell that is printed or given away by subtraction.

    Returns:
        Guesses, one row per cell with two viewers or more: how many minutes the most eager one watched.
    """
    table = releases[0].sheets[HOURS]
    seconds = _seconds(people_of(releases[0], known.own))
    amount = seconds["cell"].map(_amounts(table)).astype("Float64")
    speaks = seconds["minutes"].ge(SPEAKS * amount).fillna(value=False).astype(bool)
    share = (seconds["minutes"] / amount).clip(0, 1).fillna(0).astype(float)
    return guesses(seconds["cell"], amount - seconds["minutes"], share, speaks)


def _seconds(own: pd.DataFrame) -> pd.DataFrame:
    """The second most eager viewer of each cell: ``cell``, and ``minutes``, which she knows of herself."""
    most_first = own.sort_values("minutes", ascending=False, kind="stable")
    second = most_first[most_first.groupby(list(BY), observed=True).cumcount() == 1]
    return pd.DataFrame({"cell": cell_names(second[list(BY)].astype("str")), "minutes": second["minutes"]}).reset_index(
        drop=True
    )


def _amounts(table: CountTable) -> pd.Series:
    """The minutes of each cell that is printed, or that can be one number only; by its name."""
    printed = pd.Series(table.cells["count"].array, table.cell_names)
    if not table.is_hidden.any():
        return printed
    found = exact_cells(table, Outsider()).set_index("target")["count"]
    return printed.fillna(found.reindex(printed.index))


def most_eager(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """How long the most eager viewer of each cell watched; a guess within ten per cent of it is right.

    A blind guess is the amount that is within ten per cent of most of them.
    """
    people = people_of(releases[0], office.people)
    told = second_largest_estimates(counted(people)).assign(target=lambda cells: cell_names(cells[list(BY)]))
    largest = told.set_index("target")["largest"].astype(float).reindex(guessed["target"]).to_numpy()
    claims = guessed["claim"].astype("Float64").to_numpy(dtype=float, na_value=float("nan"))
    near = abs(claims - largest) <= RULE.p / 100 * largest
    answers = pd.DataFrame({"target": guessed["target"], "answer": pd.array(largest, dtype="Float64")})
    answers.loc[near, "answer"] = guessed.loc[near, "claim"].astype("Float64")
    first = people.sort_values("minutes", ascending=False, kind="stable").drop_duplicates(list(BY))
    who = dict(zip(cell_names(first[list(BY)].astype("str")), first["viewer_id"], strict=True))
    found = {cell: frozenset({int(who[cell])}) for cell in guessed["target"]}
    return Behind(answers, found, _usual(largest))


def _usual(largest: NDArray[Any]) -> float:
    """The largest share of amounts that lie within ten per cent of one and the same of them."""
    near = np.abs(largest[:, None] - largest[None, :]) <= RULE.p / 100 * largest[None, :]
    return float(near.mean(axis=1).max(initial=0.0))


DOMINANCE: Final = Attack(
    "dominance",
    "the second most eager viewer",
    "She takes her own minutes off a cell: what is left is close to the minutes of the most eager one.",
    each_with(HOURS),
    take_own_away,
    most_eager,
)
