import numpy as np
import pytest

from disclosure.repair.cheapest_moves import NetworkMoves, cheapest, moves_for
from disclosure.repair.greedy_repair import greedy_repair
from disclosure.rules import Rule
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_cheapest_moves import place
from tests.disclosure.repair.test_suppression_problem import question


def test_one_square_covers_one_cell() -> None:
    problem = question(table_of([1, 6, 9], [8, 7, 20], [9, 30, 30]))
    hidden = greedy_repair(problem)
    assert problem.price(hidden) == 6 + 8 + 7
    assert {problem.views[0].system.names(int(cell)) for cell in np.flatnonzero(hidden)} == {
        (film, region) for film in "AB" for region in "NS"
    }


def test_cells_that_cover_each_other_need_nothing_more() -> None:
    problem = question(table_of([2, 3], [3, 2]))
    assert greedy_repair(problem)[problem.may_hide].sum() == 0


def test_dear_cells_are_traded_for_cheaper_ones() -> None:
    """With the 90 hidden, the free way round goes through it; a way round for 3 + 5 is found in its place."""
    problem = question(table_of([1, 6, 9], [8, 7, 20], [9, 30, 90]))
    start = np.zeros(len(problem.always), dtype=bool)
    start[[place(problem, *cell) for cell in (("A", "W"), ("C", "N"), ("C", "W"))]] = True
    assert problem.price(greedy_repair(problem, start)) == 6 + 8 + 7


def test_what_is_not_needed_is_printed_again() -> None:
    problem = question(table_of([1, 6, 9], [8, 7, 20], [9, 30, 30]))
    start = np.zeros(len(problem.always), dtype=bool)
    start[place(problem, "total", "total")] = True
    assert problem.price(greedy_repair(problem, start)) == 6 + 8 + 7


def test_a_way_that_is_found_for_one_cell_serves_all_that_move_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small cells at the four corners of a square: one way round moves all of them."""
    problem, asked = question(table_of([1, 2], [2, 1]), Rule(3, complementary_mark="c")), []
    monkeypatch.setattr(
        NetworkMoves,
        "move",
        lambda *given, move=NetworkMoves.move, **named: asked.append(given) or move(*given, **named),
    )
    greedy_repair(problem)
    assert len(problem.views[0].needs) == 4 and 0 < len(asked) <= 2


def test_a_long_move_is_shown_by_no_short_one() -> None:
    problem = question(table_of([1, 6, 9], [8, 1, 20], [9, 30, 30]), protect="whole range")
    hidden = greedy_repair(problem)
    moves, (view,) = moves_for(problem, problem.views[0]), problem.views
    assert all(
        cheapest(moves, cell, need, hidden, problem.cost, free=True) is not None for cell, need in view.needs.items()
    )
