"""Request 5: an extract for researchers, without names: birth year, state, and what was watched on which day."""

from dataclasses import replace
from typing import Final, NamedTuple

import pandas as pd

from disclosure.defences import Suppress
from disclosure.records import Generalise, SuppressRecords
from disclosure.tables import CountTable, count_table
from lessons.linking import BlurDays
from lessons.quasi_identifiers import research_extract
from lessons.release_desk.office import Office, once
from lessons.release_desk.requests import Choice, Intruder, Question, Request, Sheets, declined

RESEARCHED: Final = "all viewers in the United States"
ALL_DAYS: Final = "1 November 2016 to 11 December 2017"

ROWS, LOG, VAGUE_LOG = "people", "titles and days", "titles and blocks of 28 days"
KINDS, MONTHS, IN_TEXAS = "kinds by age", "titles begun by month", "titles in Texas"
"""What leaves the room where researchers work on site: three tables."""

KEPT: Final = ("row_id", "birth_date", "sex", "postcode", "favourite_genre")
YEAR: Final = Generalise(birth_date="year", postcode="area")
DECADE: Final = Generalise(birth_date="decade", postcode="area")
ALIKE, BLOCK, LEAST = 5, 28, 10
"""So many rows are alike at least; so many days are one block; no count below it leaves the room."""

STATE: Final = "Texas"
BEFORE: Final = 1970
OLDER, YOUNGER = f"born before {BEFORE}", f"born {BEFORE} or later"


class Collected(NamedTuple):
    """The extract as it was collected, and the key that the office keeps: ``row_id``, ``viewer_id``."""

    rows: pd.DataFrame
    log: pd.DataFrame
    key: pd.DataFrame


def collected(office: Office) -> Collected:
    """Collect one row for each viewer, and one row for each title that each has watched: the day that she began it."""

    def made() -> Collected:
        world = office.world
        inside = world.viewers[world.viewers["country"] == "United States"]
        rows, key = research_extract(inside, world.views, world.titles)
        first = world.views.drop_duplicates(["viewer_id", "title_id"])[["viewer_id", "title_id", "day"]]
        log = first.merge(key).merge(world.titles[["title_id", "title"]])
        log = log.sort_values(["row_id", "day", "title_id"], ignore_index=True)
        return Collected(rows[list(KEPT)], log[["row_id", "title_id", "title", "day"]], key)

    return once(office, "extract", made)


def by_year(office: Office) -> Sheets:
    """Birth year, sex, state and favourite kind of title; and each title with its day."""
    found = collected(office)
    return {ROWS: YEAR(found.rows), LOG: found.log}


def in_blocks(office: Office) -> Sheets:
    """The same, with a block of 28 days in place of each day."""
    found = collected(office)
    return {ROWS: YEAR(found.rows), VAGUE_LOG: BlurDays(BLOCK)(found.log)}


def coarser(office: Office) -> Sheets:
    """Decade of birth, sex, state and favourite kind of title, at least five alike; no titles and no days."""
    return {ROWS: SuppressRecords(ALIKE)(DECADE(collected(office).rows))}


def on_site(office: Office) -> Sheets:
    """What leaves the room in which researchers work: three tables without small counts."""
    rows, log, _ = collected(office)
    hide = Suppress(LEAST, zeros="hidden")
    born = rows.assign(born=_older(rows["birth_date"]).map({True: OLDER, False: YOUNGER}))
    kinds = count_table(born, by=("born", "favourite_genre"), totals=False)
    return {KINDS: hide(kinds), MONTHS: _by_month(log), IN_TEXAS: hide(_by_title(rows, log))}


def _by_month(log: pd.DataFrame) -> CountTable:
    """How many titles were begun in each month of 2017: no people are counted."""
    begun = log.loc[log["day"].dt.year == 2017, "day"].dt.strftime("%Y-%m").astype("str")
    return replace(count_table(begun.sort_values().to_frame("month"), by="month", totals=False), unit="titles begun")


