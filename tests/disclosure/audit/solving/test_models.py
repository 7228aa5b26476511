from dataclasses import replace

import numpy as np
import pytest
from highspy import HighsModelStatus

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, disjunction_of_gap
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import ends_of_columns, presolved_otherwise, solver_for

TWICE_ONE_COUNT_IS_SEVEN = Equations(np.array([[2]]), np.array([7]), np.array([0]), np.array([9]), ())


@pytest.mark.parametrize(
    ("whole", "status"), [(False, HighsModelStatus.kOptimal), (True, HighsModelStatus.kInfeasible)]
)
def test_fractions_count_unless_they_shall_not(whole: bool, status: HighsModelStatus) -> None:
    solver = solver_for(TWICE_ONE_COUNT_IS_SEVEN, whole=whole)
    solver.run()
    assert solver.getModelStatus() == status


def test_a_gap_is_a_condition_of_the_model() -> None:
    """Two counts add up to 6, and the first is no 1 to 4: it is 5 at least, if the other is 1 or more."""
    equations = Equations(
        np.array([[1, 1]]), np.array([6]), np.array([0, 1]), np.array([9, 4]), (disjunction_of_gap(0, (1, 4)),)
    )
    solver = solver_for(equations)
    solver.changeColCost(0, 1.0)
    solver.run()
    assert solver.getInfo().objective_function_value == pytest.approx(5)


def test_a_solver_that_gave_up_begins_anew_otherwise_presolved() -> None:
    solver = solver_for(TWICE_ONE_COUNT_IS_SEVEN)
    usual = solver.getOptionValue("presolve")[1]
    with presolved_otherwise(solver):
        assert solver.getOptionValue("presolve")[1] != usual
    assert solver.getOptionValue("presolve")[1] == usual


def test_every_whole_number_has_a_bound_but_where_a_condition_ties_several() -> None:
    free, most = np.array([NO_LIMIT, 4]), np.array([700, 4])
    block = Equations(np.array([[1, -1]]), np.array([0]), np.zeros(2, dtype=int), free, ())
    assert ends_of_columns(block, most, whole=True).tolist() == [700, 4]
    assert ends_of_columns(block, most, whole=False).tolist() == [np.inf, 4]
    tied = Disjunction(((LinearConstraint((0, 1), (1, 3), None, 3),),))
    assert ends_of_columns(replace(block, disjunctions=(tied,)), most, whole=True).tolist() == [np.inf, 4]
