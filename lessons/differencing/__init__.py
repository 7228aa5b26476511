"""Differencing: two tables, each fine: what does one tell that the other does not?"""

from disclosure.attacks import guess_newcomers
from disclosure.tables import newcomers
from lessons.differencing.attack import difference, isolate, tell_apart
from lessons.differencing.chart import price_bars
from lessons.differencing.explorer import explore_differencing
from lessons.differencing.release import (
    coast_and_inland,
    regions_on_two_mondays,
    somebody_alone,
    stars_of_two_films,
    three_regions,
    with_shares,
)
from lessons.differencing.second_edition import Edition
from lessons.differencing.side_by_side import accused, declared_in_words, prices_in_words, two_mondays, what_ada_learns
from lessons.differencing.sweep import year_of_releases

__all__ = [
    "Edition",
    "accused",
    "coast_and_inland",
    "declared_in_words",
    "difference",
    "explore_differencing",
    "guess_newcomers",
    "isolate",
    "newcomers",
    "price_bars",
    "prices_in_words",
    "regions_on_two_mondays",
    "somebody_alone",
    "stars_of_two_films",
    "tell_apart",
    "three_regions",
    "two_mondays",
    "what_ada_learns",
    "with_shares",
    "year_of_releases",
]
