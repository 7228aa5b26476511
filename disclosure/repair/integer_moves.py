"""Cheapest moves in any table: integer programs, each asked in fractions first.

A program in fractions (its linear relaxation) is solved many times as fast. If the cheapest table in fractions is
whole, no whole one is cheaper; if there is none in fractions, there is none in whole numbers.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.equations import Equations, blocks, equations_of
from disclosure.audit.solving.models import empty_solver, solver_for
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import solve
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem

Reals = NDArray[np.float64]
ALMOST_WHOLE: Final = 1e-6
"""How far a count in fractions may lie from a whole number, for the solver rounds."""


class IntegerMoves:
    """Moves in any table: the whole-number feasible table that moves the cell at the least price.

    Args:
        problem: what may be hidden, and at what price.
        view: the table in the eyes of one attacker.
    """

    free_first = False
    """Where hidden cells are enough, the answer is made of these in any case: they cost nothing."""

    def __init__(self, problem: SuppressionProblem, view: AttackerSubproblem) -> None:
        """Find the blocks of cells that hang together; programs are written when they are first needed."""
        self.view, self.cost = view, problem.cost
        self.blocks = tuple(blocks(view.system, view.system.low < view.system.high))
        self.tied = np.zeros(len(view.count), dtype=bool)
        self.tied[view.system.lines.cell] = True
        self.equations: dict[int, Equations] = {}
        self.programs: dict[tuple[int, bool], _Fractions | _WholeNumbers] = {}

    def move(self, cell: int, amount: int, hidden: Flags, *, free: bool) -> Numbers | None:
        """Solve the program of the block in which the cell lies."""
        if not self.tied[cell]:
            return np.array([cell])
        for number, block in enumerate(self.blocks):
            if cell in block.cells:
                return self._moved(number, cell, amount, hidden, free=free)
        return None

    def _moved(self, number: int, cell: int, amount: int, hidden: Flags, *, free: bool) -> Numbers | None:
        """The cells of a block that move: by a program in fractions if its answer is whole, else in whole numbers."""
        block = self.blocks[number]
        count, price = self.view.count[block.cells], np.where(hidden, 0, self.cost)[block.cells]
        farthest = np.where(free & ~hidden[block.cells], 0, NO_LIMIT)
        index = int(np.flatnonzero(block.cells == cell)[0])
        for whole in (False, True):
            found = self._program(number, whole=whole).cheapest_table(index, amount, price, farthest)
            if found is None:
                return None
            table = np.rint(found).astype(np.int64)
            if whole or (np.abs(found - table).max() < ALMOST_WHOLE and self.equations[number].fit(table)):
                return block.cells[table != count]
        return None

    def _program(self, number: int, *, whole: bool) -> "_Fractions | _WholeNumbers":
        """The program of a block, written once."""
        block, system = self.blocks[number], self.view.system
        if number not in self.equations:
            self.equations[number] = equations_of(system, block, system.low, system.high)
        if (number, whole) not in self.programs:
            kind = _WholeNumbers if whole else _Fractions
            self.programs[number, whole] = kind(self.view.count[block.cells], self.equations[number])
        return self.programs[number, whole]


class _Fractions:
    """One block of cells as a program in fractions: how far each count goes up, and how far it goes down.

    Conditions that no line can state are left out. So no table that fulfils them is cheaper than what is found.

    Args:
        count: the count of each cell in the table; shape (cells of the block,).
        equations: what tables must fulfil.
    """

    def __init__(self, count: Numbers, equations: Equations) -> None:
        """Write two columns for each cell, the first half for ways up; what goes into a line must come out of it."""
        self.count, self.solver = count, empty_solver()
        up = np.where(equations.high >= NO_LIMIT, NO_LIMIT, equations.high - count)
        self.room = np.array([up, count - equations.low])
        columns, (lines, cells) = equations.matrix.tocsc(), equations.matrix.shape
        none, nothing = np.zeros(0, dtype=np.int32), np.zeros(lines)
        self.solver.addRows(lines, nothing, nothing, 0, np.zeros(lines, dtype=np.int32), none, np.zeros(0))
        starts, rows = columns.indptr[:-1].astype(np.int32), columns.indices.astype(np.int32)
        for sign, room in zip((1.0, -1.0), self.room, strict=True):
            weights = sign * columns.data
            self.solver.addCols(cells, np.zeros(cells), np.zeros(cells), _ends(room), len(rows), starts, rows, weights)

    def cheapest_table(self, index: int, amount: int, price: Numbers, farthest: Numbers) -> Reals | None:
        """The counts of the cheapest feasible table in which one cell moves so far; None if there is none.

        Args:
            index: the place of the cell in the block.
            amount: how far it moves at least; down, where below 0.
            price: what each step of each count costs; shape (cells of the block,).
            farthest: how far each of the others may move; shape (cells of the block,).
        """
        from highspy import HighsModelStatus

        way, least, most = int(amount < 0), np.zeros_like(self.room), np.minimum(self.room, farthest)
        least[way, index], most[1 - way, index] = abs(amount), 0
        if least[way, index] > most[way, index]:
            return None
        columns = np.arange(most.size, dtype=np.int32)
        self.solver.changeColsBounds(len(columns), columns, _ends(least.ravel()), _ends(most.ravel()))
        self.solver.changeColsCost(len(columns), columns, np.tile(price, 2).astype(float))
        solve(self.solver)
        if self.solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        up, down = np.asarray(self.solver.getSolution().col_value).reshape(2, -1)
        return self.count + up - down


class _WholeNumbers:
    """One block of cells as an integer program: each count, and how far it is from the count of the table.

    Args:
        count, equations: as for `_Fractions`.
    """

    def __init__(self, count: Numbers, equations: Equations) -> None:
        """Write the distances behind all that the equations need."""
        from highspy import kHighsInf

        self.count, self.low, self.high = count, equations.low, equations.high
        self.solver = solver_for(equations)
        self.first = self.solver.getNumCol()
        ones = np.array([1.0, 1.0])
        for index, here in enumerate(map(float, count)):
            self.solver.addVar(0.0, kHighsInf)
            pair = np.array([self.first + index, index], dtype=np.int32)
            self.solver.addRow(here, kHighsInf, 2, pair, ones)
            self.solver.addRow(-here, kHighsInf, 2, pair, ones * (1, -1))

    def cheapest_table(self, index: int, amount: int, price: Numbers, farthest: Numbers) -> Reals | None:
        """The same in whole numbers (see `_Fractions.cheapest_table`)."""
        from highspy import HighsModelStatus

        distances = np.arange(self.first, self.first + len(self.count), dtype=np.int32)
        self.solver.changeColsBounds(len(distances), distances, np.zeros(len(distances)), _ends(farthest))
        self.solver.changeColsCost(len(distances), distances, price.astype(float))
        aim, low, high = int(self.count[index] + amount), int(self.low[index]), int(self.high[index])
        if aim < low or aim > high:
            return None
        least, most = (aim, high) if amount > 0 else (low, aim)
        self.solver.changeColBounds(index, *_ends(np.array([least, most])))
        try:
            solve(self.solver)
            solved = self.solver.getModelStatus() == HighsModelStatus.kOptimal
            counts = np.asarray(self.solver.getSolution().col_value)[: len(self.count)]
        finally:
            self.solver.changeColBounds(index, *_ends(np.array([low, high])))
        return counts if solved else None


def _ends(numbers: Numbers) -> Reals:
    """Bounds as the solver takes them: without an end where there is no limit."""
    from highspy import kHighsInf

    return np.where(numbers >= NO_LIMIT, kHighsInf, numbers.astype(float))
