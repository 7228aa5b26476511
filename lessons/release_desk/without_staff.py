"""All but the staff: two releases of other people, and what one has that the other has not."""

from typing import Final

import pandas as pd

from disclosure.tables import CountTable
from lessons.differencing import tell_apart
from lessons.release_desk.attack import Attack, Behind, Known, Together
from lessons.release_desk.office import LISTED, WITHOUT_STAFF, Office
from lessons.release_desk.release import Released

BY: Final = ("title", "region")


def staff(office: Office) -> pd.DataFrame:
    """The staff in the list: ``target`` (viewer_id), ``answer`` (the title), ``region``."""
    people = office.people[office.people["staff"]]
    named = people.rename(columns={"viewer_id": "target", "title": "answer"})[["target", "answer", "region"]]
    return named.astype({"answer": "str", "region": "str"}).reset_index(drop=True)


def who_works_here(office: Office) -> pd.DataFrame:
    """What a colleague knows of the staff: who they are, and in which region each of them lives."""
    return staff(office).drop(columns="answer")


def table_of(release: Released) -> CountTable | None:
    """The counts by title and region of a release, if it has them for the five regions and as they were counted."""
    for sheet in release.sheets.values():
        if isinstance(sheet, CountTable) and sheet.by == BY and sheet.unit == "people" and not sheet.how_changed:
            return sheet
    return None


def all_and_all_but(releases: Together) -> list[Together]:
    """Each release of everybody with each one of everybody but the staff, of the same time and with the same table."""
    tables = [each for each in releases if table_of(each) is not None]
    return [
        (larger, smaller)
        for larger in tables
        for smaller in tables
        if (larger.population, smaller.population) == (LISTED, WITHOUT_STAFF) and larger.date == smaller.date
    ]


def take_off(releases: Together, known: Known) -> pd.DataFrame:
    """Take the table without the staff off the one with it: what is left of a region is its staff."""
    larger, smaller = (table_of(each) for each in releases)
    assert larger is not None and smaller is not None
    return tell_apart(larger, smaller, known.staff, wanted="title")


def people_of_staff(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """What each of the staff watched; a blind guess is the title that most people in the list did."""
    answers = staff(office)[["target", "answer"]]
    blind = float(office.people["title"].value_counts(normalize=True).max())
    return Behind(answers, {person: frozenset({person}) for person in answers["target"].tolist()}, blind)


ALL_BUT_THE_STAFF: Final = Attack(
    "all but the staff",
    "a colleague",
    "She takes a release without the staff off one with it.",
    all_and_all_but,
    take_off,
    people_of_staff,
)
