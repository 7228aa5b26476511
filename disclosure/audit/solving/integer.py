"""Everything that is no network: three-way, nested and linked tables, by integer programming (HiGHS).

Solving in fractions is not enough: there are linked tables in which a cell is exact by parity alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, limited
from disclosure.audit.reading.system import System
from disclosure.audit.solving.network import Flags, component_of_nodes
from disclosure.audit.solving.time_limit import solve
from disclosure.audit.solving.unlimited import growing_cells

SOLVER_OPTIONS: Final = {
    "output_flag": False,
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
}
"""HiGHS shall say nothing and stop at the very best, not at a good one."""


@dataclass(frozen=True)
class Block:
    """Hidden cells that hang together, and the lines that tie them.

    Args:
        cells, lines: places in the system.
    """

    cells: Numbers
    lines: Numbers


def blocks(system: System, hidden: Flags) -> Iterator[Block]:
    """Split cells into blocks that share no line and no condition.

    Args:
        system: the release as the attacker reads it.
        hidden: the cells to split; shape (cells,).
    """
    n_lines = len(system.lines.dimension)
    tied = hidden[system.lines.cell]
    line, cell = system.lines.line[tied], system.lines.cell[tied]
    links = [
        (n_lines + min(disjunction.cells), n_lines + other)
        for disjunction in system.disjunctions
        for other in disjunction.cells
    ]
    here, there = np.array(links, dtype=np.int64).reshape(-1, 2).T
    part = component_of_nodes(
        np.concatenate([line, here]), np.concatenate([n_lines + cell, there]), n_lines + len(hidden)
    )
    of_line, of_cell = part[np.unique(line)], part[n_lines:]
    cells = np.flatnonzero(hidden)
    for number in np.unique(of_cell[cells]):
        yield Block(cells[of_cell[cells] == number], np.unique(line)[of_line == number])


@dataclass(frozen=True)
class Equations:
    """What the counts of one block must fulfil: each line adds up, each count keeps its bounds.

    Args:
        matrix: the lines, sparse: 1 for a part, -1 for a total; shape (lines, cells of the block).
        sums: what each line must come to, after the cells outside the block; shape (lines,).
        low, high: the bounds; shape (cells of the block,).
        disjunctions: conditions that no line can state, with the places of the cells in the block.
    """

    matrix: Any
    sums: Numbers
    low: Numbers
    high: Numbers
    disjunctions: tuple[Disjunction, ...]

    def fit(self, counts: Numbers) -> bool:
        """Whether some counts are a feasible table."""
        bounded = bool((counts >= self.low).all() and (counts <= self.high).all())
        added_up = bool((self.matrix @ counts == self.sums).all())
        return bounded and added_up and all(disjunction.holds(counts) for disjunction in self.disjunctions)


def equations_of(system: System, block: Block, low: Numbers, high: Numbers) -> Equations:
    """Write down one block, with all other cells at their known counts.

    Args:
        system: the release as the attacker reads it.
        block: the cells and lines.
        low, high: the counts that are possible as far as found; shape (cells of the system,).
    """
    inside = np.isin(np.arange(len(low)), block.cells)
    rows = system.matrix[block.lines]
    indices = {int(cell): index for index, cell in enumerate(block.cells)}
    disjunctions = tuple(
        disjunction.within(indices, low) for disjunction in system.disjunctions if disjunction.cells & indices.keys()
    )
    sums = -(rows @ np.where(inside, 0, low))
    return Equations(rows[:, block.cells], sums, low[block.cells], high[block.cells], disjunctions)


class FeasibleTables:
    """The feasible tables of one block, ready to be searched for the smallest and largest count of each cell.

    Args:
        equations: what they must fulfil.

    Attributes:
        possible: whether any feasible table exists.
        seen_low, seen_high: the smallest and largest count that a feasible table has shown; shape (cells,).
    """

    def __init__(self, equations: Equations) -> None:
        """Hand the equations to the solver and find a first feasible table."""
        self.equations, self.low, self.high = equations, equations.low, equations.high
        self._solver = solver_for(equations)
        counts = self._solve(np.zeros(len(self.low)))
        self.possible = counts is not None
        self.seen_low = (self.low if counts is None else counts).copy()
        self._endless = _endless(equations) & self.possible
        self.seen_high = np.where(self._endless, NO_LIMIT, self.seen_low)

    def ranges(self, wanted: Numbers) -> tuple[Numbers, Numbers]:
        """The smallest and largest count of some cells, in people; shape (cells of the block,).

        Args:
            wanted: the places of these cells in the block. Of the others, counts that are possible.
        """
        for weights in (np.where(self._endless, 0.0, 1.0), np.full(len(self.low), -1.0)):
            self._note(self._solve(weights))
        for cell in wanted:
            for upwards in (True, False):
                self.bound(cell, upwards=upwards)
        return self.seen_low, self.seen_high

    def moving(self, cells: Numbers) -> Flags:
        """True for each of some cells that has more than one possible count: two feasible tables show it."""
        together = np.zeros(len(self.low))
        together[cells] = 1.0
        for weights in (together, -together):
            self._note(self._solve(weights))
        for cell in map(int, cells):
            for upwards in (True, False):
                if self.seen_low[cell] == self.seen_high[cell]:
                    self.bound(cell, upwards=upwards)
        return self.seen_low[cells] < self.seen_high[cells]

    def bound(self, cell: int, *, upwards: bool) -> int:
        """The largest (or smallest) count of one cell over all feasible tables; `NO_LIMIT` if there is none."""
        seen, limit = (self.seen_high, self.high) if upwards else (self.seen_low, self.low)
        if seen[cell] != limit[cell]:
            weights = np.zeros(len(self.low))
            weights[cell] = 1 if upwards else -1
            counts = self._solve(weights)
            if counts is None:
                seen[cell] = NO_LIMIT
            self._note(counts)
        return int((self.seen_high if upwards else self.seen_low)[cell])

    def _note(self, counts: Numbers | None) -> None:
        """Take in one more feasible table."""
        if counts is not None:
            self.seen_low, self.seen_high = np.minimum(self.seen_low, counts), np.maximum(self.seen_high, counts)

    def _solve(self, weights: NDArray[np.float64]) -> Numbers | None:
        """A feasible table with the largest weighted sum of counts; None if there is none or no largest sum.

        Raises:
            ArithmeticError: the solver's answer is no feasible table.
        OutOfTimeError: there is a limit (`disclosure.audit.solving.time_limit`), and it is over.
        """
        from highspy import HighsModelStatus

        indices = np.arange(len(weights), dtype=np.int32)
        self._solver.changeColsCost(len(weights), indices, -weights)
        solve(self._solver)
        status = self._solver.getModelStatus()
        if status in (
            HighsModelStatus.kInfeasible,
            HighsModelStatus.kUnbounded,
            HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return None
        if status != HighsModelStatus.kOptimal:
            raise ArithmeticError(f"the solver gave up ({status}): please report this table.")
        counts = np.rint(self._solver.getSolution().col_value[: len(weights)]).astype(np.int64)
        if not self.equations.fit(counts):
            raise ArithmeticError("the solver returned counts that do not fit: please report this table.")
        return counts


def _endless(equations: Equations) -> Flags:
    """True for each cell without a limit that only conditions hide from the solver; shape (cells of the block,)."""
    if not equations.disjunctions or not (equations.high >= NO_LIMIT).any():
        return np.zeros(len(equations.low), dtype=bool)
    return growing_cells(equations, solver_for(equations, whole=False), solver_for(equations))


def solver_for(equations: Equations, *, whole: bool = True) -> Any:
    """A HiGHS model of a block: one number for each cell, one equation for each line, switches for disjunctions.

    Args:
        equations: what the counts must fulfil.
        whole: look for whole numbers only; otherwise fractions count, too.
    """
    from highspy import HighsVarType, kHighsInf
    from highspy._core import _Highs  # Highs itself prints a banner before it can be told not to
    from scipy.sparse import csr_array

    solver = _Highs()
    for option, value in SOLVER_OPTIONS.items():
        solver.setOptionValue(option, value)
    for low, high in zip(equations.low, equations.high, strict=True):
        solver.addVar(float(low), kHighsInf if high >= NO_LIMIT else float(high))
    rows = csr_array(equations.matrix)
    for row, total in enumerate(equations.sums):
        at = slice(rows.indptr[row], rows.indptr[row + 1])
        cells, signs = rows.indices[at].astype(np.int32), rows.data[at].astype(float)
        solver.addRow(float(total), float(total), len(cells), cells, signs)
    if equations.disjunctions and (equations.high >= NO_LIMIT).any():
        solver.setOptionValue("presolve", "off")  # it tightens large switches one person at a time
    high = limited(equations.low, equations.high, equations.sums, equations.disjunctions)
    for disjunction in equations.disjunctions:
        _add_disjunction(solver, disjunction, equations.low, high)
    if whole:
        columns = solver.getNumCol()
        kinds = np.full(columns, HighsVarType.kInteger)
        solver.changeColsIntegrality(columns, np.arange(columns, dtype=np.int32), kinds)
    return solver


def _add_disjunction(solver: Any, disjunction: Disjunction, low: Numbers, high: Numbers) -> None:
    """One switch for each alternative; the rows of an alternative hold where its switch is on."""
    from highspy import kHighsInf

    first, certain = solver.getNumCol(), len(disjunction.alternatives) == 1
    switches = np.arange(first, first + len(disjunction.alternatives), dtype=np.int32)
    for _ in switches:
        solver.addVar(float(certain), 1.0)
    solver.addRow(1.0, kHighsInf, len(switches), switches, np.ones(len(switches)))
    for switch, rows in zip(switches, disjunction.alternatives, strict=True):
        for row in rows:
            least, most = row.reach(low, high)
            if row.high is not None and (certain or most > row.high):
                _add_row(solver, row, (-kHighsInf, float(row.high)), None if certain else (switch, most - row.high))
            if row.low is not None and (certain or least < row.low):
                _add_row(solver, row, (float(row.low), kHighsInf), None if certain else (switch, least - row.low))


def _add_row(solver: Any, row: LinearConstraint, ends: tuple[float, float], switch: tuple[int, int] | None) -> None:
    """A weighted sum and its ends, which lie so much further out where the switch is off."""
    indices = np.array([*row.cells, *(switch or ())[:1]], dtype=np.int32)
    further = switch[1] if switch else 0
    weights = np.array([*row.weights, *(switch or ())[1:]], dtype=float)
    some = weights != 0
    solver.addRow(ends[0] + further, ends[1] + further, int(some.sum()), indices[some], weights[some])
