import numpy as np
import pandas as pd
import pytest

from disclosure.repair import integer_moves
from disclosure.repair.integer_moves import IntegerMoves
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable, count_table
from tests.disclosure.repair.small_tables import parity_table
from tests.disclosure.repair.test_suppression_problem import question


def three_way(seed: int) -> CountTable:
    rng = np.random.default_rng(seed)
    people = {name: rng.integers(0, size, 40).astype(str) for name, size in (("film", 3), ("region", 3), ("age", 2))}
    return count_table(pd.DataFrame(people), by=tuple(people))


def prices(problem: SuppressionProblem) -> list[int | None]:
    """What it costs to move each small cell up by one and down by one; None where it cannot."""
    moves, found = IntegerMoves(problem, problem.views[0]), []
    for cell in problem.views[0].needs:
        for amount in (1, -1):
            moved = moves.move(cell, amount, problem.always, free=False)
            found.append(None if moved is None else int(problem.cost[moved[~problem.always[moved]]].sum()))
    return found


@pytest.mark.parametrize("zeros", ["printed", "may be hidden"])
def test_fractions_first_find_moves_as_cheap_as_whole_numbers_alone(
    monkeypatch: pytest.MonkeyPatch, zeros: str
) -> None:
    problem = question(three_way(1), Rule(3, zeros=zeros, complementary_mark="c"))  # type: ignore[arg-type]
    first = prices(problem)
    assert len({*first} - {None}) > 3
    monkeypatch.setattr(integer_moves, "ALMOST_WHOLE", 0)
    assert prices(problem) == first


def test_where_only_half_a_move_fits_there_is_none() -> None:
    problem = question(parity_table(), Rule(2, zeros="hidden", complementary_mark="c"))
    moves = IntegerMoves(problem, problem.views[0])
    assert all(moves.move(cell, 1, problem.always, free=True) is None for cell in problem.views[0].needs)
