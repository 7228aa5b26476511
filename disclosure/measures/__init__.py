"""Measures: what an attack achieves, and what a defence costs."""

from disclosure.measures.alternatives import alternatives
from disclosure.measures.risk import Risk, score, wilson_interval
from disclosure.measures.utility import all_ranges, loss, order_preserved

__all__ = [
    "Risk",
    "all_ranges",
    "alternatives",
    "loss",
    "order_preserved",
    "score",
    "wilson_interval",
]
