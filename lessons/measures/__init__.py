"""Measures: what an attack achieves, and what a defence costs."""

from lessons.measures.risk import Risk, score, wilson_interval
from lessons.measures.unicity import unicity
from lessons.measures.utility import loss, order_read

__all__ = ["Risk", "loss", "order_read", "score", "unicity", "wilson_interval"]