def _by_title(rows: pd.DataFrame, log: pd.DataFrame) -> CountTable:
    """How many people in one state have watched each title."""
    there = rows.loc[rows["postcode"].str.startswith(STATE), "row_id"]
    return count_table(log[log["row_id"].isin(there)], by="title", totals=False)


def _older(birth_dates: pd.Series) -> pd.Series:
    """Whether people were born before the year of the question, whatever is told of their birth dates."""
    return birth_dates.str[:4].astype(int) < BEFORE


def kind_of_the_older(sheets: Sheets) -> str | None:
    """Which kind of title most of those like best who were born before the year of the question."""
    if ROWS in sheets:
        rows = sheets[ROWS]
        return _most(rows.loc[_older(rows["birth_date"]), "favourite_genre"].value_counts())
    cells = sheets[KINDS].cells
    return _most(cells[cells["born"] == OLDER].set_index("favourite_genre")["count"].dropna())


def busiest_month(sheets: Sheets) -> str | None:
    """In which month of 2017 most titles were begun; None if no day is told."""
    if MONTHS in sheets:
        return _most(sheets[MONTHS].cells.set_index("month")["count"])
    log = sheets.get(LOG, sheets.get(VAGUE_LOG))
    return None if log is None else _most(_by_month(log).cells.set_index("month")["count"])


def title_of_the_state(sheets: Sheets) -> str | None:
    """Which title most people in one state have watched; None if no titles are told."""
    if IN_TEXAS in sheets:
        return _most(sheets[IN_TEXAS].cells.set_index("title")["count"].dropna())
    log = sheets.get(LOG, sheets.get(VAGUE_LOG))
    return None if log is None else _most(_by_title(sheets[ROWS], log).cells.set_index("title")["count"])


def _most(counts: pd.Series) -> str | None:
    """The label with the largest count, of equals the first in order; None if there is none."""
    return None if counts.empty else str(counts.sort_index().astype(int).idxmax())


REQUEST: Final = Request(
    name="extract",
    number=5,
    from_whom="Two researchers",
    words=(
        "One row for each viewer, without a name: birth year, sex, state and favourite kind of title; and each title "
        "with the day on which it was begun. “No names, so nobody is in it.”"
    ),
    intruder=Intruder(
        who="Somebody who reads public reviews, and somebody who has the public register.",
        knows="What people wrote about titles and when; or names with birth dates, sex and state.",
        learns="Whose row it is, and so all that she has ever watched.",
    ),
    questions=(
        Question(f"Which kind of title do most people {OLDER} like best?", kind_of_the_older),
        Question("In which month of 2017 were most titles begun?", busiest_month),
        Question(f"Which title have most people in {STATE} watched?", title_of_the_state),
    ),
    choices=(
        Choice(
            "as asked",
            "Hand out the rows and the days.",
            "Generalise(birth_date='year', postcode='area')",
            "A row for each viewer, and each title with its day.",
            by_year,
        ),
        Choice(
            "vaguer days",
            "Hand out the same, with blocks of 28 days.",
            "BlurDays(28)",
            "A row for each viewer, and each title with its block of 28 days.",
            in_blocks,
        ),
        Choice(
            "coarser",
            "Hand out decades of birth, at least five rows alike; no titles and no days.",
            "Generalise(birth_date='decade', postcode='area') then SuppressRecords(5)",
            "A row for most viewers: decade, sex, state and favourite kind of title.",
            coarser,
        ),
        Choice(
            "on site",
            "Let them work in a room of the office. They travel to it, and each table that leaves is checked by hand.",
            "Suppress(10, zeros='hidden')",
            "Three tables without counts below 10, for this study only. Any other question needs another visit.",
            on_site,
            unit="people, and titles begun",
        ),
        declined("Decline: no extract."),
    ),
    counted=by_year,
    population=RESEARCHED,
    date=ALL_DAYS,
    unit="rows",
)
