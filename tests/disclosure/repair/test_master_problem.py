import numpy as np
import pytest

from disclosure.repair.capacity_cuts import Cut
from disclosure.repair.master_problem import MasterProblem
from tests.disclosure.repair.test_cheapest_moves import place
from tests.disclosure.repair.test_suppression_problem import question

PROBLEM = question()
"""(A, N) is 1 and must rise; (A, S) costs 6, A's total 7, (B, N) 8."""


def cut(weight: float, *cells: tuple[str, str]) -> Cut:
    places = np.array([place(PROBLEM, *labels) for labels in cells])
    return Cut(0.0, places, np.full(len(cells), weight))


def test_without_cuts_nothing_is_chosen() -> None:
    choice = MasterProblem(PROBLEM, price=100).choose()
    assert choice.bound == 0
    assert choice.moves.tolist() == [[1.0, 0.0]]
    assert choice.shares is not None
    assert (choice.shares > 0).tolist() == PROBLEM.always.tolist()


def test_a_cut_is_met_at_the_least_price() -> None:
    chooser = MasterProblem(PROBLEM, price=100)
    chooser.add(0, cut(1.0, ("A", "S"), ("A", "total")), upwards=True)
    assert chooser.choose().bound == 6
    chooser.add(0, cut(1.0, ("B", "N")), upwards=None)
    assert chooser.choose().bound == 6 + 8


def test_shares_are_cheaper_than_whole_cells() -> None:
    chooser = MasterProblem(PROBLEM, price=100)
    chooser.add(0, cut(2.0, ("A", "S")), upwards=True)
    assert chooser.choose().bound == pytest.approx(3)
    chooser.choose_whole_cells()
    choice = chooser.choose()
    assert choice.shares is not None
    assert (choice.bound, choice.shares[place(PROBLEM, "A", "S")]) == (6, 1)


def test_cells_as_dear_as_a_known_repair_are_never_chosen() -> None:
    chooser = MasterProblem(PROBLEM, price=6)
    chooser.add(0, cut(1.0, ("A", "S"), ("A", "total")), upwards=True)
    assert chooser.choose().shares is None
    assert chooser.choose().bound == np.inf


def test_what_the_reduced_costs_rule_out_is_left_out() -> None:
    """With a repair for 7 at hand only the 6 is of use: a choice without it finds nothing."""
    chooser = MasterProblem(PROBLEM, price=100)
    chooser.add(0, cut(1.0, ("A", "S"), ("A", "total")), upwards=True)
    chooser.choose()
    chooser.drop_too_dear(7)
    assert chooser.choose().bound == 6
    chooser.add(0, cut(1.0, ("A", "total")), upwards=None)
    assert chooser.choose().bound == np.inf


def test_once_a_repair_is_known_cheaper_ones_alone_are_looked_for() -> None:
    chooser = MasterProblem(PROBLEM, price=100)
    chooser.add(0, cut(1.0, ("A", "S"), ("A", "total")), upwards=True)
    chooser.choose_whole_cells()
    chooser.only_cheaper_than(8)
    assert chooser.choose().bound == 6
    chooser.only_cheaper_than(6)
    assert chooser.choose().shares is None


def test_where_the_move_is_settled_a_cut_asks_for_what_is_left_of_it() -> None:
    """The 1 must be able to be 4, which is a move of 3: 1 is there already, and (A, S) adds 2."""
    problem = question(protect="whole range")
    chooser = MasterProblem(problem, price=100)
    chooser.add(0, Cut(1.0, np.array([place(problem, "A", "S")]), np.array([2.0])), upwards=True)
    choice = chooser.choose()
    assert choice.bound == 6
    assert choice.moves.tolist() == [[3.0, 0.0]]
