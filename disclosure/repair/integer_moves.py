"""Cheapest moves in any table: integer programs, each asked in fractions first.

A program in fractions (its linear relaxation) is solved many times as fast. If the cheapest table in fractions is
whole, no whole one is cheaper; if there is none in fractions, there is none in whole numbers.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import limited
from disclosure.audit.solving.equations import Equations, blocks, equations_of
from disclosure.audit.solving.models import empty_solver
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import solve
from disclosure.audit.solving.whole_numbers import WholeNumbers
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem

Reals = NDArray[np.float64]
ALMOST_WHOLE: Final = 1e-6
"""How far a count in fractions may lie from a whole number, for the solver rounds."""

DEAREST: Final = 10**6
"""The largest price that a solver in floating point is given."""

DEAREST_OF_ALL: Final = 2**60
"""What all moves together may cost, as a solver in whole numbers is given it."""


class IntegerMoves:
    """Moves in any table: the whole-number feasible table that moves the cell at the least price.

    Args:
        problem: what may be hidden, and at what price.
        view: the table in the eyes of one attacker.
    """

    free_first = step_by_step = False
    """Where hidden cells are enough, the answer is made of these in any case: they cost nothing."""

    def __init__(self, problem: SuppressionProblem, view: AttackerSubproblem) -> None:
        """Find the blocks of cells that hang together; programs are written when they are first needed."""
        self.view, self.cost = view, problem.cost
        self.blocks = tuple(blocks(view.system, view.system.low < view.system.high))
        self.tied = np.zeros(len(view.count), dtype=bool)
        self.tied[view.system.lines.cell] = True
        self.farthest = max((max(need.levels) for need in view.needs.values()), default=1)
        self.equations: dict[int, Equations] = {}
        self.programs: dict[tuple[int, bool], _Fractions | _WholeNumbers] = {}

    def move(self, cell: int, amount: int, hidden: Flags, *, free: bool, just: bool = False) -> Numbers | None:
        """Solve the program of the block in which the cell lies."""
        if not self.tied[cell]:
            return np.array([cell])
        for number, block in enumerate(self.blocks):
            if cell in block.cells:
                return self._moved(number, cell, amount, hidden, free=free, just=just)
        return None

    def _moved(self, number: int, cell: int, amount: int, hidden: Flags, *, free: bool, just: bool) -> Numbers | None:
        """The cells of a block that move: by a program in fractions if its answer is whole, else in whole numbers."""
        block = self.blocks[number]
        count, price = self.view.count[block.cells], np.where(hidden, 0, self.cost)[block.cells]
        farthest = np.where(free & ~hidden[block.cells], 0, NO_LIMIT)
        index = int(np.flatnonzero(block.cells == cell)[0])
        for whole in (False, True):
            found = self._program(number, whole=whole).cheapest_table(index, amount, price, farthest, just=just)
            if found is None and whole:
                return None
            if found is not None and self.equations[number].fit(found):
                return block.cells[found != count]
        return None

    def _program(self, number: int, *, whole: bool) -> "_Fractions | _WholeNumbers":
        """The program of a block, written once."""
        block, system = self.blocks[number], self.view.system
        if number not in self.equations:
            self.equations[number] = equations_of(system, block, system.low, system.high)
        if (number, whole) not in self.programs:
            count, equations = self.view.count[block.cells], self.equations[number]
            self.programs[number, whole] = (
                _WholeNumbers(count, equations, self.farthest) if whole else _Fractions(count, equations)
            )
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
        self.count, self.equations, self.solver = count, equations, empty_solver()
        up = np.where(equations.high >= NO_LIMIT, NO_LIMIT, equations.high - count)
        self.room = np.array([up, count - equations.low])
        columns, (lines, cells) = equations.matrix.tocsc(), equations.matrix.shape
        none, nothing = np.zeros(0, dtype=np.int32), np.zeros(lines)
        self.solver.addRows(lines, nothing, nothing, 0, np.zeros(lines, dtype=np.int32), none, np.zeros(0))
        starts, rows = columns.indptr[:-1].astype(np.int32), columns.indices.astype(np.int32)
        for sign, room in zip((1.0, -1.0), self.room, strict=True):
            weights = sign * columns.data
            self.solver.addCols(cells, np.zeros(cells), np.zeros(cells), _ends(room), len(rows), starts, rows, weights)

    def cheapest_table(
        self, index: int, amount: int, price: Numbers, farthest: Numbers, *, just: bool = False
    ) -> Numbers | None:
        """The counts of the cheapest feasible table in which one cell moves so far; None if it is not found for sure.

        Args:
            index: the place of the cell in the block.
            amount: how far it moves at least; down, where below 0.
            price: what each step of each count costs; shape (cells of the block,).
            farthest: how far each of the others may move; shape (cells of the block,).
            just: the cell moves so far and no farther.
        """
        from highspy import HighsModelStatus

        way, least, most = int(amount < 0), np.zeros_like(self.room), np.minimum(self.room, farthest)
        least[way, index], most[1 - way, index] = abs(amount), 0
        if least[way, index] > most[way, index]:
            return None
        most[way, index] = abs(amount) if just else most[way, index]
        columns = np.arange(most.size, dtype=np.int32)
        self.solver.changeColsBounds(len(columns), columns, _ends(least.ravel()), _ends(most.ravel()))
        self.solver.changeColsCost(len(columns), columns, np.tile(_scaled(price), 2))
        solve(self.solver)
        if self.solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        up, down = np.asarray(self.solver.getSolution().col_value).reshape(2, -1)
        table = np.rint(up - down)
        return self.count + table.astype(np.int64) if np.abs(up - down - table).max() < ALMOST_WHOLE else None


class _WholeNumbers:
    """One block of cells as a program in whole numbers: how far each count moves, and the same without its sign.

    Args:
        count, equations: as for `_Fractions`.
        farthest: how far any cell is asked to move: what bounds counts that have no limit must not stand in its way.
    """

    def __init__(self, count: Numbers, equations: Equations, farthest: int) -> None:
        """Write the distances behind all that the equations need."""
        self.count, self.moves = count, equations.moved_from(count)
        self.most = _enough(self.moves, farthest)
        self.program = WholeNumbers(self.moves, self.most)
        self.reach = np.maximum(self.most, -self.moves.low)
        self.distances = [self.program.variable(0, reach) for reach in self.reach.tolist()]
        for pair in zip(self.distances, self.program.counts, strict=True):
            for sign in (1, -1):
                self.program.keep_to((0, 1), (1, sign), 0, None, of=pair)

    def cheapest_table(
        self, index: int, amount: int, price: Numbers, farthest: Numbers, *, just: bool = False
    ) -> Numbers | None:
        """The same in whole numbers (see `_Fractions.cheapest_table`); None if there is none.

        Raises:
            ValueError: the numbers are too large for the solver.
        """
        least, most = np.maximum(self.moves.low, -farthest), np.minimum(self.most, farthest)
        if not least[index] <= amount <= most[index]:
            return None
        for bound in (least, most) if just else (least if amount > 0 else most,):
            bound[index] = amount
        for cell, ends in enumerate(zip(least.tolist(), most.tolist(), strict=True)):
            self.program.bound(cell, *ends)
        moves = self.program.largest(-_in_64_bits(price, self.reach), of=self.distances)
        return None if moves is None else self.count + moves


def _enough(moves: Equations, farthest: int) -> Numbers:
    """Upper bounds of moves, with a large enough number where there is none; shape (cells,).

    Cheapest moves are made of elementary ones that no line notices (circuits). Each of them lets the cell go a step
    that is asked to go, or a count a step towards the other side of its gap, or it could be left out. So no count goes
    further than all of these together. Conditions on several cells at once may need more.

    Args:
        moves: what moves must fulfil.
        farthest: how far any cell is asked to move.
    """
    rows = [[row for rows in each.alternatives for row in rows] for each in moves.disjunctions]
    enough = limited(moves.low, moves.high, moves.sums, moves.disjunctions)
    if all(len(row.cells) == 1 for each in rows for row in each):
        ends = ([abs(end) for row in each for end in (row.low, row.high) if end is not None] for each in rows)
        enough = np.full(len(moves.low), sum(map(max, ends)))
    return np.where(moves.high >= NO_LIMIT, enough + farthest, moves.high)


def _scaled(price: Numbers) -> Reals:
    """Prices as the solver takes them: among very large ones it could not tell the cheapest table from none.

    Examples:
        >>> _scaled(np.array([1, 3])), _scaled(np.array([5, 10**9]))
        (array([1., 3.]), array([5.e-03, 1.e+06]))
    """
    return price / max(1.0, int(price.max(initial=0)) / DEAREST)


def _in_64_bits(price: Numbers, reach: Numbers) -> Numbers:
    """Prices as the solver in whole numbers takes them: coarser where the dearest table of all would cost too much.

    Args:
        price: what each step of each count costs; shape (cells,).
        reach: how far each may move; shape (cells,).

    Examples:
        >>> _in_64_bits(np.array([0, 1, 3]), np.array([9, 9, 9]))
        array([0, 1, 3])
        >>> _in_64_bits(np.array([0, 1, 10**12]), np.array([10**12] * 3))
        array([     0,      1, 576460])
    """
    dearest = sum(map(int.__mul__, price.tolist(), reach.tolist()))
    unit = 2 * dearest // DEAREST_OF_ALL + 1
    return np.where(price > 0, np.maximum(price // unit, 1), 0)


def _ends(numbers: Numbers) -> Reals:
    """Bounds as the solver takes them: without an end where there is no limit."""
    from highspy import kHighsInf

    return np.where(numbers >= NO_LIMIT, kHighsInf, numbers.astype(float))
