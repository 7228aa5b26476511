"""Which cells are left to protect once all primary cells are hidden, on tables that can be checked by eye."""

import numpy as np
import pytest

from disclosure.repair.greedy_repair import greedy_repair
from disclosure.repair.protection import Protection, Width
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.repair.unmet_needs import with_unmet_needs
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question

SQUARE_AND_ONE = table_of([2, 2, 9], [2, 2, 20], [9, 30, 3])
"""Four small counts in a square cover each other; the 3 in the corner stands alone in its row and column."""


def named(problem: SuppressionProblem) -> set[tuple[str, ...]]:
    return {problem.views[0].system.names(cell) for view in problem.views for cell in view.needs}


def test_small_cells_that_cover_each_other_are_met() -> None:
    problem = question(SQUARE_AND_ONE)
    assert named(problem) == {("A", "N"), ("A", "S"), ("B", "N"), ("B", "S"), ("C", "W")}
    assert named(with_unmet_needs(problem)) == {("C", "W")}


@pytest.mark.parametrize(("protect", "left"), [(Width(2), {("C", "W")}), (Width(3), 5), ("whole range", 5)])
def test_a_wider_range_is_met_where_the_small_cells_give_it(
    protect: Protection, left: set[tuple[str, ...]] | int
) -> None:
    """Each 2 of the square can be 1 or 3, and no more: 3 beside 1, and 1 beside 3 below."""
    found = named(with_unmet_needs(question(SQUARE_AND_ONE, protect=protect)))
    assert found == left if isinstance(left, set) else len(found) == left


def test_the_repair_is_the_same() -> None:
    rng = np.random.default_rng(2)
    for _ in range(20):
        problem = question(table_of(*rng.integers(0, 15, size=(4, 3)).tolist()))
        assert greedy_repair(problem).tolist() == greedy_repair(with_unmet_needs(problem)).tolist()
