"""A budget: what is spent is spent, to the last tenth."""

import pytest

from disclosure.defences.budget import Budget, BudgetSpentError


def test_ten_tenths_are_one():
    budget = Budget(1)
    for _ in range(10):
        budget.spend(0.1)
    assert (budget.spent, budget.left) == (1.0, 0.0)
    assert repr(budget) == "Budget(1.0): 1.0 spent, 0.0 left"


def test_what_is_refused_costs_nothing():
    budget = Budget(1)
    budget.spend(0.75)
    with pytest.raises(BudgetSpentError, match=r"0\.5 is asked for, and 0\.25 of 1\.0 is left: no answer"):
        budget.spend(0.5)
    assert budget.spend(0.25) == 0.25 and budget.left == 0


def test_whoever_makes_a_new_one_begins_again():
    budget = Budget(1)
    budget.spend(1)
    assert Budget(1).left == 1


@pytest.mark.parametrize("epsilon", [0, -1, "1", None, float("inf")])
def test_no_amount(epsilon):
    with pytest.raises(ValueError, match="choose a number above 0"):
        Budget(epsilon)
    with pytest.raises(ValueError, match="choose a number above 0"):
        Budget(1).spend(epsilon)
