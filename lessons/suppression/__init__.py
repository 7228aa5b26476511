"""Suppression: does hiding small counts hide the people in them?"""

from lessons.suppression.attack import subtract
from lessons.suppression.explorer import explore_suppression
from lessons.suppression.side_by_side import compare_defences
from lessons.suppression.trade_off import trade_off

__all__ = ["compare_defences", "explore_suppression", "subtract", "trade_off"]
