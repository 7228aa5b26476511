"""Cheapest moves in any table: integer programs, each asked in fractions first.

A program in fractions (its linear relaxation) is solved many times as fast. If the cheapest table in fractions is
whole, no whole one is cheaper; if there is none in fractions, there is none in whole numbers.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.integer import Block, Equations, blocks, equations_of, solver_for
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

    def __init__(self, problem: SuppressionProblem, view: AttackerSubproblem) -> None:
        """Find the blocks of cells that hang together; programs are written when they are first needed."""
        self.view, self.cost = view, problem.cost
        self.blocks = tuple(blocks(view.system, view.system.low < view.system.high))
        self.tied = np.zeros(len(view.count), dtype=bool)
        self.tied[view.system.lines.cell] = True
        self.equations: dict[int, Equations] = {}
        self.programs: dict[tuple[int, bool], _Program] = {}

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
        index = int(np.flatnonzero(block.cells == cell)[0])
        for whole in (False, True):
            program = self._program(number, whole=whole)
            found = program.cheapest_table(index, amount, price, hidden[block.cells], free=free)
            if found is None:
                return None
            table = np.rint(found).astype(np.int64)
            if whole or (np.abs(found - table).max() < ALMOST_WHOLE and self.equations[number].fit(table)):
                return block.cells[table != count]
        return None

    def _program(self, number: int, *, whole: bool) -> "_Program":
        """The program of a block, written once."""
        block, system = self.blocks[number], self.view.system
        if number not in self.equations:
            self.equations[number] = equations_of(system, block, system.low, system.high)
        if (number, whole) not in self.programs:
            self.programs[number, whole] = _Program(self.view, block, self.equations[number], whole=whole)
        return self.programs[number, whole]


class _Program:
    """One block of cells as a program: each count, and how far it is from the count of the table."""

    def __init__(self, view: AttackerSubproblem, block: Block, equations: Equations, *, whole: bool) -> None:
        from highspy import kHighsInf

        self.count, self.low, self.high = view.count[block.cells], equations.low, equations.high
        self.solver = solver_for(equations, whole=whole)
        self.first = self.solver.getNumCol()
        ones = np.array([1.0, 1.0])
        for index, count in enumerate(map(float, self.count)):
            self.solver.addVar(0.0, kHighsInf)
            pair = np.array([self.first + index, index], dtype=np.int32)
            self.solver.addRow(count, kHighsInf, 2, pair, ones)
            self.solver.addRow(-count, kHighsInf, 2, pair, ones * (1, -1))

    def cheapest_table(self, index: int, amount: int, price: Numbers, hidden: Flags, *, free: bool) -> Reals | None:
        """The counts of the cheapest feasible table in which one cell moves so far; None if there is none."""
        from highspy import HighsModelStatus, kHighsInf

        distances = np.arange(self.first, self.first + len(self.count), dtype=np.int32)
        farthest = np.where(free & ~hidden, 0.0, kHighsInf)
        self.solver.changeColsBounds(len(distances), distances, np.zeros(len(distances)), farthest)
        self.solver.changeColsCost(len(distances), distances, price.astype(float))
        aim = float(self.count[index] + amount)
        low, high = float(self.low[index]), kHighsInf if self.high[index] >= NO_LIMIT else float(self.high[index])
        if aim < low or aim > high:
            return None
        self.solver.changeColBounds(index, aim if amount > 0 else low, high if amount > 0 else aim)
        try:
            solve(self.solver)
            solved = self.solver.getModelStatus() == HighsModelStatus.kOptimal
            counts = np.asarray(self.solver.getSolution().col_value)[: len(self.count)]
        finally:
            self.solver.changeColBounds(index, low, high)
        return counts if solved else None
