"""The second half of request 3: the titles of those who called a helpline, fifty viewers."""

from typing import Any, Final

from disclosure.tables import CountTable
from lessons.membership import Drawn, Watched, cohort_counts, draw, who_watched_what
from lessons.release_desk.office import Office, once
from lessons.release_desk.requests import Sheets

COHORT: Final = "the titles of the cohort"
"""How many of the cohort watched each title of the catalogue."""

CALLERS: Final = 50


def watched(office: Office) -> Watched:
    """Who has watched what, in the whole service."""
    return once(office, "watched", lambda: who_watched_what(office.world.views, office.world.titles))


def drawn(office: Office) -> Drawn:
    """Who called and who did not, as rows of `watched` (see `lessons.membership.draw`)."""
    return once(office, "callers", lambda: draw(watched(office), CALLERS))


def titles_of_cohort(office: Office) -> Sheets:
    """How many of the callers watched each title."""
    return {COHORT: once(office, "cohort", lambda: cohort_counts(watched(office), drawn(office).members))}


def most_watched(sheets: Sheets) -> Any:
    """Which title most of the cohort watched; None where their titles are not printed."""
    table = sheets.get(COHORT)
    if not isinstance(table, CountTable):
        return None
    return table.cells.set_index(table.by[0])["count"].dropna().idxmax()
