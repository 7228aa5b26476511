"""Thresholds in use have a reason and a source, and stand in order."""

import pytest

from lessons.rules import THRESHOLDS_IN_USE, Rule


def test_a_rule_hides_below_and_never_at_the_threshold():
    assert [Rule(5).hides(count) for count in (0, 1, 4, 5)] == [False, True, True, False]


@pytest.mark.parametrize("threshold", [1, 0, -3])
def test_a_rule_that_hides_nothing_is_refused(threshold):
    with pytest.raises(ValueError, match="choose 2 or more"):
        Rule(threshold)


def test_landmarks_are_in_order_and_sourced():
    assert [rule.k for rule in THRESHOLDS_IN_USE] == sorted({rule.k for rule in THRESHOLDS_IN_USE})
    assert all(rule.source and rule.rule.endswith(".") for rule in THRESHOLDS_IN_USE)
