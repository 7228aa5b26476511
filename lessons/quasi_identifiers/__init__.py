"""Quasi-identifiers: we removed the names; whose row is it?"""

from lessons.quasi_identifiers.attack import guess_among_matches, guess_fact, link
from lessons.quasi_identifiers.chart import class_size_bars, share_bars
from lessons.quasi_identifiers.explorer import explore_quasi_identifiers
from lessons.quasi_identifiers.intersection import intersect
from lessons.quasi_identifiers.persons import (
    known_to_be_in,
    late_sleeper,
    one_neighbour,
    one_secret,
    wrongly_accused,
)
from lessons.quasi_identifiers.release import as_in_an_extract, facts_behind, research_extract, who_is_who
from lessons.quasi_identifiers.side_by_side import (
    closeness_in_words,
    facts_by_agreement,
    isolation,
    outcomes,
    outcomes_in_words,
    prices,
    promise_in_words,
)
from lessons.quasi_identifiers.sweep import publication_sweep, sizes_of_crowds

__all__ = [
    "as_in_an_extract",
    "class_size_bars",
    "closeness_in_words",
    "explore_quasi_identifiers",
    "facts_behind",
    "facts_by_agreement",
    "guess_among_matches",
    "guess_fact",
    "intersect",
    "isolation",
    "known_to_be_in",
    "late_sleeper",
    "link",
    "one_neighbour",
    "one_secret",
    "outcomes",
    "outcomes_in_words",
    "prices",
    "promise_in_words",
    "publication_sweep",
    "research_extract",
    "share_bars",
    "sizes_of_crowds",
    "who_is_who",
    "wrongly_accused",
]
