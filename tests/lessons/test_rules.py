"""Thresholds in use have a reason and a source, and stand in order."""

import pytest

from lessons.rules import THRESHOLDS_IN_USE, NKRule, PPercentRule, Rule


def test_a_rule_hides_below_and_never_at_the_threshold():
    assert [Rule(5).hides(count) for count in (0, 1, 4, 5)] == [False, True, True, False]


@pytest.mark.parametrize("threshold", [1, 0, -3])
def test_a_rule_that_hides_nothing_is_refused(threshold):
    with pytest.raises(ValueError, match="choose 2 or more"):
        Rule(threshold)


def test_landmarks_are_in_order_and_sourced():
    assert [rule.k for rule in THRESHOLDS_IN_USE] == sorted({rule.k for rule in THRESHOLDS_IN_USE})
    assert all(rule.source and rule.rule.endswith(".") for rule in THRESHOLDS_IN_USE)


@pytest.mark.parametrize("p", [0, 101, 2.5])
def test_a_share_of_nothing_or_more_than_all_is_refused(p):
    with pytest.raises(ValueError, match="per cent from 1 to 100"):
        PPercentRule(p)


@pytest.mark.parametrize(("n", "k", "sentence"), [(0, 90, "1 contributor or more"), (2, 100, "from 1 to 99")])
def test_an_n_k_rule_that_hides_nothing_is_refused(n, k, sentence):
    with pytest.raises(ValueError, match=sentence):
        NKRule(n, k)


def test_dominance_begins_beyond_the_share_and_not_at_it():
    assert [PPercentRule(10).dominates([100, 50], total) for total in (159, 160)] == [True, False]
    assert [NKRule(2, 75).dominates([100, 50], total) for total in (199, 200)] == [True, False]
