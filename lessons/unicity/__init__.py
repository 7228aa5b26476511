"""Unicity: how many things must somebody know about you?"""

from lessons.unicity.attack import exact_match
from lessons.unicity.chart import population_curves, unicity_curves
from lessons.unicity.explorer import explore_unicity
from lessons.unicity.release import pseudonymous_log
from lessons.unicity.sweep import accusations, unicity_sweep
from lessons.unicity.trials import background_knowledge

__all__ = [
    "accusations",
    "background_knowledge",
    "exact_match",
    "explore_unicity",
    "population_curves",
    "pseudonymous_log",
    "unicity_curves",
    "unicity_sweep",
]
