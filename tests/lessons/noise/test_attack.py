"""Ada's guess on counts that can be compared by eye."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.tables.added_noise import AddedNoise
from disclosure.tables.count_table import count_table
from lessons.noise.attack import evidence, is_she_in, says_watched

OTHERS = count_table(pd.DataFrame({"film": list("AAABB")}), by="film", totals=False)


def printed(counts, epsilon=1.0, sensitivity=1):
    noise = AddedNoise(epsilon, sensitivity)
    return replace(OTHERS, cells=OTHERS.cells.assign(count=counts), noise=noise)


@pytest.mark.parametrize(("count", "says"), [(2, "out"), (3, "out"), (4, "in"), (9, "in")])
def test_she_goes_by_the_nearer_number(count, says):
    """Without Bea three people watched film A, with her four."""
    [guess] = is_she_in(printed([count, 2]), OTHERS, [0]).to_dict("records")
    assert (guess["target"], guess["claim"], guess["declared"]) == ("Bea", says, True)
    assert guess["confidence"] == pytest.approx(np.e / (1 + np.e))


def test_counts_speak_together_and_more_softly_where_noise_is_for_many():
    [guess] = is_she_in(printed([9, 9], epsilon=1.0, sensitivity=2), OTHERS, [0, 1]).to_dict("records")
    assert guess["claim"] == "in" and guess["confidence"] == pytest.approx(np.e / (1 + np.e))


def test_evidence_is_the_logarithm_of_the_odds():
    """P(x) is proportional to a ** abs(x): with 5 printed, 3 without her and epsilon 2, the odds are e ** 2."""
    a = np.exp(-2.0)
    odds = a ** abs(5 - 4) / a ** abs(5 - 3)
    assert evidence(np.array([5]), np.array([3]), 2.0) == pytest.approx(np.log(odds))


def test_a_zero_may_stand_for_all_numbers_below_it_and_says_no_more():
    """The chance of 0 or less is proportional to a ** count: one more makes it a times as likely."""
    assert evidence(np.array([0]), np.array([2]), 1.0) == -1.0


def test_without_noise_there_is_nothing_to_guess():
    with pytest.raises(ValueError, match="says nothing of noise"):
        is_she_in(OTHERS, OTHERS, [0])


def test_of_a_stranger_she_says_what_most_viewers_of_the_film_did():
    people = pd.DataFrame(
        {"one": ["watched"] * 3 + ["not watched"] * 5, "other": ["not watched"] * 2 + ["watched"] * 6}
    )
    assert says_watched(count_table(people, by=("one", "other"), totals=False)) == "not watched"
