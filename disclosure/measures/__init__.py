"""Measures: what an attack achieves, and what a defence costs."""

from disclosure.measures.risk import Risk, score, wilson_interval
from disclosure.measures.utility import all_ranges, loss, order_read

__all__ = ["Risk", "all_ranges", "loss", "order_read", "score", "wilson_interval"]
