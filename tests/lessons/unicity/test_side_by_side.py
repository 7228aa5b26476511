"""Tables of the notebook have words for headings, and six columns at most."""

from functools import cache

import pandas as pd

from lessons.unicity.side_by_side import crowds_in_words, outcomes_in_words, prices_in_words, shares_in_words
from tests.lessons.unicity.test_chart import swept


@cache
def found():
    return swept().query("viewers == 500")


RISKS = pd.DataFrame(
    {"targets": ["all"], "n": [4], "right": [2], "wrong": [1], "baseline": [0.1], "low": 0.1, "high": 0.9}
)


def test_headings_are_words():
    for shown in (
        shares_in_words(found()),
        crowds_in_words(found()),
        outcomes_in_words(RISKS),
        prices_in_words(found()),
    ):
        assert len(shown.columns) <= 6 and not any("_" in name for name in shown.columns)


def test_the_smallest_k_is_the_first_that_is_enough():
    rows = [("a", 1, 0.2, 0.5), ("a", 2, 0.95, 0.5), ("b", 1, 0.1, 0.25), ("b", 2, 0.2, 0.25)]
    shown = prices_in_words(pd.DataFrame(rows, columns=["resolution", "k", "unique", "utility_lost"]))
    assert shown.to_numpy().tolist() == [["50%", "2"], ["25%", "more than 2"]]
