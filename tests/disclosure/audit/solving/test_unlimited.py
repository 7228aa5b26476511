import numpy as np
import pytest

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, disjunction_of_gap
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.unlimited import growing_cells

FREE = np.array([NO_LIMIT, NO_LIMIT])


def highest(matrix: list[list[int]], sums: list[int], *disjunctions: Disjunction) -> list[int]:
    equations = Equations(np.array(matrix), np.array(sums), np.zeros(2, dtype=int), FREE, disjunctions)
    return FeasibleTables(equations).ranges(np.arange(2))[1].tolist()


def test_a_gap_is_no_limit() -> None:
    assert highest([[1, -1]], [0], disjunction_of_gap(0, (1, 4))) == [NO_LIMIT, NO_LIMIT]


def test_a_line_is_a_limit_although_there_is_a_gap() -> None:
    assert highest([[1, 1]], [7], disjunction_of_gap(0, (5, 9))) == [4, 7]


def test_a_condition_on_two_cells_may_be_a_limit() -> None:
    both_small = Disjunction(((LinearConstraint((0, 1), (1, 1), None, 3),),))
    assert highest([[0, 0]], [0], both_small) == [3, 3]
    one_grows = Disjunction(((LinearConstraint((0, 1), (1, 3), None, 3),), (LinearConstraint((0,), (1,), None, 2),)))
    assert highest([[0, 0]], [0], one_grows) == [3, NO_LIMIT]


def test_a_search_for_a_direction_ends_with_the_effort_that_it_is_allowed() -> None:
    """The search for a shorter reason asked for directions, and that did not end."""
    small, ratio = LinearConstraint((0,), (1,), None, 3), LinearConstraint((0, 1), (99_991, -99_989), 1, 1)
    either = Disjunction(((small,), (ratio,)))
    equations = Equations(np.array([[0, 0]]), np.array([0]), np.zeros(2, dtype=int), FREE, (either,))
    with pytest.raises(ArithmeticError, match="effort"):
        growing_cells(equations, np.array([2**30, 2**30]), np.array([1, 1]), effort=0.0)
