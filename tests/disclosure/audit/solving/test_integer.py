import numpy as np

from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables

SUM = np.array([[1, 1]])


def equations(total: int, *disjunctions: object) -> Equations:
    return Equations(SUM, np.array([total]), np.array([0, 0]), np.array([9, 4]), disjunctions)  # type: ignore[arg-type]


def test_two_counts_with_a_sum() -> None:
    low, high = FeasibleTables(equations(6)).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([2, 0], [6, 4])


def test_a_gap_is_jumped() -> None:
    low, high = FeasibleTables(equations(6, disjunction_of_gap(0, (1, 4)))).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([5, 0], [6, 1])


def test_no_filling_is_told() -> None:
    assert not FeasibleTables(equations(14)).possible


def test_what_fits_in_fractions_only_is_no_count() -> None:
    """Twice the one and the other are 7: in fractions the one goes up to 3.5, and the other down to 0."""
    odd = Equations(np.array([[2, 1]]), np.array([7]), np.array([0, 0]), np.array([9, 9]), ())
    low, high = FeasibleTables(odd).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([0, 1], [3, 7])
