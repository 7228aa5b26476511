"""Differencing: two tables, each fine: what does one tell that the other does not?"""

from lessons.differencing.attack import difference, isolate, tell_apart
from lessons.differencing.chart import price_bars
from lessons.differencing.explorer import explore_differencing

__all__ = ["difference", "explore_differencing", "isolate", "price_bars", "tell_apart"]
