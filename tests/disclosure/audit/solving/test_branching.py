import numpy as np
import pytest

from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving.branching import branched, more_rows, without
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.models import solver_for
from disclosure.audit.solving.time_limit import limited_to

SUM = np.array([[1, 1]])


def test_conditions_of_small_numbers_are_left_to_the_solver() -> None:
    gap = disjunction_of_gap(0, (1, 2))
    for most, apart in ((9, ()), (10**6, (gap,))):
        high = np.array([most, most])
        equations = Equations(SUM, np.array([most]), np.zeros(2, dtype=int), high, (gap,))
        assert branched(equations) == apart
        assert without(equations, apart).disjunctions == (() if apart else (gap,))


def test_further_rows_hold_for_a_while() -> None:
    solver = solver_for(Equations(SUM, np.array([6]), np.zeros(2, dtype=int), np.array([9, 4]), ()))
    before = solver.getNumRow()
    with more_rows(solver, disjunction_of_gap(0, (1, 4)).alternatives[1]):
        assert solver.getNumRow() == before + 1
    assert solver.getNumRow() == before


@pytest.mark.parametrize("total", [10**9, 6 * 10**11, 10**15])
def test_alternatives_of_large_numbers_are_tried_one_by_one(total: int) -> None:
    """Two counts, each 0 or 3 and more: a switch as large as their sum was taken for on that was not."""
    gaps = tuple(disjunction_of_gap(cell, (1, 2)) for cell in (0, 1))
    most = np.array([total, total])
    found = FeasibleTables(Equations(SUM, np.array([total]), np.zeros(2, dtype=int), most, gaps))
    assert [each.tolist() for each in found.ranges(np.arange(2))] == [[0, 0], [total, total]]
    assert found.missing(0, range(5)) == [1, 2]


def test_a_search_among_amounts_beside_gaps_ends() -> None:
    """Three by three amounts of some 10**8, all hidden, six of them 0 or 3 and more: one count did not end."""
    rows = np.zeros((6, 8), dtype=int)
    for row, cells in zip(rows, [(0, 2, 5), (3, 6), (1, 4, 7), (0, 1), (2, 3, 4), (5, 6, 7)], strict=True):
        row[list(cells)] = 1
    sums = np.array([1225978257, 823420187, 1733313261, 1109782153, 1601911420, 1071018132])
    low = np.array([0, 0, 0, 0, 0, 1, 0, 1])
    gaps = tuple(disjunction_of_gap(cell, (1, 2)) for cell in (0, 1, 2, 3, 4, 6))
    high = np.array([int(sums[rows[:, cell] == 1].min()) for cell in range(8)]) - np.array([0, 0, 1, 0, 0, 1, 0, 1])
    with limited_to(60):
        found = FeasibleTables(Equations(rows, sums, low, high, gaps))
        ends = found.ranges(np.arange(8))
        assert found.missing(3, range(4)) == [1, 2]
    assert [each.tolist() for each in ends] == [[0, 0, 0, 0, 0, 1, 0, 1], high.tolist()]


def test_large_amounts_beside_gaps_are_no_contradiction() -> None:
    """Thousands of millions cannot add up to the ninth digit behind the point: the solver called them infeasible."""
    gaps = tuple(disjunction_of_gap(cell, (1, 1)) for cell in (2, 3))
    rows = np.array([[1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 0, 0], [0, 0, 1, 1]])
    sums = np.array([7_010_000_300, 1_730_000_100, 7_610_000_300, 1_130_000_100])
    low = np.array([5_880_000_200, 600_000_000, 0, 0])
    high = np.array([7_010_000_300, 1_730_000_100, 1_130_000_100, 1_130_000_100])
    found = FeasibleTables(Equations(rows, sums, low, high, gaps))
    assert found.possible
    assert [each.tolist() for each in found.ranges(np.arange(4))] == [low.tolist(), high.tolist()]
    too_small = Equations(rows, sums, low, high - 2_000_000_000, gaps)
    assert not FeasibleTables(too_small).possible
