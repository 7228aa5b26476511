"""Request 2: a newspaper wants the ten most watched titles of a month, by region."""

from typing import Any, Final

import pandas as pd

from disclosure.audit import Outsider
from disclosure.defences import Singletons, Suppress, SuppressComplementary
from disclosure.tables import CountTable, count_table
from disclosure.tables.count_table import TOTAL
from disclosure.tables.linked_tables import tables_in
from lessons.release_desk.keyed_tables import CHANGED, TOP_TEN, four_tables
from lessons.release_desk.office import SMALL, Office
from lessons.release_desk.requests import Choice, Intruder, Publish, Question, Request, Sheets, declined

HIDDEN: Final = Suppress(SMALL)
FOR_READERS: Final = SuppressComplementary(SMALL)
FOR_INSIDERS: Final = SuppressComplementary(SMALL, against=(Outsider(), Singletons()))


def counted(office: Office) -> CountTable:
    """The ten titles by region, everything counted."""
    return count_table(office.people, by=("title", "region"))


def hidden(table: CountTable, defence: Suppress | SuppressComplementary) -> CountTable:
    """One table with cells hidden by a defence."""
    [found] = tables_in(defence(table))
    return found


def _hidden(defence: Suppress | SuppressComplementary) -> Publish:
    """How to publish the table with cells hidden by a defence."""

    def publish(office: Office) -> Sheets:
        return {TOP_TEN: hidden(counted(office), defence)}

    return publish


def _inside(table: CountTable, column: str, label: str) -> Any:
    """The printed counts of one line of a table, totals left out; a series by the other label."""
    other = next(name for name in table.by if name != column)
    line = table.cells[table.cells[column].eq(label) & table.cells[other].ne(TOTAL)]
    return line.set_index(other)["count"]


def _leads(sheets: Sheets, region: str) -> Any:
    """Which title has the largest printed count in a region; None if all are hidden."""
    printed = _inside(sheets[TOP_TEN], "region", region).dropna()
    return None if printed.empty else printed.idxmax()


def _above(sheets: Sheets, region: str, share: float) -> Any:
    """Whether more than a share of a region's viewers chose the first title; None if a number for it is hidden."""
    line = sheets[TOP_TEN].cells[sheets[TOP_TEN].cells["region"].eq(region)]["count"]
    first, total = line.iloc[0], line.iloc[-1]
    return None if pd.isna(first) or pd.isna(total) else bool(first > share * total)


def _last(sheets: Sheets) -> Any:
    """Which title has the fewest viewers in all regions together."""
    return _inside(sheets[TOP_TEN], "region", TOTAL).dropna().idxmin()


REQUEST: Final = Request(
    name="top ten",
    number=2,
    from_whom="A newspaper",
    words=(
        "The ten most watched titles of the month, by region, with totals. Small numbers may be hidden: “We know the "
        "rules. Nothing below 5.”"
    ),
    intruder=Intruder(
        who="A reader who can subtract, and somebody who is counted in the table herself.",
        knows="The totals; and of herself, where she stands, perhaps that she is the only one there.",
        learns="A count of 1 to 4 that was hidden: the few people in one region who watch one title.",
    ),
    questions=(
        Question("Which title leads in the South?", lambda sheets: _leads(sheets, "South")),
        Question("Is the list's first title above 20 % in the West?", lambda sheets: _above(sheets, "West", 0.2)),
        Question("Which of the ten has the fewest viewers in all regions together?", _last),
    ),
    choices=(
        Choice(
            "as asked",
            "Hide the small counts and print all totals.",
            repr(HIDDEN),
            "The table with its totals; counts of 1 to 4 are hidden.",
            _hidden(HIDDEN),
        ),
        Choice(
            "repaired for readers",
            "Hide further cells, until no reader gets a small one back.",
            repr(FOR_READERS),
            "The table with its totals; small counts and some others are hidden.",
            _hidden(FOR_READERS),
        ),
        Choice(
            "repaired for insiders",
            "Hide further cells, until nobody who is alone in her cell gets another small one back.",
            repr(FOR_INSIDERS),
            "The table with its totals; small counts and some others are hidden.",
            _hidden(FOR_INSIDERS),
        ),
        Choice(
            "cell keys",
            "Hide nothing. Change every count a little by keys, small ones too; print four tables: by region, and by "
            "sex, plan and device there.",
            repr(CHANGED),
            "Four tables with no hidden cell: small counts are printed, too. Every count may be off by up to 3.",
            four_tables,
        ),
        declined("Decline: there is no list this month."),
    ),
    counted=lambda office: {TOP_TEN: counted(office)},
)
