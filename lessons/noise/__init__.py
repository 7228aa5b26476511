"""Noise: how much is enough, for how many answers, and about whom is the promise?"""

from lessons.noise.attack import is_she_in, says_watched
from lessons.noise.chart import kept_chart, refresh_chart
from lessons.noise.defences import NameTheTop
from lessons.noise.desk import Desk
from lessons.noise.explorer import explore_noise
from lessons.noise.promise import at_most, long_run
from lessons.noise.release import (
    count_titles,
    counts_of,
    favourites_of,
    rounded_to_tens,
    titles_of_profiles,
    two_films,
    without,
)
from lessons.noise.side_by_side import (
    answers_beside_truth,
    kept_in_words,
    promises_in_words,
    refreshes_in_words,
    sizes_in_words,
    tops_in_words,
    units_in_words,
)
from lessons.noise.strangers import left_out, tied_films
from lessons.noise.sweep import (
    by_size,
    kept_sweep,
    measured,
    promise_sweep,
    refresh_sweep,
    tops_sweep,
    units_sweep,
)

__all__ = [
    "Desk",
    "NameTheTop",
    "answers_beside_truth",
    "at_most",
    "by_size",
    "count_titles",
    "counts_of",
    "explore_noise",
    "favourites_of",
    "is_she_in",
    "kept_chart",
    "kept_in_words",
    "kept_sweep",
    "left_out",
    "long_run",
    "measured",
    "promise_sweep",
    "promises_in_words",
    "refresh_chart",
    "refresh_sweep",
    "refreshes_in_words",
    "rounded_to_tens",
    "says_watched",
    "sizes_in_words",
    "tied_films",
    "titles_of_profiles",
    "tops_in_words",
    "tops_sweep",
    "two_films",
    "units_in_words",
    "units_sweep",
    "without",
]
