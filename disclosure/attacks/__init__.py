"""Attacks that several lessons use, and what they are made of: query sets, growth, sentences about differences."""

from disclosure.attacks.combinations import combinations, small_differences
from disclosure.attacks.growth import sole_growth
from disclosure.attacks.query_sets import query_sets_of

__all__ = ["combinations", "query_sets_of", "small_differences", "sole_growth"]
