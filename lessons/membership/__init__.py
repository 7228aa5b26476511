"""Membership: does a printed group tell whether somebody is in it, and whom does that accuse wrongly?"""

from lessons.membership.attack import IN, accuse, evidence, line_from, scores
from lessons.membership.explorer import explore_membership
from lessons.membership.formula import formula_sweep, statistics_sweep
from lessons.membership.price import price_sweep
from lessons.membership.prints import PRINTS
from lessons.membership.release import Drawn, Watched, cohort_counts, draw, known_titles, reach, who_watched_what
from lessons.membership.side_by_side import (
    formula_in_words,
    known_in_words,
    lines_in_words,
    lists_in_words,
    one_of,
    prices_in_words,
    shares_in_words,
    sizes_in_words,
    statistics_in_words,
    titles_in_words,
    titles_of,
    ways_in_words,
)
from lessons.membership.sweep import ALIKE, EVERYBODY, lists_sweep, membership_sweep
from lessons.membership.with_her import in_and_out, most_found

__all__ = [
    "ALIKE",
    "EVERYBODY",
    "IN",
    "PRINTS",
    "Drawn",
    "Watched",
    "accuse",
    "cohort_counts",
    "draw",
    "evidence",
    "explore_membership",
    "formula_in_words",
    "formula_sweep",
    "in_and_out",
    "known_in_words",
    "known_titles",
    "line_from",
    "lines_in_words",
    "lists_in_words",
    "lists_sweep",
    "membership_sweep",
    "most_found",
    "one_of",
    "price_sweep",
    "prices_in_words",
    "reach",
    "scores",
    "shares_in_words",
    "sizes_in_words",
    "statistics_in_words",
    "statistics_sweep",
    "titles_in_words",
    "titles_of",
    "ways_in_words",
    "who_watched_what",
]
