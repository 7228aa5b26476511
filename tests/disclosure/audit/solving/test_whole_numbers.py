from typing import Any

import numpy as np
import pytest
from ortools.sat.python import cp_model

from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, disjunction_of_gap
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.time_limit import limited_to
from disclosure.audit.solving.whole_numbers import WAYS, WholeNumbers

SUM = np.array([[1, 1]])


def sum_of(total: int, *conditions: Disjunction) -> WholeNumbers:
    most = np.array([total, total])
    return WholeNumbers(Equations(SUM, np.array([total]), np.zeros(2, dtype=int), most, conditions), most)


def test_bounds_can_be_changed_and_given_back() -> None:
    program = sum_of(6, disjunction_of_gap(0, (1, 4)))
    first = np.array([1, 0])
    assert program.largest(first).tolist() == [6, 0]
    program.bound(0, 0, 4)
    assert program.largest(first).tolist() == [0, 6]
    program.bound(0, 1, 4)
    assert program.largest(first) is None
    program.bound(0, 0, 6)
    assert program.largest(first).tolist() == [6, 0] and program.largest(-first).tolist() == [0, 6]


@pytest.mark.parametrize("least", [0, -3])
def test_rows_that_are_written_in_running_sums_say_the_same(least: int) -> None:
    """Twice the first three of six counts is as much as all six at least: the last three are no more than the first."""
    row = LinearConstraint(tuple(range(6)), (1, 1, 1, -1, -1, -1), 0, None)
    low, high = np.full(6, least), np.full(6, 4)
    free = Equations(np.zeros((1, 6), dtype=int), np.array([0]), low, high, (Disjunction(((row,),)),))
    last = np.array([0, 0, 0, 1, 1, 1])
    for first in range(least, 5):
        program = WholeNumbers(free, high)
        for cell in range(3):
            program.bound(cell, first, first)
        found = program.largest(last)
        assert found is not None and found @ last == 3 * first


def test_a_row_of_no_counts_holds_or_does_not() -> None:
    nothing = Disjunction(((LinearConstraint((), (), 1, None),), (LinearConstraint((0,), (1,), 5, None),)))
    program = sum_of(6, nothing)
    assert program.largest(np.array([0, 1])).tolist() == [5, 1]


def test_a_search_ends_with_the_effort_that_it_is_allowed() -> None:
    """Two counts of which so many times the one are so many times the other, and one more."""
    program = sum_of(2**30)
    program.keep_to((0, 1), (99_991, -99_989), 1, 1)
    with pytest.raises(ArithmeticError, match="effort"):
        program.largest(np.array([1, 0]), effort=0.0)


def test_numbers_that_do_not_fit_together_into_64_bits_are_refused() -> None:
    program = sum_of(2**52)
    program.keep_to((0, 1), (10**5, 10**5), 0, None)
    with pytest.raises(ValueError, match="Count in a larger unit"):
        program.largest(np.array([1, 0]))


@pytest.mark.parametrize("total", [10**9, 6 * 10**11, 10**15])
def test_gaps_hold_however_large_the_numbers_are(total: int) -> None:
    """Two counts, each 0 or 3 and more: in floating point a switch so large is taken for on that is not."""
    gaps = tuple(disjunction_of_gap(cell, (1, 2)) for cell in (0, 1))
    most = np.array([total, total])
    found = FeasibleTables(Equations(SUM, np.array([total]), np.zeros(2, dtype=int), most, gaps))
    assert [each.tolist() for each in found.ranges(np.arange(2))] == [[0, 0], [total, total]]
    assert found.missing(0, range(5)) == [1, 2]


def test_a_search_among_amounts_beside_gaps_ends() -> None:
    """Three by three amounts of some 10**8, all hidden, six of them 0 or 3 and more: in floating point it did not."""
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
    """Thousands of millions cannot add up to the ninth digit behind the point in floating point."""
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


@pytest.mark.parametrize("way", WAYS, ids=repr)
def test_no_way_leaves_the_best_solution_out(way: dict[str, Any]) -> None:
    """0, 1, 9, 0, 5, 0, 3 and 0 fit, so the second may be 1: after a preparation of OR-Tools 9.15 it was 6 at least."""
    model = cp_model.CpModel()
    counts = [model.new_int_var(0, 1_450_000, "") for _ in range(8)]
    nobody_or_many = cp_model.Domain.from_intervals([[0, 0], [8, 72_500_000]])
    for cells in ((0,), (3, 7), (4, 6), (5, 7), (4, 5, 6, 7)):
        model.add_linear_expression_in_domain(sum(counts[cell] for cell in cells), nobody_or_many)
    model.add_linear_constraint(sum(counts[cell] for cell in (1, 3, 5, 7)), 1, 7)
    model.add(sum(counts[cell] for cell in (2, 3, 6, 7)) == 12)
    model.add(sum(counts) == 18)
    model.minimize(counts[1])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    for name, value in way.items():
        setattr(solver.parameters, name, value)
    assert solver.solve(model) == cp_model.OPTIMAL and solver.value(counts[1]) == 1
