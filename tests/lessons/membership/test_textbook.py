"""The statistics of the literature, on numbers that can be worked out by hand; a formula where it is right."""

import numpy as np
import pytest

from lessons.membership.attack import line_from
from lessons.membership.textbook import (
    clipped_shares,
    likelihood_ratio,
    line_by_formula,
    mended_shares,
    sum_of_distances,
)

P, Q = np.array([0.2, 0.5]), np.array([0.4, 0.5])


def test_a_title_that_is_as_common_in_the_group_says_nothing():
    assert likelihood_ratio(np.array([[1, 0], [1, 1], [0, 0]]), Q, P) == pytest.approx([np.log(2)] * 2 + [np.log(0.75)])
    assert sum_of_distances(np.array([[1, 0], [0, 1]]), Q, P) == pytest.approx([0.2, -0.2])


def test_distances_are_those_of_the_paper():
    x = np.array([[1, 0], [0, 1]])
    assert sum_of_distances(x, Q, P) == pytest.approx((np.abs(x - P) - np.abs(x - Q)).sum(axis=1))


def test_where_titles_have_nothing_to_do_with_each_other_the_formula_is_right():
    rng = np.random.default_rng(53)
    reach = rng.uniform(0.1, 0.6, 400)
    shares = clipped_shares(rng.binomial(50, reach), 50)
    found = likelihood_ratio(rng.random((20_000, 400)) < reach, shares, reach)
    assert np.mean(found > line_by_formula(shares, reach, 0.01)) == pytest.approx(0.01, abs=0.003)
    assert line_by_formula(shares, reach, 0.01) == pytest.approx(line_from(found, 0.01), rel=0.05)


def test_half_a_person_of_fifty_is_more_than_a_rare_title_has():
    counts, reach = np.array([0, 50]), np.array([0.004, 0.9])
    clipped, mended = clipped_shares(counts, 50), mended_shares(counts, 50, reach)
    assert clipped.tolist() == [0.01, 0.99] and clipped[0] > reach[0] > mended[0] > 0 and mended[1] < 1
