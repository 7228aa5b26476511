"""Rounding: all counts are changed a little: what is still true, and who is still found?"""

from lessons.rounding.attack import ask_differently, find_the_only_one
from lessons.rounding.explorer import WAYS, explore_averaging
from lessons.rounding.plan import Plan
from lessons.rounding.release import TableBuilder, people_with_keys
from lessons.rounding.side_by_side import (
    chances_in_words,
    exact_in_words,
    found_by_change,
    one_swapped,
    swaps_in_words,
    two_mondays,
    year_in_words,
    zeros_in_print,
)
from lessons.rounding.sweep import (
    KNOWN,
    drawn_anew,
    estimates,
    exact_again,
    swapped_and_looked_for,
    year_of_changes,
    year_rules,
)

__all__ = [
    "KNOWN",
    "WAYS",
    "Plan",
    "TableBuilder",
    "ask_differently",
    "chances_in_words",
    "drawn_anew",
    "estimates",
    "exact_again",
    "exact_in_words",
    "explore_averaging",
    "find_the_only_one",
    "found_by_change",
    "one_swapped",
    "people_with_keys",
    "swapped_and_looked_for",
    "swaps_in_words",
    "two_mondays",
    "year_in_words",
    "year_of_changes",
    "year_rules",
    "zeros_in_print",
]
