from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.reading.cells import Numbers
from disclosure.audit.solving.network import Flags
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair import cheapest_moves
from disclosure.repair.cheapest_moves import IntegerMoves, Moves, NetworkMoves, cheapest, moves_for
from disclosure.repair.protection import UnreachableError, Width
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.repair.wishes import Wishes
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, count_table
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


class Counted:
    """Moves, and how often they were asked for."""

    free_first = step_by_step = True

    def __init__(self, moves: Moves) -> None:
        self.moves, self.asked = moves, 0

    def move(self, cell: int, amount: int, hidden: Flags, *, free: bool, just: bool = False) -> Numbers | None:
        self.asked += 1
        return self.moves.move(cell, amount, hidden, free=free, just=just)


@pytest.mark.parametrize("width", [20, 40, 91, 300])
def test_of_many_ways_few_are_tried_and_one_is_found_where_there_is_any(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """A | N is 40, and goes down by 36 with zeros printed; how far it goes up depends on what is hidden beside it."""
    told = {"protect": Width(width), "wishes": Wishes((), (("A", "N"),))}
    problem = question(table_of([40, 30, 9], [50, 0, 60]), Rule(5, complementary_mark="c"), **told)
    moves = Counted(moves_for(problem, problem.views[0]))
    ((cell, need),) = problem.views[0].needs.items()
    covers = [problem.may_hide & (problem.cost < dearest) for dearest in (0, 50, 70, 1_000)]

    def found() -> list[bool]:
        """Whether there is a way, by hidden cells and by any."""
        ways = [(problem.always | cover, free) for cover in covers for free in (True, False)]
        return [cheapest(moves, cell, need, hidden, problem.cost, free=free) is not None for hidden, free in ways]

    quick, asked = found(), moves.asked
    monkeypatch.setattr(cheapest_moves, "MANY_WAYS", 10**6)
    assert quick == found() and asked < 8 * 45


def test_where_every_count_of_a_range_must_be_possible_its_ends_are_reached_and_not_passed() -> None:
    """a1 has 2 people, of whom only both together can be elsewhere: it falls to 0 then, and 1 is not possible."""
    who = {"000": 1, "001": 2, "010": 3, "011": 1, "101": 1, "110": 1}
    people = pd.DataFrame([tuple(cell) for cell, n in who.items() for _ in range(n)], columns=["a", "b", "c"])
    table = count_table(people, by=("a", "b", "c"))
    told = {"protect": "whole range", "primary_known": False, "zeros": "may be hidden"}
    defence = SuppressComplementary(3, must_print=(("0", TOTAL, TOTAL),), **told)  # type: ignore[arg-type]
    assert defence.repair(table).price == 31
    with pytest.raises(UnreachableError, match="is known to be 1"):
        replace(defence, primary_known=True).repair(table)
