from disclosure.audit.solving.equations import blocks, equations_of
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
