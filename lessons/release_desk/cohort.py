"""The second half of request 3: the titles of those who called a helpline, fifty viewers."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.tables import CountTable
from lessons.membership import cohort_counts, draw, who_watched_what
from lessons.release_desk.office import Office
from lessons.release_desk.requests import Sheets

COHORT: Final = "the titles of the cohort"
"""How many of the cohort watched each title of the catalogue."""

CALLERS: Final = 50


def members(office: Office) -> NDArray[np.int64]:
    """The rows of the viewers who called, in `lessons.membership`'s matrix of viewers and titles."""
    return draw(who_watched_what(office.world.views, office.world.titles), CALLERS).members


def titles_of_cohort(office: Office) -> Sheets:
    """How many of the callers watched each title."""
    watched = who_watched_what(office.world.views, office.world.titles)
    return {COHORT: cohort_counts(watched, members(office))}


def most_watched(sheets: Sheets) -> Any:
    """Which title most of the cohort watched; None where their titles are not printed."""
    table = sheets.get(COHORT)
    if not isinstance(table, CountTable):
        return None
    return table.cells.set_index(table.by[0])["count"].dropna().idxmax()
