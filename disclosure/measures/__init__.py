"""Measures: what an attack achieves, and what a defence costs."""

from disclosure.measures.rhythm import guess_newcomers, year_of_releases
from disclosure.measures.risk import Risk, score, wilson_interval
from disclosure.measures.utility import all_ranges, loss, order_preserved

__all__ = [
    "Risk",
    "all_ranges",
    "guess_newcomers",
    "loss",
    "order_preserved",
    "score",
    "wilson_interval",
    "year_of_releases",
]
