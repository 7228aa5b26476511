"""Which counts of a block have no upper limit, where there are conditions that no line can state.

A solver needs some large number to switch such conditions on and off, and that number is no limit. A count has none if
from some feasible table one can go on for ever in one direction in which it grows (a ray of the recession cone): so
the solver is asked for a point and a direction at once, and then for whole numbers under the same conditions.

Rates with many places make weights so steep that no solver can tell them from others in fractions. There it is asked
for a direction in whole numbers along which one feasible table goes on for ever, which is checked without rounding.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import solver_for
from disclosure.audit.solving.time_limit import solve

Flags = NDArray[np.bool_]

SOME_GROWTH: Final = 1e-6
"""Less than this, along a direction of length 1, is no growth."""


STEEP: Final = 10**6
"""Weights above this differ by less than solvers see in fractions."""


def growing_from(counts: Numbers, equations: Equations) -> Flags:
    """True for each cell of a block that can grow for ever from one feasible table, where weights are steep; (cells,).

    Args:
        counts: the feasible table; shape (cells,).
        equations: what the counts must fulfil.
    """
    growing = np.zeros(len(counts), dtype=bool)
    holding = [next(rows for rows in each.alternatives if _hold(rows, counts)) for each in equations.disjunctions]
    rows = tuple(_homogeneous(row) for rows in holding for row in rows)
    if max((abs(weight) for row in rows for weight in row.weights), default=0) < STEEP:
        return growing
    high = np.where(equations.high >= NO_LIMIT, NO_LIMIT, 0)
    zeros = np.zeros_like(equations.sums), np.zeros_like(equations.low)
    directions = Equations(equations.matrix, zeros[0], zeros[1], high, (Disjunction((rows,)),))
    solver = solver_for(directions)
    for cell in np.flatnonzero(high).tolist():
        if not growing[cell] and (direction := _shortest(solver, cell, directions)) is not None:
            growing |= direction > 0
    return growing


def _hold(rows: tuple[LinearConstraint, ...], counts: Numbers) -> bool:
    """Whether some counts fulfil all rows of an alternative."""
    return all(row.holds(counts) for row in rows)


def _homogeneous(row: LinearConstraint) -> LinearConstraint:
    """What a direction must fulfil so that a row that holds goes on to hold."""
    low, high = (None if bound is None else 0 for bound in (row.low, row.high))
    return LinearConstraint(row.cells, row.weights, low, high)


def _shortest(solver: Any, cell: int, directions: Equations) -> Numbers | None:
    """The shortest direction in which a cell grows, in whole numbers; None if none is found."""
    from highspy import HighsModelStatus, kHighsInf

    cells = np.arange(len(directions.low), dtype=np.int32)
    solver.changeColsCost(len(cells), cells, np.ones(len(cells)))
    solver.changeColBounds(cell, 1.0, kHighsInf)
    solve(solver)
    solved, values = solver.getModelStatus() == HighsModelStatus.kOptimal, solver.getSolution().col_value
    solver.changeColBounds(cell, 0.0, kHighsInf)
    found = np.rint(values[: len(cells)]).astype(np.int64)
    return found if solved and directions.fit(found) else None


def growing_cells(equations: Equations, points: Any, feasible_tables: Any) -> Flags:
    """True for each cell of a block that can grow for ever; shape (cells,).

    Args:
        equations: what the counts must fulfil.
        points: a model of all points that fulfil it, fractions included: cells, then a switch for each alternative.
        feasible tables: the same for whole numbers only. Both are changed.
    """
    first_switch, directions = len(equations.low), points.getNumCol()
    switches = np.arange(first_switch, directions, dtype=np.int32)
    _add_directions(points, equations, directions)
    left, growing = equations.high >= NO_LIMIT, np.zeros(len(equations.low), dtype=bool)
    while left.any():
        solution = _longest(points, left, directions)
        grown = left & (solution[directions:] > SOME_GROWTH)
        if not grown.any():
            break
        on = switches[solution[switches] > 1 / 2]
        if _fits(feasible_tables, switches, on):
            growing, left = growing | grown, left & ~grown
        else:
            points.addRow(0.0, float(len(on) - 1), len(on), on, np.ones(len(on)))
    return growing


def _add_directions(points: Any, equations: Equations, first: int) -> None:
    """Add a direction for each cell: along the lines, and where its switch is on, not towards any bound of a row."""
    from highspy import HighsVarType, kHighsInf
    from scipy.sparse import csr_array

    switches = np.arange(len(equations.low), first, dtype=np.int32)
    points.changeColsIntegrality(len(switches), switches, np.full(len(switches), HighsVarType.kInteger))
    for can_grow in equations.high >= NO_LIMIT:
        points.addVar(0.0, float(can_grow))
    rows = csr_array(equations.matrix)
    for start, stop in zip(rows.indptr, rows.indptr[1:], strict=False):
        cells = (rows.indices[start:stop] + first).astype(np.int32)
        points.addRow(0.0, 0.0, len(cells), cells, rows.data[start:stop].astype(float))
    alternatives = [rows for choice in equations.disjunctions for rows in choice.alternatives]
    for switch, of_switch in zip(switches, alternatives, strict=True):
        for row in of_switch:
            indices = np.array([*(cell + first for cell in row.cells), switch], dtype=np.int32)
            most = float(sum(map(abs, row.weights)))
            if row.high is not None:
                points.addRow(-kHighsInf, most, len(indices), indices, np.array([*row.weights, most], dtype=float))
            if row.low is not None:
                points.addRow(-most, kHighsInf, len(indices), indices, np.array([*row.weights, -most], dtype=float))


def _longest(points: Any, cells: Flags, first: int) -> NDArray[np.float64]:
    """The solution in which some cells grow most together."""
    columns = points.getNumCol()
    cost = np.zeros(columns)
    cost[first:] = -cells.astype(float)
    points.changeColsCost(columns, np.arange(columns, dtype=np.int32), cost)
    solve(points)
    return np.array(points.getSolution().col_value)


def _fits(feasible_tables: Any, switches: NDArray[np.int32], on: NDArray[np.int32]) -> bool:
    """Whether whole numbers fit where some switches are on."""
    from highspy import HighsModelStatus

    low = np.isin(switches, on).astype(float)
    feasible_tables.changeColsBounds(len(switches), switches, low, np.ones(len(switches)))
    solve(feasible_tables)
    return bool(feasible_tables.getModelStatus() == HighsModelStatus.kOptimal)
