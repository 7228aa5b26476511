"""The same person in a group and not in it."""

from math import exp, log

import pytest

from lessons.membership.with_her import in_and_out, most_found
from tests.lessons.membership.small_service import service


def test_in_a_tiny_group_she_is_found_and_without_her_nobody_is():
    found = in_and_out(service(), 3, people=40)
    assert found.n == found.n_without == 40
    assert found.right > 3 * found.right_without and found.low > 0
    assert found.leak == pytest.approx((found.right - found.right_without) / 40)


def test_the_promise_of_two_steps():
    assert most_found(log(2), 0.01) == pytest.approx(0.04) and most_found(9.0, 0.5) == 1.0
    assert most_found(1.0, 0.01) == pytest.approx(exp(2) / 100)
