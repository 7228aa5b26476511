"""Which counts of a block have no upper limit, where there are conditions that no line can state.

A program needs some bound for each count, and that bound is no limit. A count has none if from some feasible table one
can go on for ever in one direction in which it grows (a ray of the recession cone): so the program is asked for a table
and a direction at once, both in whole numbers.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import LinearConstraint
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.whole_numbers import WholeNumbers

Flags = NDArray[np.bool_]

LONGEST: Final = 10**9
"""No direction goes further in any count: directions made of whole numbers can be told by small ones."""


def growing_cells(equations: Equations, most: Numbers) -> Flags:
    """True for each cell of a block that can grow for ever; shape (cells,).

    Args:
        equations: what the counts must fulfil.
        most: upper bounds of the counts, large enough where there is no limit; shape (cells,).
    """
    left, growing = equations.high >= NO_LIMIT, np.zeros(len(most), dtype=bool)
    if not left.any():
        return growing
    program = WholeNumbers(equations, most)
    directions = _directions(program, equations)
    most_at_once = int(not equations.disjunctions)  # a search for the best among conditions would take too long
    while left.any():
        still = np.flatnonzero(left).tolist()
        program.keep_to(still, [1] * len(still), 1, None, of=directions)
        if program.largest(left * most_at_once, of=directions) is None:
            break
        grown = left & (program.values(directions) > 0)
        growing, left = growing | grown, left & ~grown
    return growing


def _directions(program: WholeNumbers, equations: Equations) -> list[Any]:
    """One more variable for each cell: along the lines, and where a switch is on, not towards any bound of its rows."""
    from scipy.sparse import csr_array

    directions = [program.variable(0, LONGEST if free else 0) for free in equations.high >= NO_LIMIT]
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
