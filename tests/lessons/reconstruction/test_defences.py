"""Noise of one size for each answer, and noise out of one budget."""

import numpy as np
import pytest

from lessons.reconstruction.defences import OneBudget, SameForEach, spread_of
from lessons.reconstruction.subset_sums import ask

TRUE = ask(np.arange(50) % 3 == 0, 3_000)


def test_noise_is_as_large_as_it_says_and_answers_are_whole():
    printed = SameForEach(5.0)(TRUE)
    off = printed.printed - TRUE.printed
    assert printed.spread == 5.0 and (printed.printed == np.rint(printed.printed)).all()
    assert abs(off.std() - 5) < 0.3 and abs(off.mean()) < 0.4


def test_a_budget_is_shared_so_more_questions_get_more_noise():
    few, many = (OneBudget(2.0)(ask(np.ones(50, dtype=bool), number)) for number in (10, 1_000))
    assert (few.spread, many.spread) == (spread_of(0.2), spread_of(0.002))
    true = ask(np.ones(50, dtype=bool), 1_000).printed
    assert abs((many.printed - true).std() / many.spread - 1) < 0.1


def test_the_spread_is_that_of_the_two_sided_geometric_distribution():
    numbers = np.arange(-2_000, 2_001)
    a = np.exp(-0.1)
    chances = (1 - a) / (1 + a) * a ** np.abs(numbers)
    assert spread_of(0.1) == pytest.approx(np.sqrt((chances * numbers**2).sum()))


@pytest.mark.parametrize("defence", [SameForEach, OneBudget])
def test_the_same_seed_gives_the_same_and_no_number_is_refused(defence):
    assert (defence(1.0)(TRUE).printed == defence(1.0)(TRUE).printed).all()
    assert (defence(1.0, seed=2)(TRUE).printed != defence(1.0)(TRUE).printed).any()
    with pytest.raises(ValueError, match="is 0: choose a number above 0"):
        defence(0)
