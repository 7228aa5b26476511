"""Trackers: a desk refuses questions about few people, and tells all of them by large numbers."""

from lessons.trackers.attack import (
    by_double,
    by_equality,
    by_general,
    by_refusal,
    find_double_tracker,
    find_tracker,
    general,
    guess_each,
    individual,
)
from lessons.trackers.conditions import Condition, Fact, all_of, any_of
from lessons.trackers.defences import FreshNoise, NoiseBySet, NoiseByText
from lessons.trackers.explorer import explore_desk
from lessons.trackers.plan import Plan
from lessons.trackers.release import Desk, facts_of, facts_offered, people_at_desk, targets
from lessons.trackers.side_by_side import (
    answers_in_words,
    noises_in_words,
    one_person,
    pairs_in_words,
    sets_in_words,
    thresholds_in_words,
    zeros_in_words,
)
from lessons.trackers.sweep import (
    NOISES,
    WATCHED,
    Neighbours,
    by_noise,
    by_threshold,
    by_zeros,
    smallest_counts,
    usable_trackers,
)

__all__ = [
    "NOISES",
    "WATCHED",
    "Condition",
    "Desk",
    "Fact",
    "FreshNoise",
    "Neighbours",
    "NoiseBySet",
    "NoiseByText",
    "Plan",
    "all_of",
    "answers_in_words",
    "any_of",
    "by_double",
    "by_equality",
    "by_general",
    "by_noise",
    "by_refusal",
    "by_threshold",
    "by_zeros",
    "explore_desk",
    "facts_of",
    "facts_offered",
    "find_double_tracker",
    "find_tracker",
    "general",
    "guess_each",
    "individual",
    "noises_in_words",
    "one_person",
    "pairs_in_words",
    "people_at_desk",
    "sets_in_words",
    "smallest_counts",
    "targets",
    "thresholds_in_words",
    "usable_trackers",
    "zeros_in_words",
]
