"""Unicity: how many things must somebody know about you?"""

from lessons.unicity.attack import exact_match
from lessons.unicity.chart import population_curves, unicity_curves
from lessons.unicity.explorer import explore_unicity
from lessons.unicity.one_person import latest, step_by_step, two_evenings, wrongly_accused
from lessons.unicity.release import pseudonymous_log
from lessons.unicity.side_by_side import crowds_in_words, outcomes_in_words, prices_in_words, shares_in_words
from lessons.unicity.sweep import accusations, unicity_sweep

__all__ = [
    "accusations",
    "crowds_in_words",
    "exact_match",
    "explore_unicity",
    "latest",
    "outcomes_in_words",
    "population_curves",
    "prices_in_words",
    "pseudonymous_log",
    "shares_in_words",
    "step_by_step",
    "two_evenings",
    "unicity_curves",
    "unicity_sweep",
    "wrongly_accused",
]
