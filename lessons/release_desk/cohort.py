"""The second half of request 3: the titles of those who called a helpline, fifty viewers."""

from dataclasses import replace
from typing import Any, Final

from disclosure.defences import Suppress
from disclosure.tables import CountTable
from lessons.membership import Drawn, Watched, cohort_counts, draw, who_watched_what
from lessons.release_desk.office import Office, once
from lessons.release_desk.requests import Sheets

COHORT: Final = "the titles of the cohort"
"""How many of the cohort watched each title of the catalogue."""

CALLERS: Final = 50
LEAST: Final = 10
"""The threshold: no count below it is printed, not even a 0, which tells of everybody who has watched the title."""

LISTED: Final = 10
"""So many titles are printed where only the first ones are."""


def watched(office: Office) -> Watched:
    """Who has watched what, in the whole service."""
    return once(office, "watched", lambda: who_watched_what(office.world.views, office.world.titles))


def drawn(office: Office) -> Drawn:
    """Who called and who did not, as rows of `watched` (see `lessons.membership.draw`)."""
    return once(office, "callers", lambda: draw(watched(office), CALLERS))


def titles_of_cohort(office: Office) -> Sheets:
    """How many of the callers watched each title."""
    return {COHORT: once(office, "cohort", lambda: cohort_counts(watched(office), drawn(office).members))}


def without_small(office: Office) -> Sheets:
    """The same, with all counts below 10 hidden."""
    return {COHORT: Suppress(LEAST, zeros="hidden")(titles_of_cohort(office)[COHORT])}


def first_titles(office: Office) -> Sheets:
    """The ten titles that most of the callers watched, with all counts below 10 hidden."""
    table = titles_of_cohort(office)[COHORT]
    most = table.cells.sort_values("count", ascending=False, kind="stable").head(LISTED)
    return {COHORT: Suppress(LEAST, zeros="hidden")(replace(table, cells=most.reset_index(drop=True)))}


def most_watched(sheets: Sheets) -> Any:
    """Which title most of the cohort watched; None where their titles are not printed."""
    table = sheets.get(COHORT)
    if not isinstance(table, CountTable):
        return None
    return table.cells.set_index(table.by[0])["count"].dropna().idxmax()
