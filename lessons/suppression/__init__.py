"""Suppression: does hiding small counts hide the people in them?"""

from lessons.suppression.attack import subtract
from lessons.suppression.explorer import explore_suppression
from lessons.suppression.in_words import (
    defences_in_words,
    facts_in_words,
    found_in_words,
    steps_that_help_ada,
    thresholds_in_use,
    thresholds_in_words,
)
from lessons.suppression.release import (
    favourites_by_region,
    little_table,
    one_in_a_small_cell,
    people_by_age,
    row_of,
    square,
    without_totals,
)
from lessons.suppression.side_by_side import compare_defences
from lessons.suppression.trade_off import trade_off

__all__ = [
    "compare_defences",
    "defences_in_words",
    "explore_suppression",
    "facts_in_words",
    "favourites_by_region",
    "found_in_words",
    "little_table",
    "one_in_a_small_cell",
    "people_by_age",
    "row_of",
    "square",
    "steps_that_help_ada",
    "subtract",
    "thresholds_in_use",
    "thresholds_in_words",
    "trade_off",
    "without_totals",
]
