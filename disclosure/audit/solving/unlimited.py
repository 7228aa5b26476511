"""Which counts of a block have no upper limit, where there are conditions that no line can state.

A solver needs some large number to switch such conditions on and off, and that number is no limit. A count has none if
from some feasible table one can go on for ever in one direction in which it grows (a ray of the recession cone): so
the solver is asked for a point and a direction at once, and then for whole numbers under the same conditions.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.time_limit import solve

Flags = NDArray[np.bool_]

SOME_GROWTH: Final = 1e-6
"""Less than this, along a direction of length 1, is no growth."""


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
        if not len(switches) or _fits(feasible_tables, switches, on):
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
