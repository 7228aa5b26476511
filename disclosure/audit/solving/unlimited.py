"""Which counts of a block have no upper limit, where there are conditions that no line can state.

A program needs some bound for each count, and that bound is no limit. A count has none if from some feasible table one
can go on for ever in one direction in which it grows (a ray of the recession cone). Gaps never stand in the way: what
grows is beyond them at last. Where other conditions may, the program is asked for a table and a direction at once, both
in whole numbers.
"""

from math import inf
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, room
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import fractions_of
from disclosure.audit.solving.time_limit import solve
from disclosure.audit.solving.whole_numbers import WholeNumbers

Flags = NDArray[np.bool_]

SOME_GROWTH: Final = 1e-6
"""Less than this, along a direction of length 1, is no growth."""


def growing_cells(equations: Equations, most: Numbers, counts: Numbers, effort: float = inf) -> Flags:
    """True for each cell of a block that can grow for ever; shape (cells,).

    Args:
        equations: what the counts must fulfil.
        most: upper bounds of the counts, large enough where there is no limit; shape (cells,).
        counts: some feasible table; shape (cells,).
        effort: how long each search in whole numbers may take (see `WholeNumbers.largest`).

    Raises:
        ArithmeticError: that was not enough.
    """
    along_lines = _growing_along_lines(equations)
    if all(_holds_for_ever(each, counts, along_lines) for each in equations.disjunctions):
        return along_lines
    return _growing_under_conditions(equations, most, effort)


def _growing_along_lines(equations: Equations) -> Flags:
    """The cells that can grow for ever if there were no conditions but the lines: all in one direction."""
    left, growing = equations.high >= NO_LIMIT, np.zeros(len(equations.low), dtype=bool)
    nothing = np.zeros_like(equations.low)
    solver = fractions_of(Equations(equations.matrix, np.zeros_like(equations.sums), nothing, left.astype(int), ()))
    while left.any():
        solver.changeColsCost(len(left), np.arange(len(left), dtype=np.int32), -left.astype(float))
        solve(solver)
        grown = left & (np.array(solver.getSolution().col_value) > SOME_GROWTH)
        if not grown.any():
            break
        growing, left = growing | grown, left & ~grown
    return growing


def _holds_for_ever(condition: Disjunction, counts: Numbers, growing: Flags) -> bool:
    """Whether a condition surely holds at last, if some cells of a feasible table grow and grow."""
    return any(all(_row_holds_for_ever(row, counts, growing) for row in rows) for rows in condition.alternatives)


def _row_holds_for_ever(row: LinearConstraint, counts: Numbers, growing: Flags) -> bool:
    """The same of a row: of one cell that grows, or of cells that stay as they are."""
    if not growing[list(row.cells)].any():
        return row.holds(counts)
    return row.weights == (1,) and row.high is None


def _growing_under_conditions(equations: Equations, most: Numbers, effort: float) -> Flags:
    """The cells that can grow for ever, found step by step: in each at least one more."""
    left, growing = equations.high >= NO_LIMIT, np.zeros(len(most), dtype=bool)
    program = WholeNumbers(equations, most)
    directions = _directions(program, equations)
    while left.any():
        still = np.flatnonzero(left).tolist()
        program.keep_to(still, [1] * len(still), 1, None, of=directions)
        if program.largest(np.zeros_like(most), effort=effort) is None:
            break
        grown = left & (program.values(directions) > 0)
        growing, left = growing | grown, left & ~grown
    return growing


def _directions(program: WholeNumbers, equations: Equations) -> list[Any]:
    """One more variable for each cell: along the lines, and where a switch is on, not towards any bound of its rows."""
    from scipy.sparse import csr_array

    longest = room(equations.high, equations.disjunctions)
    directions = [program.variable(0, longest if free else 0) for free in equations.high >= NO_LIMIT]
    lines = csr_array(equations.matrix)
    for start, stop in zip(lines.indptr, lines.indptr[1:], strict=False):
        program.keep_to(lines.indices[start:stop].tolist(), lines.data[start:stop].tolist(), 0, 0, of=directions)
    for each, switches in zip(equations.disjunctions, program.switches, strict=True):
        for switch, rows in zip(switches, each.alternatives, strict=True):
            for row in rows:
                _turn_away(program, row, directions).only_enforce_if(switch)
    return directions


def _turn_away(program: WholeNumbers, row: LinearConstraint, directions: list[Any]) -> Any:
    """Let directions lead towards no bound of a row."""
    low, high = (None if bound is None else 0 for bound in (row.low, row.high))
    return program.keep_to(row.cells, row.weights, low, high, of=directions)
