"""What the notebook shows: six columns at most, in words."""

import numpy as np

from lessons.noise.release import count_titles
from lessons.noise.side_by_side import (
    answers_beside_truth,
    kept_in_words,
    promises_in_words,
    refreshes_in_words,
    sizes_in_words,
    tops_in_words,
    units_in_words,
)
from lessons.noise.sweep import by_size, kept_sweep, promise_sweep, refresh_sweep, tops_sweep, units_sweep
from tests.lessons.noise.test_sweep import ROWS, TITLES

TABLE = count_titles(ROWS, TITLES)


def test_all_tables_have_six_columns_at_most_and_words_in_place_of_names():
    shown = [
        promises_in_words(promise_sweep([0.25, 4.0], trials=100)),
        units_in_words(units_sweep(ROWS, epsilon=1.0, keep=5, trials=100)),
        kept_in_words(kept_sweep(ROWS, TITLES, [3], epsilon=5.0, draws=1)),
        sizes_in_words(by_size(TABLE, epsilon=1.0, draws=5)),
        refreshes_in_words(refresh_sweep([1, 9], epsilon=0.2, trials=100)),
        tops_in_words(tops_sweep(ROWS, TITLES, epsilon=1.0, times=5)),
        answers_beside_truth(TABLE, {"printed": np.zeros(40)}),
    ]
    for table in shown:
        assert len(table.columns) <= 6 and not any("_" in name for name in table.columns)
    assert shown[0]["epsilon"].tolist() == ["0.25", "4"] and shown[0]["promise: at most"].tolist() == ["56.2", "98.2"]


def test_a_promise_is_never_a_hundred():
    shown = units_in_words(units_sweep(ROWS, epsilon=1.0, keep=5, trials=100))
    assert shown["promise: at most"].iloc[-2] == "more than 99"


def test_the_largest_counts_come_first():
    shown = answers_beside_truth(TABLE, {"printed": np.arange(40)}, first=3)
    assert len(shown) == 3 and shown["true"].is_monotonic_decreasing
