"""Quasi-identifiers: we removed the names; whose row is it?"""

from lessons.quasi_identifiers.attack import guess_among_matches, guess_fact, link
from lessons.quasi_identifiers.chart import class_size_bars
from lessons.quasi_identifiers.explorer import explore_quasi_identifiers
from lessons.quasi_identifiers.intersection import intersect
from lessons.quasi_identifiers.release import as_in_an_extract, facts_behind, research_extract, who_is_who
from lessons.quasi_identifiers.sweep import group_sizes, publication_sweep

__all__ = [
    "as_in_an_extract",
    "class_size_bars",
    "explore_quasi_identifiers",
    "facts_behind",
    "group_sizes",
    "guess_among_matches",
    "guess_fact",
    "intersect",
    "link",
    "publication_sweep",
    "research_extract",
    "who_is_who",
]
