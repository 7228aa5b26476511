"""Insiders: a repaired table: what do the people in it still learn?"""

from lessons.insiders.attack import look
from lessons.insiders.chart import belief_chart, opened_chart
from lessons.insiders.explorer import explore_insiders
from lessons.insiders.release import names_behind, people_by_office, two_tables, village
from lessons.insiders.side_by_side import (
    claims_in_words,
    last_columns,
    outcomes_in_words,
    prices_in_words,
    seen_by,
)
from lessons.insiders.sweep import opened_by_each, publish, repairs_and_insiders

__all__ = [
    "belief_chart",
    "claims_in_words",
    "explore_insiders",
    "last_columns",
    "look",
    "names_behind",
    "opened_by_each",
    "opened_chart",
    "outcomes_in_words",
    "people_by_office",
    "prices_in_words",
    "publish",
    "repairs_and_insiders",
    "seen_by",
    "two_tables",
    "village",
]
