"""All but the staff: two releases of other people, and what one has that the other has not."""

from typing import Final

import pandas as pd

from disclosure.frames import guesses
from disclosure.labels import cell_names
from lessons.differencing import difference
from lessons.release_desk.attack import Attack, Behind, Known, Together
from lessons.release_desk.hours import VIEWERS
from lessons.release_desk.keyed_tables import TOP_TEN
from lessons.release_desk.office import LISTED, WITHOUT_STAFF, Office, is_small, people_by_cell

BY: Final = ["title", "region"]


def all_and_all_but(releases: Together) -> list[Together]:
    """Each release of everybody with each one of everybody but the staff, of the same time and as they were counted."""
    everybody = [each for each in releases if TOP_TEN in each.sheets and not each.sheets[TOP_TEN].how_changed]
    others = [each for each in releases if VIEWERS in each.sheets]
    pairs = [(larger, smaller) for larger in everybody for smaller in others if larger.date == smaller.date]
    return [pair for pair in pairs if [each.population for each in pair] == [LISTED, WITHOUT_STAFF]]


def take_off(releases: Together, known: Known) -> pd.DataFrame:
    """Take the table without the staff off the one with it: what is left of a cell is its staff, whom colleagues know.

    Returns:
        Guesses about each cell: how many of the staff are in it, where both numbers are printed and differ a little.
    """
    everybody, others = releases
    larger, smaller = everybody.sheets[TOP_TEN], others.sheets[VIEWERS]
    cells = difference(larger, smaller)[~larger.is_total].reset_index(drop=True)
    small = is_small(cells["count"])
    return guesses(cell_names(cells[BY]), cells["count"], small.astype(float), small)


def people_of_staff(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """Who of the staff is in each cell; a blind guess names any cell, and is right about each that has some."""
    there = people_by_cell(office.people[office.people["staff"]], BY)
    counts = guessed["target"].map({name: len(viewers) for name, viewers in there.items()}).astype("Int64")
    answers = pd.DataFrame({"target": guessed["target"], "answer": counts})
    return Behind(answers, there, 1.0)


ALL_BUT_THE_STAFF: Final = Attack(
    "all but the staff",
    "a colleague",
    "She takes a release without the staff off one with it.",
    all_and_all_but,
    take_off,
    people_of_staff,
)
