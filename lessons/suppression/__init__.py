"""Suppression: does hiding small counts hide the people in them?"""

from lessons.suppression.attack import subtract
from lessons.suppression.explorer import explore_suppression
from lessons.suppression.side_by_side import sweep
from lessons.suppression.trade_off import trade_off

__all__ = ["explore_suppression", "subtract", "sweep", "trade_off"]
