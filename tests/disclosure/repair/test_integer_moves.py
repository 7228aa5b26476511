from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.repair import integer_moves
from disclosure.repair.integer_moves import IntegerMoves
from disclosure.repair.protection import Width
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.repair.wishes import Wishes
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.from_counts import table_from_counts
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


def test_however_dear_cells_are_the_same_moves_are_found() -> None:
    """Prices of 10**12 left the solver without an answer, which was taken for "there is none"."""
    problem = question(three_way(1), Rule(3, zeros="hidden", complementary_mark="c"))
    dear = prices(replace(problem, cost=problem.cost * 10**12))
    assert dear == [None if price is None else price * 10**12 for price in prices(problem)]


def counted(rows: list[list[int]], times: int = 1) -> CountTable:
    """A table of films and regions from its counts; those of 4 and more are so many times as large."""
    counts = np.array([[n * times if n > 3 else n for n in row] for row in rows])
    films, regions = pd.Index(list("AB"), name="film"), pd.Index(list("NSW")[: counts.shape[1]], name="region")
    return table_from_counts(pd.DataFrame(counts, films, regions))


@pytest.mark.parametrize("times", [50, 10**9])
def test_large_counts_move_as_small_ones_do_beside_gaps(times: int) -> None:
    """Printed counts stand at what they are, however far above all that is known if everything is hidden."""
    for rows in ([[8, 0], [0, 9]], [[1, 7], [8, 0]]):
        assert ways(rows, times) == ways(rows, 1)


def ways(rows: list[list[int]], factor: int) -> list[bool]:
    """Whether cell A | N can move up and down if nothing but totals is printed, or the zeros are as well."""
    rule = Rule(4, zeros="may be hidden", complementary_mark="c")
    problem = question(counted(rows, factor), rule, wishes=Wishes((), (("A", "N"),)))
    moves, view = IntegerMoves(problem, problem.views[0]), problem.views[0]
    inner, (cell,) = (view.system.cells.codes > 0).all(axis=1), view.needs
    covers = (inner, inner & (view.count > 0), ~inner)
    return [
        moves.move(cell, amount, problem.always | hidden, free=True) is not None
        for hidden in covers
        for amount in (1, -1)
    ]


@pytest.mark.parametrize("asked", [5, 5_000])
def test_a_count_moves_as_far_as_is_asked_for(asked: int) -> None:
    """However small the counts are: both zeros of a row and of a total go up, and no gap is in the way."""
    rule = Rule(3, zeros="may be hidden", complementary_mark="c")
    table = counted([[0, 0], [0, 0]])
    problem = question(table, rule, protect=Width(asked), wishes=Wishes((), (("A", "N"),)))
    (cell,) = problem.views[0].needs
    moved = IntegerMoves(problem, problem.views[0]).move(cell, asked, problem.always, free=False)
    assert moved is not None and len(moved) == 4
