"""Which counts of a block have no upper limit, where there are conditions that no line can state.

A program needs some bound for each count, and that bound is no limit. A count has none if from some feasible table one
can go on for ever in one direction in which it grows (a ray of the recession cone). Gaps never stand in the way: what
grows is beyond them at last. Where other conditions may, directions are looked for from one feasible table, as its
alternatives allow (of a table with fractions, too, there are directions in whole numbers; Meyer 1974). What might grow
under other alternatives is asked for together with a table of these.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, room
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import fractions_of
from disclosure.audit.solving.relaxation import Relaxation
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
    return _growing_under_conditions(equations, most, counts, effort)


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


def _growing_under_conditions(equations: Equations, most: Numbers, counts: Numbers, effort: float) -> Flags:
    """The cells that can grow for ever: from a feasible table, or from another one."""
    here = [each.first_that_holds(counts) or () for each in equations.disjunctions]
    everywhere = [each.alternatives[0] for each in equations.disjunctions if len(each.alternatives) == 1]
    free = equations.high >= NO_LIMIT
    growing, possibly = _growing_in(Relaxation(_cone(equations, here)), free)
    left = possibly & ~growing
    if len(everywhere) < len(here):  # there are other alternatives
        _, left = _growing_in(Relaxation(_cone(equations, everywhere)), free & ~growing)
        left = _growing_under_alternatives(equations, left)
    if not left.any():
        return growing
    program = WholeNumbers(equations, most)
    return growing | _step_by_step(program, _directions(program, equations), left, effort)


def _cone(equations: Equations, alternatives: Sequence[Sequence[LinearConstraint]]) -> Equations:
    """What directions must fulfil: along the lines, and towards no bound of some rows."""
    ends = np.where(equations.high >= NO_LIMIT, NO_LIMIT, 0)
    rows = (Disjunction((tuple(map(_turned_away, each)),)) for each in alternatives)
    return Equations(equations.matrix, np.zeros_like(equations.sums), np.zeros_like(ends), ends, tuple(rows))


def _turned_away(row: LinearConstraint) -> LinearConstraint:
    """The row that directions fulfil which lead towards no bound of a row."""
    return replace(row, low=None if row.low is None else 0, high=None if row.high is None else 0)


def _growing_in(cone: Relaxation, asked: Flags) -> tuple[Flags, Flags]:
    """Those of some cells that grow along some direction: which surely do, and which do as far as floating point tells.

    Args:
        cone: what directions must fulfil.
        asked: the cells; shape (cells,).
    """
    surely, possibly = np.zeros_like(asked), np.zeros_like(asked)
    for cell in np.flatnonzero(asked):
        if not surely[cell]:
            possibly[cell], steps = cone.direction(int(cell))
            surely[[other for other, step in enumerate(steps) if step > 0]] = True
    return surely, possibly


def _growing_under_alternatives(equations: Equations, asked: Flags) -> Flags:
    """Those of some cells that grow along some direction of length 1, whichever alternatives are chosen; no table is.

    Args:
        equations: what the counts must fulfil.
        asked: the cells; shape (cells,).
    """
    from highspy import HighsModelStatus, HighsVarType

    ends = np.where(equations.high >= NO_LIMIT, 1, 0)
    nothing = np.zeros_like(ends)
    solver = fractions_of(Equations(equations.matrix, np.zeros_like(equations.sums), nothing, ends, ()))
    for each in equations.disjunctions:
        first = solver.getNumCol()
        for rows in each.alternatives:
            solver.addVar(0.0, 1.0)
            solver.changeColIntegrality(solver.getNumCol() - 1, HighsVarType.kInteger)
            for row in map(_turned_away, rows):
                _add_switched(solver, row, solver.getNumCol() - 1)
        switches = np.arange(first, solver.getNumCol(), dtype=np.int32)
        solver.addRow(1.0, inf, len(switches), switches, np.ones(len(switches)))
    growing = np.zeros_like(asked)
    for cell in np.flatnonzero(asked):
        if not growing[cell]:
            solver.changeColCost(cell, -1.0)
            solve(solver)
            if solver.getModelStatus() == HighsModelStatus.kOptimal:
                growing |= asked & (np.array(solver.getSolution().col_value)[: len(asked)] > SOME_GROWTH)
            else:
                growing[cell] = True
            solver.changeColCost(cell, 0.0)
    return growing


def _add_switched(solver: Any, row: LinearConstraint, switch: int) -> None:
    """Add a row that holds where its switch is 1, for numbers of 1 at most."""
    reach = float(sum(map(abs, row.weights)))
    columns = np.array([*row.cells, switch], dtype=np.int32)
    if row.low is not None:
        solver.addRow(-reach, inf, len(columns), columns, np.array([*row.weights, -reach]))
    if row.high is not None:
        solver.addRow(-inf, reach, len(columns), columns, np.array([*row.weights, reach]))


def _step_by_step(program: WholeNumbers, directions: list[Any], asked: Flags, effort: float) -> Flags:
    """Those of some cells that grow along some direction: in each step one more at least."""
    left = asked.copy()
    while left.any():
        still = np.flatnonzero(left).tolist()
        program.keep_to(still, [1] * len(still), 1, None, of=directions)
        if program.largest(np.zeros(len(asked), dtype=np.int64), effort=effort) is None:
            break
        left &= program.values(directions) == 0
    return asked & ~left


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
            for row in map(_turned_away, rows):
                kept = program.keep_to(row.cells, row.weights, row.low, row.high, of=directions)
                kept.only_enforce_if(switch)
    return directions
