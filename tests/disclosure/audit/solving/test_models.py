import numpy as np
from highspy import HighsModelStatus

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import ends_in_fractions, fractions_of


def test_fractions_count_and_conditions_are_left_out() -> None:
    """Twice a count is 7: it is 3 and a half, although it is to be 0 or more than 4."""
    equations = Equations(
        np.array([[2]]), np.array([7]), np.array([0]), np.array([9]), (disjunction_of_gap(0, (1, 4)),)
    )
    solver = fractions_of(equations)
    solver.run()
    assert solver.getModelStatus() == HighsModelStatus.kOptimal
    assert solver.getSolution().col_value == [3.5]


def test_where_there_is_no_limit_there_is_none_in_fractions() -> None:
    block = Equations(np.array([[1, -1]]), np.array([0]), np.zeros(2, dtype=int), np.array([NO_LIMIT, 4]), ())
    assert ends_in_fractions(block).tolist() == [np.inf, 4]
