"""What epsilon promises, against numbers that can be looked up and coins that can be counted."""

from math import comb, exp, inf, log

import pytest

from lessons.noise.promise import at_most, epsilon_at_least, long_run


@pytest.mark.parametrize(("epsilon", "share"), [(0.5, 0.6225), (1, 0.7311), (2, 0.8808), (4, 0.9820), (1e6, 1.0)])
def test_even_odds(epsilon, share):
    assert at_most(epsilon) == pytest.approx(share, abs=5e-5)


def test_the_promise_begins_where_a_blind_guess_is():
    assert at_most(1e-9, before=0.9) == pytest.approx(0.9) == at_most(1e-9, before=0.1)
    assert at_most(log(7), before=0.75) == pytest.approx(21 / 22)


@pytest.mark.parametrize("counts", [1, 2, 3, 4])
def test_the_long_run_is_counted_over_all_ways_the_counts_can_speak(counts):
    right = 1 / (1 + exp(-0.5))
    chance = 0.0
    for speaking in range(counts + 1):
        share = 1.0 if 2 * speaking > counts else 0.5 if 2 * speaking == counts else 0.0
        chance += share * comb(counts, speaking) * right**speaking * (1 - right) ** (counts - speaking)
    assert long_run(1.0, 2, counts) == pytest.approx(chance)


def test_one_count_meets_the_promise_and_many_never_exceed_it():
    assert long_run(1.5, 1, 1) == pytest.approx(at_most(1.5))
    for counts in (2, 5, 20, 200):
        assert 0.5 < long_run(1.5, counts, counts) < at_most(1.5) < long_run(1.5, 1, counts)


def test_what_is_proved_is_less_than_what_was_measured():
    assert epsilon_at_least(731, 1_000) < 1.0 < epsilon_at_least(760, 1_000)
    assert epsilon_at_least(0, 10) == epsilon_at_least(50, 100) == 0
    assert 0 < epsilon_at_least(10, 10) < inf
