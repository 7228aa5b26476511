"""Attacks that several lessons use: one module per attack."""

from disclosure.attacks.combinations import combinations
from disclosure.attacks.growth import sole_growth
from disclosure.attacks.query_sets import query_sets_of

__all__ = ["combinations", "query_sets_of", "sole_growth"]
