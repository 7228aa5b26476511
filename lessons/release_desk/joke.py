"""Request 1: the press office wants to joke about those who watched one film on eighteen days in a row."""

from typing import Any, Final

import pandas as pd

from disclosure.tables import CountTable, count_table
from lessons.release_desk.office import Office
from lessons.release_desk.requests import Choice, Intruder, Publish, Question, Reading, Request, Sheets, declined
from lessons.singling_out import drill_down

FILM: Final = "Mistletoe at Thimble Hall"
DAYS: Final = pd.date_range("2017-11-23", "2017-12-10")
THE_53: Final = "viewers of one film on eighteen days"
EIGHTEEN_DAYS: Final = "23 November to 10 December 2017"

HOW_MANY, WHERE = "how many", "where"


def rows_behind(office: Office) -> pd.DataFrame:
    """The people of the joke, one row each: ``viewer_id`` and everyday facts (see `lessons.singling_out`)."""
    views, titles = office.world.views, office.world.titles
    film = titles.loc[titles["title"] == FILM, "title_id"].iloc[0]
    watched = views[(views["title_id"] == film) & views["day"].isin(DAYS)]
    days = watched.groupby("viewer_id")["day"].nunique()
    return drill_down(office.world.viewers, days.index[days == len(DAYS)].tolist())


def _table(*by: str) -> Publish:
    """How to publish the people of the joke, counted by some facts."""

    def publish(office: Office) -> Sheets:
        rows = rows_behind(office)
        return {WHERE: count_table(rows, by=by), HOW_MANY: len(rows)}

    return publish


def _number(office: Office) -> Sheets:
    """The number of people, and nothing else."""
    return {HOW_MANY: len(rows_behind(office))}


def _most(name: str) -> Reading:
    """How to read which label of one dimension has the most people; None where the table has no such dimension."""

    def read(sheets: Sheets) -> Any:
        table = sheets.get(WHERE)
        if not isinstance(table, CountTable) or name not in table.by:
            return None
        return table.cells[~table.is_total].groupby(name)["count"].sum().idxmax()

    return read


REQUEST: Final = Request(
    name="joke",
    number=1,
    from_whom="The press office",
    words=(
        "A joke for tonight: how many people watched one Christmas film on each of eighteen days, in which region each "
        "of them lives and on which device. “And one in your town!”"
    ),
    intruder=Intruder(
        who="A neighbour or a colleague who heard somebody talk about her evenings.",
        knows="Where she lives, on what she watches, perhaps her age.",
        learns="That she is one of them, and is the one whom the joke is about.",
    ),
    questions=(
        Question("How many people is it?", lambda sheets: sheets.get(HOW_MANY)),
        Question("On which device do most of them watch?", _most("device")),
        Question("In which country do most of them live?", _most("country")),
    ),
    choices=(
        Choice(
            "as asked",
            "Print the table by region and device.",
            "",
            "The number, and a table by country, region and device.",
            _table("country", "region", "device"),
        ),
        Choice("by country", "Print the table by country only.", "", "The number by country.", _table("country")),
        Choice("by device", "Print the table by device only.", "", "The number by device.", _table("device")),
        Choice("the number only", "Print how many it is, and nothing else.", "", "One number.", _number),
        declined("Decline: nobody is joked about."),
    ),
    counted=_table("country", "device"),
    population=THE_53,
    date=EIGHTEEN_DAYS,
)
