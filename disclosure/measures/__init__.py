"""Measures: what an attack achieves, and what a defence costs."""

from disclosure.measures.alternatives import alternatives
from disclosure.measures.counterfactual import Counterfactual, against_control, told_of, with_and_without
from disclosure.measures.risk import Risk, score, wilson_interval
from disclosure.measures.utility import all_ranges, loss, order_preserved

__all__ = [
    "Counterfactual",
    "Risk",
    "against_control",
    "all_ranges",
    "alternatives",
    "loss",
    "order_preserved",
    "score",
    "told_of",
    "wilson_interval",
    "with_and_without",
]
