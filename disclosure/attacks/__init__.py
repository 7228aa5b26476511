"""Attacks that several lessons use, and what they are made of: query sets, growth, newcomers, averages, equality."""

from disclosure.attacks.averaging import average, two_way_splits
from disclosure.attacks.combinations import combinations, small_differences
from disclosure.attacks.growth import sole_growth
from disclosure.attacks.newcomers import guess_newcomers
from disclosure.attacks.query_sets import query_sets_of
from disclosure.attacks.same_again import changed

__all__ = [
    "average",
    "changed",
    "combinations",
    "guess_newcomers",
    "query_sets_of",
    "small_differences",
    "sole_growth",
    "two_way_splits",
]
