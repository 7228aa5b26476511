"""Differencing: two tables, each fine: what does one tell that the other does not?"""

from lessons.differencing.attack import difference, guess_newcomers, isolate, tell_apart
from lessons.differencing.chart import price_bars
from lessons.differencing.explorer import explore_differencing
from lessons.differencing.sweep import newcomers, year_of_releases

__all__ = [
    "difference",
    "explore_differencing",
    "guess_newcomers",
    "isolate",
    "newcomers",
    "price_bars",
    "tell_apart",
    "year_of_releases",
]
