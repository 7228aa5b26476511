"""Request 6: those who own the titles want the hours by title and state, and how many of the viewers are old."""

from dataclasses import replace
from typing import Any, Final

import pandas as pd

from disclosure.defences import Coarsen, Suppress, SuppressComplementary
from disclosure.rules import PPercentRule
from disclosure.tables import CountTable, count_table, magnitude_table
from disclosure.tables.count_table import TOTAL
from disclosure.tables.linked_tables import Release, tables_in
from disclosure.tables.magnitude_table import office_columns
from lessons.release_desk.office import AREAS, SMALL, WITHOUT_STAFF, Office
from lessons.release_desk.requests import Choice, Intruder, Question, Reading, Request, Sheets, declined

HOURS: Final = "minutes by title and state"
OLD_VIEWERS: Final = "old viewers by region"
VIEWERS: Final = "viewers by title and region, without the staff"

BY: Final = ("title", "state")
RULE: Final = PPercentRule(10)
REPAIRED: Final = SuppressComplementary(dominance=RULE)
REGIONS: Final = {state: region for region, states in AREAS.items() for state in states}
MERGED: Final = Coarsen("state", REGIONS)


def counted(people: pd.DataFrame) -> CountTable:
    """The minutes by title and state, with the largest contributions to each cell: for the office only."""
    return magnitude_table(
        people,
        by=BY,
        amount="minutes",
        person="viewer_id",
        contributors=True,
        largest=2,
    )


def old_viewers(office: Office) -> CountTable:
    """How many of the viewers of each region are old; nothing is said of the others, and no total is printed."""
    table = count_table(office.by_age, by=("region", "age"))
    young, middle, old = office.age_groups
    cells = table.cells[table.cells["age"].eq(old) & table.cells["region"].ne("total")]
    return replace(table, cells=cells, not_covered={"age": (young, middle)})


def viewers_without_staff(office: Office) -> CountTable:
    """The viewers by title and region, but for those on an account of the staff."""
    return count_table(_without_staff(office), by=("title", "region"))


def _without_staff(office: Office) -> pd.DataFrame:
    """Who is counted in the list, but for the staff."""
    return office.people[~office.people["staff"]]


def _for_readers(table: Release) -> CountTable:
    """A table of minutes without what only the office may see, and without how many people are behind a cell."""
    [table] = tables_in(table)
    cells = table.cells.drop(columns=["contributors", *office_columns(table)])
    return replace(table, cells=cells)


def _as_asked(office: Office) -> Sheets:
    """All minutes, and the old viewers with small counts hidden."""
    return {HOURS: _for_readers(counted(office.people)), OLD_VIEWERS: Suppress(SMALL)(old_viewers(office))}


def _repaired(office: Office) -> Sheets:
    """Dominated cells hidden, and others to cover them."""
    hidden = _for_readers(REPAIRED(counted(office.people)))
    return {HOURS: hidden, OLD_VIEWERS: Suppress(SMALL)(old_viewers(office))}


def _merged(office: Office) -> Sheets:
    """Four regions in place of ten states."""
    people = office.people.assign(state=office.people["region"].astype("str"))
    return {HOURS: _for_readers(counted(people)), OLD_VIEWERS: Suppress(SMALL)(old_viewers(office))}


def _of_others(office: Office) -> Sheets:
    """Minutes and viewers, both without the staff."""
    minutes = _for_readers(REPAIRED(counted(_without_staff(office))))
    return {HOURS: minutes, VIEWERS: SuppressComplementary(SMALL)(viewers_without_staff(office))}


def _most_watched(state: str) -> Reading:
    """How to read which title has the most minutes in a state; None where the table has no such state."""

    def read(sheets: Sheets) -> Any:
        cells = sheets[HOURS].cells
        line = cells[cells["state"].eq(state) & cells["title"].ne(TOTAL)].set_index("title")["count"].dropna()
        return None if line.empty else line.idxmax()

    return read


def _has_old_viewers(sheets: Sheets) -> Any:
    """Whether ten or more of the viewers in the North East are old; None where that is not printed."""
    if OLD_VIEWERS not in sheets:
        return None
    count = sheets[OLD_VIEWERS].cells.set_index("region")["count"].get("North East")
    return None if count is None or pd.isna(count) else bool(count >= 10)


REQUEST: Final = Request(
    name="hours",
    number=6,
    from_whom="Those who own the titles",
    words=(
        "For how many minutes those who chose each of the ten titles watched in the month, in each state, to the "
        "minute; and, for our advertisers, how many of the viewers of each region are old."
    ),
    intruder=Intruder(
        who="The second most eager viewer of a title in her state.",
        knows="How long she watched herself.",
        learns="How long the most eager one watched: the cell, less her own.",
    ),
    questions=(
        Question("Those who chose which title watched longest, in all states together?", _most_watched(TOTAL)),
        Question("And in Texas?", _most_watched("Texas")),
        Question("Are ten or more of the viewers in the North East old?", _has_old_viewers),
    ),
    choices=(
        Choice("as asked", "Print all minutes.", "", "Both tables; small counts of old viewers are hidden.", _as_asked),
        Choice(
            "10 % rule",
            "Hide cells in which one viewer stands out, and others to cover them.",
            repr(REPAIRED),
            "Both tables; some minutes are hidden, and small counts of old viewers.",
            _repaired,
        ),
        Choice(
            "merged regions",
            "Print four regions in place of ten states.",
            repr(MERGED),
            "The minutes by title and region, and the old viewers; small counts of these are hidden.",
            _merged,
        ),
        Choice(
            "without the staff",
            "Leave the staff out, hide cells in which one viewer stands out, and print how many viewers there are.",
            repr(REPAIRED),
            "Minutes by title and state, viewers by title and region; some cells are hidden.",
            _of_others,
            population=WITHOUT_STAFF,
        ),
        declined("Decline: the owners get the list of titles, as everybody does."),
    ),
    counted=_as_asked,
    unit="minutes",
)
