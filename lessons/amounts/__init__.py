"""Amounts: who dominates a cell, how close the second largest comes, and what a rule and its repair cost."""

from lessons.amounts.attack import second_largest_estimates
from lessons.amounts.explorer import explore_amounts
from lessons.amounts.own_cell import others_in_own_cells
from lessons.amounts.release import amounts_only, minutes_in_2017, popular_animation
from lessons.amounts.side_by_side import dominated_by, others_in_words
from lessons.amounts.sweep import heads_and_dominance, published_by, rules_and_prices

__all__ = [
    "amounts_only",
    "dominated_by",
    "explore_amounts",
    "heads_and_dominance",
    "minutes_in_2017",
    "others_in_own_cells",
    "others_in_words",
    "popular_animation",
    "published_by",
    "rules_and_prices",
    "second_largest_estimates",
]
