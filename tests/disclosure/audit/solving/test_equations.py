import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving.equations import Equations, blocks, equations_of
from disclosure.audit.solving.integer import FeasibleTables
from tests.disclosure.audit.small_releases import square_system


def test_the_square_is_one_block_with_four_lines() -> None:
    system = square_system()
    (block,) = blocks(system, system.low < system.high)
    assert (len(block.cells), len(block.lines)) == (4, 4)


def test_what_fits_adds_up_within_its_bounds() -> None:
    system = square_system()
    (block,) = blocks(system, system.low < system.high)
    equations = equations_of(system, block, system.low, system.high)
    feasible = FeasibleTables(equations).seen_low
    assert equations.fit(feasible)
    assert not equations.fit(feasible + 1) and not equations.fit(equations.low - 1)


def test_moves_from_a_table_fit_if_the_table_that_they_lead_to_does() -> None:
    gap, none = disjunction_of_gap(0, (1, 4)), NO_LIMIT
    equations = Equations(np.array([[1, -1]]), np.array([0]), np.array([0, 0]), np.array([none, 9]), (gap,))
    moves = equations.moved_from(np.array([7, 7]))
    assert moves.high.tolist() == [none, 2]
    fitting = [move for move in range(-8, 4) if moves.fit(np.array([move, move]))]
    assert fitting == [-7, -2, -1, 0, 1, 2]
