import numpy as np
import pytest

from disclosure.repair.cheapest_moves import IntegerMoves, Moves, NetworkMoves, cheapest, moves_for
from disclosure.repair.suppression_problem import SuppressionProblem
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question

PROBLEM = question(table_of([1, 6, 9], [8, 7, 20], [9, 30, 30]))
"""The 1 goes up if (A, S) goes down: with (B, N) and (B, S), 6 + 8 + 7 people; other squares cost more."""


def place(problem: SuppressionProblem, *labels: str) -> int:
    system = problem.views[0].system
    return next(cell for cell in range(len(system.low)) if system.names(cell) == labels)


def names(problem: SuppressionProblem, cells: np.ndarray | None) -> set[str]:
    assert cells is not None
    return {"".join(problem.views[0].system.names(int(cell))) for cell in cells}


def both(problem: SuppressionProblem) -> list[Moves]:
    moves = moves_for(problem, problem.views[0])
    assert isinstance(moves, NetworkMoves)
    return [moves, IntegerMoves(problem, problem.views[0])]


@pytest.mark.parametrize("moves", both(PROBLEM))
def test_the_cheapest_square_moves(moves: Moves) -> None:
    cell = place(PROBLEM, "A", "N")
    assert names(PROBLEM, moves.move(cell, 1, PROBLEM.always, free=False)) == {"AN", "AS", "BN", "BS"}
    assert moves.move(cell, 1, PROBLEM.always, free=True) is None
    assert moves.move(cell, -1, PROBLEM.always, free=False) is None


@pytest.mark.parametrize("moves", both(PROBLEM))
def test_hidden_cells_move_for_nothing(moves: Moves) -> None:
    hidden = PROBLEM.always.copy()
    for labels in (("A", "W"), ("C", "N"), ("C", "W")):
        hidden[place(PROBLEM, *labels)] = True
    found = moves.move(place(PROBLEM, "A", "N"), 1, hidden, free=True)
    assert names(PROBLEM, found) == {"AN", "AW", "CN", "CW"}


@pytest.mark.parametrize("moves", both(PROBLEM))
def test_a_long_move_takes_more_cells_where_one_has_no_more_room(moves: Moves) -> None:
    """(A, S) can fall from 6 to 5 and (B, N) from 8 to 5: two more units must go another way."""
    found = names(PROBLEM, moves.move(place(PROBLEM, "A", "N"), 3, PROBLEM.always, free=False))
    assert found > {"AN"}
    assert found != {"AN", "AS", "BN", "BS"}


@pytest.mark.parametrize("moves", both(PROBLEM))
def test_of_the_ways_to_protect_a_cell_the_cheapest_is_taken(moves: Moves) -> None:
    cell = place(PROBLEM, "A", "N")
    need = PROBLEM.views[0].needs[cell]
    found = cheapest(moves, cell, need, PROBLEM.always, PROBLEM.cost)
    assert names(PROBLEM, found) == {"AN", "AS", "BN", "BS"}
    assert cheapest(moves, cell, need, PROBLEM.always, PROBLEM.cost, free=True) is None
