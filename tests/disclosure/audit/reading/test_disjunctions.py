import numpy as np

from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, disjunction_of_gap

TWO_AND_ONE = LinearConstraint(cells=(0, 2), weights=(2, 1), low=3, high=5)


def test_a_row_weighs_its_cells() -> None:
    assert TWO_AND_ONE.holds(np.array([1, 9, 1]))
    assert not TWO_AND_ONE.holds(np.array([1, 9, 0]))
    assert not TWO_AND_ONE.holds(np.array([2, 9, 2]))


def test_within_a_block_known_cells_are_put_in() -> None:
    inside = TWO_AND_ONE.within({2: 0}, np.array([1, 0, 0]))
    assert inside == LinearConstraint(cells=(0,), weights=(1,), low=1, high=3)


def test_a_choice_holds_if_one_alternative_does() -> None:
    gap = disjunction_of_gap(0, (1, 4))
    assert [gap.holds(np.array([count])) for count in (0, 1, 4, 5)] == [True, False, False, True]
    assert not Disjunction(()).holds(np.array([0]))
