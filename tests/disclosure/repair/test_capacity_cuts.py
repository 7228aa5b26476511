from itertools import product

import numpy as np
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.repair.capacity_cuts import CapacityCuts, Cut, most
from disclosure.repair.protection import ProtectionLevels, Width
from disclosure.repair.suppression_problem import SuppressionProblem, problem_of
from disclosure.rules import PPercentRule, Rule
from tests.disclosure.repair.small_tables import parity_table, table_of
from tests.disclosure.repair.test_amounts import amounts
from tests.disclosure.repair.test_cheapest_moves import place
from tests.disclosure.repair.test_suppression_problem import question

MILLION = 1_000_000
PROBLEM = question(table_of([1, 6], [8, 7]))


def finder(problem: SuppressionProblem = PROBLEM) -> CapacityCuts:
    return CapacityCuts(problem, problem.views[0])


def first_cut(problem: SuppressionProblem, shares: np.ndarray) -> Cut | None:
    """What is said of the first primary cell, if it shall rise by one."""
    attacker = finder(problem)
    cell, need = next(iter(attacker.view.needs.items()))
    return attacker.program(shares, clipped=True).cut(cell, need, 1.0, shares, upwards=True)


def test_a_cell_that_stands_alone_needs_another_of_its_line() -> None:
    """Whichever line the cut is about: one more of its cells must be hidden, and no other cell helps."""
    cut = first_cut(PROBLEM, PROBLEM.always.astype(float))
    assert cut is not None
    assert cut.constant == 0
    helps = {"".join(PROBLEM.views[0].system.names(int(cell))) for cell in cut.cells}
    assert helps in ({"AS", "Atotal"}, {"BN", "totalN"})
    assert cut.weights.tolist() == [1.0, 1.0]


def test_half_a_cell_is_half_a_move() -> None:
    shares = PROBLEM.always.astype(float)
    for labels in (("A", "S"), ("B", "N"), ("B", "S")):
        shares[place(PROBLEM, *labels)] = 0.5
    cut = first_cut(PROBLEM, shares)
    assert cut is not None
    assert cut.reach(shares) == 0.5


def test_what_was_seen_to_move_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a square whose four cells are hidden, the one small cell rises with the other."""
    problem = question(table_of([1, 6], [7, 1]), Rule(3, complementary_mark="c"))
    (first, need), (second, _) = problem.views[0].needs.items()
    square = problem.always.astype(float)
    square[[place(problem, "A", "S"), place(problem, "B", "N")]] = 1
    program = finder(problem).program(square, clipped=True)
    assert program.cut(first, need, 1.0, square, upwards=True) is None
    monkeypatch.setattr(program, "_farthest", lambda *_, **__: pytest.fail("it was seen"))
    assert program.cut(second, need, 1.0, square, upwards=True) is None


def test_no_cut_where_the_cell_can_move() -> None:
    square = PROBLEM.always.astype(float)
    for labels in (("A", "S"), ("B", "N"), ("B", "S")):
        square[place(PROBLEM, *labels)] = 1
    assert first_cut(PROBLEM, square) is None


def test_no_repair_breaks_a_cut_whatever_the_duals_are() -> None:
    """Any numbers for the lines give a cut that every choice of cells fulfils in which the cell can move."""
    problem = question(table_of([1, 6], [8, 7]), protect=Width(2))
    attacker, rng = finder(problem), np.random.default_rng(0)
    cell, need = next(iter(attacker.view.needs.items()))
    lines = attacker.matrix.shape[0]
    cuts = [attacker.cut_from(cell, 2, rng.integers(-1, 2, size=lines).astype(float), upwards=True) for _ in range(60)]
    told = [cut for cut in cuts if cut]
    choices = np.flatnonzero(problem.may_hide)
    for chosen in product([False, True], repeat=len(choices)):
        hidden = problem.always.copy()
        hidden[choices] = chosen
        if not attacker.given_away(hidden):
            assert all(cut.reach(hidden.astype(float)) >= 2 for cut in told)
    assert len(told) > 10
    assert any(cut.reach(problem.always.astype(float)) < 2 for cut in told)
    assert list(need.ways()) == [(2, 0)]


def test_no_repair_breaks_a_cut_however_large_the_amounts() -> None:
    """The level is 70 million: what a cell without a limit adds to a move must not be cut off below that."""
    loud, crowd = [900 * MILLION, 80 * MILLION, 20 * MILLION], [60 * MILLION] * 4
    table = amounts({"AN": loud, "AS": crowd, "BN": crowd, "BS": crowd})
    rule = PPercentRule(10, complementary_mark="c")
    problem = problem_of(table, rule, protect="handbook", against=[Outsider()], cost="people", primary_known=True)
    attacker, rng = finder(problem), np.random.default_rng(1)
    cell, need = next(iter(attacker.view.needs.items()))
    limit = most(need, upwards=True)
    assert limit == 70 * MILLION
    size = (300, attacker.matrix.shape[0])
    duals = rng.integers(-1, 2, size=size) + rng.integers(0, 2, size=size) / 840
    cuts = [cut for row in duals if (cut := attacker.cut_from(cell, limit, row, upwards=True))]
    choices = np.flatnonzero(problem.may_hide)
    for chosen in product([False, True], repeat=len(choices)):
        hidden = problem.always.copy()
        hidden[choices] = chosen
        if not attacker.given_away(hidden):
            assert all(cut.reach(hidden.astype(float)) >= limit * (1 - 1e-9) for cut in cuts)
    assert len(cuts) > 10


def test_whole_people_break_what_fractions_allow() -> None:
    """Cells are given away by parity and no linear program notices; the other cut does, and names printed cells."""
    problem = question(parity_table(), Rule(2, zeros="hidden", complementary_mark="c"))
    attacker, shares = finder(problem), problem.always.astype(float)
    program = attacker.program(shares, clipped=False)
    unnoticed = [
        cell
        for cell in attacker.given_away(problem.always)
        if all(program.cut(cell, attacker.view.needs[cell], 0.5, shares, upwards=way) is None for way in (True, False))
    ]
    assert unnoticed
    cut = attacker.cut_of_whole_people(unnoticed[0], problem.always)
    assert len(cut.cells) > 0
    assert problem.may_hide[cut.cells].all()
    assert cut.reach(shares) == 0


def test_a_direction_needs_no_more_than_the_need() -> None:
    assert most(ProtectionLevels(0, 0, sliding=3, room_up=2, room_down=9), upwards=True) == 2
    assert most(ProtectionLevels(0, 0, sliding=3, room_up=2, room_down=9), upwards=False) == 3
    assert most(ProtectionLevels(2, 1, sliding=3, room_up=5, room_down=5), upwards=True) == 2
