"""Rounding: all counts are changed a little: what is still true, and who is still found?"""

from lessons.rounding.attack import ask_differently, find_the_only_one
from lessons.rounding.explorer import WAYS, explore_averaging
from lessons.rounding.plan import Plan
from lessons.rounding.release import TableBuilder, people_with_keys
from lessons.rounding.side_by_side import (
    exact_in_words,
    found_by_change,
    swaps_in_words,
    two_mondays,
    year_in_words,
)
from lessons.rounding.sweep import (
    estimates,
    exact_again,
    swapped_and_looked_for,
    year_of_changes,
)

__all__ = [
    "WAYS",
    "Plan",
    "TableBuilder",
    "ask_differently",
    "estimates",
    "exact_again",
    "exact_in_words",
    "explore_averaging",
    "find_the_only_one",
    "found_by_change",
    "people_with_keys",
    "swapped_and_looked_for",
    "swaps_in_words",
    "two_mondays",
    "year_in_words",
    "year_of_changes",
]
