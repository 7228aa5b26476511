"""Cuts: conditions that every repair fulfils and a wrong one breaks, found by asking how far a cell can move at most.

How far a count can move, given which cells are hidden, is a linear program. Its dual gives a bound that holds for
every choice of hidden cells: so many people for each of them. These are the capacity constraints of Fischetti and
Salazar-González (2001, Management Science 47(7)). They look at fractions; where people come whole and a cell is still
given away, a second kind of cut says that one of the cells must be hidden that make a difference.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.largest_sums import SCALE
from disclosure.audit.solving.models import empty_solver
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import solve
from disclosure.repair.cheapest_moves import cheapest, moves_for
from disclosure.repair.protection import ProtectionLevels
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem

Shares = NDArray[np.float64]
SLACK: Final = 1e-6


@dataclass(frozen=True)
class Cut:
    """A cell can move no further than a constant and so much for each complementary cell that is hidden.

    Args:
        constant: how far it can move with the cells that are hidden in any case.
        cells: places of complementary cells.
        weights: how much each adds at most if it is hidden, in people.
    """

    constant: float
    cells: Numbers
    weights: Shares

    def reach(self, shares: Shares) -> float:
        """How far the cell can move at most, given the share of each cell that is hidden; shape (cells,)."""
        return float(self.constant + self.weights @ shares[self.cells])


def most(need: ProtectionLevels, *, upwards: bool) -> int:
    """How far a repair ever needs a cell to move in one direction, in people.

    Examples:
        >>> most(ProtectionLevels(0, 0, sliding=1, room_up=3, room_down=0), upwards=True)
        1
    """
    room, least, other = (need.room_up, need.upper, need.lower) if upwards else (need.room_down, need.lower, need.upper)
    return min(room, max(need.sliding - other, least))


class CapacityCuts:
    """Finds cuts in the eyes of one attacker.

    Args:
        problem: what must be hidden, what may be.
        view: the table in the attacker's eyes.
    """

    def __init__(self, problem: SuppressionProblem, view: AttackerSubproblem) -> None:
        """Write the lines down."""
        from scipy.sparse import csc_array

        self.problem, self.view, self.moves = problem, view, moves_for(problem, view)
        self.matrix = csc_array(view.system.matrix.astype(np.int64))
        self.across = self.matrix.T
        self.up, self.down = view.room_up, view.room_down

    def program(self, shares: Shares, *, clipped: bool) -> "_Program":
        """How far cells can move if each cell is hidden to some share; shape of ``shares``: (cells,).

        Args:
            shares: for each cell the share that is hidden, from 0 to 1.
            clipped: no cell moves further than a repair ever needs: gives better cuts from shares.
        """
        needs = self.view.needs.values()
        farthest = max((most(need, upwards=way) for need in needs for way in (True, False)), default=1)
        rooms = int(np.where(self.up < NO_LIMIT, self.up, 0).sum() + self.down.sum())
        return _Program(self, shares, farthest if clipped else 2 * (rooms + farthest))

    def cut_from(self, cell: int, limit: int, duals: Shares, *, upwards: bool) -> Cut | None:
        """Turn the duals of the lines into a cut; None if it says nothing.

        Args:
            cell: the place of the cell that moves.
            limit: how far a repair ever needs it to move in this direction.
            duals: a number for each line; whichever they are, the cut is right.
            upwards: the direction.
        """
        whole = np.rint(-duals * SCALE).astype(np.int64)
        pull = -(self.across @ whole)
        pull[cell] += SCALE if upwards else -SCALE
        room = np.where(pull > 0, self.up, np.where(pull < 0, self.down, 0))
        weights = np.minimum(np.abs(pull).astype(float) * room, limit * SCALE).astype(np.int64)
        constant = int(weights[self.problem.always].sum())
        if constant >= limit * SCALE:
            return None
        cells = np.flatnonzero((weights > 0) & self.problem.may_hide)
        return Cut(constant / SCALE, cells, np.minimum(weights[cells], limit * SCALE - constant) / SCALE)

    def given_away(self, hidden: Flags) -> list[int]:
        """The places of the primary cells that are not protected, people being whole; shape of ``hidden``: (cells,)."""
        return [cell for cell in self.view.needs if not self._protects(hidden, cell)]

    def cut_of_whole_people(self, cell: int, hidden: Flags) -> Cut:
        """Of the cells that are printed, find a few of which at least one must be hidden to protect a cell.

        All others are hidden as well as long as the cell is still not protected.

        Args:
            cell: a primary cell that is not protected.
            hidden: the cells that are hidden; shape (cells,).
        """
        printed = np.flatnonzero(self.problem.may_hide & ~hidden)
        needed = np.flatnonzero(self.problem.may_hide & ~self._with_useless(cell, hidden, printed))
        return Cut(0.0, needed, np.ones(len(needed)))

    def _with_useless(self, cell: int, hidden: Flags, some: Numbers) -> Flags:
        """Hide those of some cells that do not protect a cell: all at once, or else half by half."""
        more = hidden.copy()
        more[some] = True
        if not self._protects(more, cell):
            return more
        if len(some) < 2:
            return hidden
        for half in np.array_split(some, 2):
            hidden = self._with_useless(cell, hidden, half)
        return hidden

    def _protects(self, hidden: Flags, cell: int) -> bool:
        """Whether a cell can move as far as it must."""
        need = self.view.needs[cell]
        return cheapest(self.moves, cell, need, hidden, self.problem.cost, free=True) is not None


class _Program:
    """The linear program of all moves, for some shares of hidden cells.

    Moves that were found for one cell show how far others can go as well: these need not be asked any more.
    """

    def __init__(self, cuts: CapacityCuts, shares: Shares, limit: int) -> None:
        self.cuts = cuts
        self.cells = np.flatnonzero((shares > SLACK) & (np.diff(cuts.matrix.indptr) > 0))
        self.place = {int(cell): number for number, cell in enumerate(self.cells)}
        share = shares[self.cells]
        low, high = -np.minimum(cuts.down[self.cells], limit) * share, np.minimum(cuts.up[self.cells], limit) * share
        part = cuts.matrix[:, self.cells]
        lines, columns = part.shape
        solver = self.solver = empty_solver()
        none, zeros = np.zeros(0, dtype=np.int32), np.zeros(lines)
        solver.addRows(lines, zeros, zeros, 0, np.zeros(lines, dtype=np.int32), none, np.zeros(0))
        starts, rows = part.indptr[:-1].astype(np.int32), part.indices.astype(np.int32)
        solver.addCols(columns, np.zeros(columns), low, high, part.nnz, starts, rows, part.data.astype(float))
        self.seen_up, self.seen_down = np.zeros((2, columns))

    def cut(self, cell: int, need: ProtectionLevels, aim: float, shares: Shares, *, upwards: bool) -> Cut | None:
        """A cut if a cell cannot move as far as is said.

        Args:
            cell: the place of the cell.
            need: how far it must be able to move.
            aim: how far it is said to move in this direction, in people.
            shares: for each cell the share that is hidden; shape (cells,).
            upwards: the direction.
        """
        if cell not in self.place or aim <= SLACK:
            return None
        column = self.place[cell]
        if self.seen(column, upwards=upwards) >= aim - SLACK:
            return None
        duals = self._farthest(column, upwards=upwards)
        if self.seen(column, upwards=upwards) >= aim - SLACK:
            return None
        found = self.cuts.cut_from(cell, most(need, upwards=upwards), duals, upwards=upwards)
        return found if found and found.reach(shares) < aim - SLACK else None

    def seen(self, column: int, *, upwards: bool) -> float:
        """How far a cell was seen to move in one direction."""
        return float((self.seen_up if upwards else self.seen_down)[column])

    def _farthest(self, column: int, *, upwards: bool) -> Shares:
        """Move one cell as far as it goes, and note how far all go; the duals of the lines, which prove it."""
        self.solver.changeColCost(column, -1.0 if upwards else 1.0)
        solve(self.solver)
        self.solver.changeColCost(column, 0.0)
        solution = self.solver.getSolution()
        moves = np.asarray(solution.col_value)
        self.seen_up, self.seen_down = np.maximum(self.seen_up, moves), np.maximum(self.seen_down, -moves)
        return np.asarray(solution.row_dual)
