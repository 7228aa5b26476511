"""Readers subtract: small counts that were hidden come back, from one release or from several of the same people."""

from dataclasses import replace
from typing import Final

import pandas as pd

from disclosure.audit import Outsider, exact_cells
from disclosure.audit.attackers import Attacker
from disclosure.frames import guesses
from disclosure.tables import LinkedTables
from disclosure.tables.count_table import TOTAL
from lessons.release_desk.attack import Attack, Behind, Known, Together
from lessons.release_desk.office import SMALL, Office, is_small
from lessons.release_desk.shared_tables import beside_statistics, countable, linked, same_people


def subtract_all(releases: Together, known: Known) -> pd.DataFrame:
    """Find the hidden cells that can have one small count only; ``known`` is not needed: every reader can do it."""
    return small_cells(linked(releases), Outsider())


def use_statistics(releases: Together, known: Known) -> pd.DataFrame:
    """The same, with the means beside the counts: a mean of few people is a fraction that only some counts give."""
    [table] = beside_statistics(releases[0])
    return small_cells(LinkedTables((replace(table, not_covered={}),)), Outsider())


def small_cells(tables: LinkedTables, attacker: Attacker) -> pd.DataFrame:
    """Guesses about hidden cells: declared where one count is left, and it is small.

    A cell that nobody printed or hid is a target only where its count is given away.
    """
    found = exact_cells(tables, attacker, nothing_to_subtract=True)
    cells = tables.all_cells()
    hidden = found.index.isin(cells.index[cells["count"].isna()])
    found = found[is_small(found["count"]) | hidden].reset_index(drop=True)
    sure = is_small(found["count"])
    return guesses(found["target"], found["count"], sure.astype(float), sure)


def people_in_cells(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """Who stands in each cell that an attack is about; a blind guess says the count that most small cells have."""
    return _behind(office, linked(releases).dimensions, guessed)


def people_beside_statistics(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """The same of a table with statistics."""
    return _behind(office, beside_statistics(releases[0])[0].by, guessed)


def _behind(office: Office, dimensions: tuple[str, ...], guessed: pd.DataFrame) -> Behind:
    """Who stands in each cell, and what a blind guess gets."""
    cells = {name: dict(zip(dimensions, name.split(" | "), strict=True)) for name in guessed["target"]}
    people = {name: people_in(office, labels) for name, labels in cells.items()}
    counts = pd.Series({target: len(there) for target, there in people.items()}, dtype="Int64")
    return Behind(
        pd.DataFrame({"target": counts.index, "answer": counts.to_numpy()}), people, usual_small_count(office)
    )


def usual_small_count(office: Office) -> float:
    """The share of small cells that have the count which most of them have: what a blind guesser who knows it gets."""
    counts = office.people.groupby(["title", "region"], observed=True).size()
    small = counts[counts.lt(SMALL)]
    return float(small.value_counts(normalize=True).max()) if len(small) else 1 / (SMALL - 1)


def people_in(office: Office, labels: dict[str, str]) -> frozenset[int]:
    """The numbers of the viewers with some labels."""
    people = office.by_age
    chosen = pd.Series(True, index=people.index)
    for name, label in labels.items():
        if label != TOTAL:
            chosen &= people[name].astype(str).eq(label)
    return frozenset(people.loc[chosen, "viewer_id"])


def one_by_one(releases: Together) -> list[Together]:
    """Each release with hidden counts of people, by itself."""
    return [(one,) for one in releases if any(table.is_hidden.any() for table in countable(one))]


def several(releases: Together) -> list[Together]:
    """Releases of the same people that can be read beside each other, where there are two or more."""
    return [group for group in same_people(releases) if len(group) > 1]


def with_statistics(releases: Together) -> list[Together]:
    """Each release with statistics beside its counts, by itself."""
    return [(release,) for release in releases if beside_statistics(release)]


SINGLE_CELLS: Final = Attack(
    "single cells",
    "a reader",
    "She subtracts what is printed from the totals of one release.",
    one_by_one,
    subtract_all,
    people_in_cells,
)

TOGETHER: Final = Attack(
    "releases together",
    "a reader of several releases",
    "She lays all tables of the same people side by side, and subtracts.",
    several,
    subtract_all,
    people_in_cells,
)

COMPANIONS: Final = Attack(
    "companions",
    "a reader who can divide",
    "She works out which counts fit the means that are printed beside them.",
    with_statistics,
    use_statistics,
    people_beside_statistics,
)
