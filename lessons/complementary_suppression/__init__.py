"""Complementary suppression: what else must be hidden, and who pays for it?"""

from lessons.complementary_suppression.explorer import explore_repairs
from lessons.complementary_suppression.hand_repair import repair_by_hand
from lessons.complementary_suppression.sweep import hidden_cells, repairs, with_two_marks

__all__ = ["explore_repairs", "hidden_cells", "repair_by_hand", "repairs", "with_two_marks"]
