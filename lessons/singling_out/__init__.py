"""Singling out: does a count of 53 speak of trends, or of people?"""

from lessons.singling_out.attack import crowds_by_knowledge, fits, single_out
from lessons.singling_out.cards import ClueCards
from lessons.singling_out.chart import crowd_dots
from lessons.singling_out.explorer import explore_crowds
from lessons.singling_out.release import drill_down, one_film_every_day, watched_most_often
from lessons.singling_out.strings import ONLOOKERS
from lessons.singling_out.sweep import (
    about_bea,
    accusing_interval,
    outcomes_in_words,
    outcomes_of_remarks,
    share_right,
    wrongly_accused,
)

__all__ = [
    "ONLOOKERS",
    "ClueCards",
    "about_bea",
    "accusing_interval",
    "crowd_dots",
    "crowds_by_knowledge",
    "drill_down",
    "explore_crowds",
    "fits",
    "one_film_every_day",
    "outcomes_in_words",
    "outcomes_of_remarks",
    "share_right",
    "single_out",
    "watched_most_often",
    "wrongly_accused",
]
