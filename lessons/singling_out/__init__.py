"""Singling out: does a count of 53 speak of trends, or of people?"""

from lessons.singling_out.attack import crowds_by_knowledge, fits, single_out
from lessons.singling_out.cards import ClueCards
from lessons.singling_out.chart import crowd_dots
from lessons.singling_out.release import drill_down

__all__ = ["ClueCards", "crowd_dots", "crowds_by_knowledge", "drill_down", "fits", "single_out"]
