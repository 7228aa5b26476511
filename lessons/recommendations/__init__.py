"""Recommendations: are lists of titles about nobody? With her in the data, and without her."""

from lessons.recommendations.attack import from_lists, lonely_lists
from lessons.recommendations.chart import both_bars
from lessons.recommendations.defences import DrawViewers, NoisyTogether
from lessons.recommendations.explorer import explore_lists
from lessons.recommendations.known import some_viewers, titles_known
from lessons.recommendations.reading import read_without
from lessons.recommendations.release import AlsoWatched, count_together, titles_of_profiles
from lessons.recommendations.scores import both_times
from lessons.recommendations.side_by_side import (
    days_in_words,
    defences_in_words,
    least_in_words,
    list_in_words,
    lists_beside,
    outcomes_in_words,
    said_of,
)
from lessons.recommendations.story import blind_share, choose_bea, true_entries
from lessons.recommendations.sweep import Defence, day_sweep, defence_sweep, known_sweep, with_and_without_her

__all__ = [
    "AlsoWatched",
    "Defence",
    "DrawViewers",
    "NoisyTogether",
    "blind_share",
    "both_bars",
    "both_times",
    "choose_bea",
    "count_together",
    "day_sweep",
    "days_in_words",
    "defence_sweep",
    "defences_in_words",
    "explore_lists",
    "from_lists",
    "known_sweep",
    "least_in_words",
    "list_in_words",
    "lists_beside",
    "lonely_lists",
    "outcomes_in_words",
    "read_without",
    "said_of",
    "some_viewers",
    "titles_known",
    "titles_of_profiles",
    "true_entries",
    "with_and_without_her",
]
