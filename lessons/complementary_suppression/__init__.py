"""Complementary suppression: what else must be hidden, and who pays for it?"""

from lessons.complementary_suppression.corner import corner_around, known_after, smallest_alone, steps_around
from lessons.complementary_suppression.defences import cover_each_line
from lessons.complementary_suppression.explorer import explore_repairs
from lessons.complementary_suppression.hand_repair import repair_by_hand
from lessons.complementary_suppression.small_tables import five_films, one_alone, people_of_the_table
from lessons.complementary_suppression.sweep import (
    hidden_cells,
    prices_in_words,
    promises_in_words,
    repairs,
    with_two_marks,
)

__all__ = [
    "corner_around",
    "cover_each_line",
    "explore_repairs",
    "five_films",
    "hidden_cells",
    "known_after",
    "one_alone",
    "people_of_the_table",
    "prices_in_words",
    "promises_in_words",
    "repair_by_hand",
    "repairs",
    "smallest_alone",
    "steps_around",
    "with_two_marks",
]
