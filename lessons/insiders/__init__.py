"""Insiders: a repaired table: what do the people in it still learn?"""

from lessons.insiders.attack import look, second_largest_estimates
from lessons.insiders.chart import belief_chart, opened_chart
from lessons.insiders.explorer import explore_insiders
from lessons.insiders.own_cell import others_in_own_cells
from lessons.insiders.sweep import opened_by_each, publish, repairs_and_insiders

__all__ = [
    "belief_chart",
    "explore_insiders",
    "look",
    "opened_by_each",
    "opened_chart",
    "others_in_own_cells",
    "publish",
    "repairs_and_insiders",
    "second_largest_estimates",
]
