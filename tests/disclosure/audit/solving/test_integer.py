import numpy as np

from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving.integer import Equations, FeasibleTables, blocks
from tests.disclosure.audit.small_releases import square_system

SUM = np.array([[1, 1]])


def equations(total: int, *disjunctions: object) -> Equations:
    return Equations(SUM, np.array([total]), np.array([0, 0]), np.array([9, 4]), disjunctions)  # type: ignore[arg-type]


def test_two_counts_with_a_sum() -> None:
    low, high = FeasibleTables(equations(6)).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([2, 0], [6, 4])


def test_a_gap_is_jumped() -> None:
    low, high = FeasibleTables(equations(6, disjunction_of_gap(0, (1, 4)))).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([5, 0], [6, 1])


def test_no_filling_is_told() -> None:
    assert not FeasibleTables(equations(14)).possible


def test_the_square_is_one_block_with_four_lines() -> None:
    system = square_system()
    (block,) = blocks(system, system.low < system.high)
    assert (len(block.cells), len(block.lines)) == (4, 4)
