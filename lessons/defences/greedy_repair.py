"""A quick repair: cell after cell the cheapest way to protect it, then everything is printed again that can be."""

from dataclasses import dataclass, field

import numpy as np

from lessons.audit.cells import Numbers
from lessons.audit.network import Flags
from lessons.defences.cheapest_moves import Moves, cheapest, moves_for
from lessons.defences.protection import Need
from lessons.defences.suppression_problem import SuppressionProblem, View


@dataclass(frozen=True)
class Demand:
    """One primary cell that must be protected from one attacker.

    Args:
        view: the table in the attacker's eyes.
        moves: how moves are found in it.
        cell: the place of the cell.
        need: how far it must be able to move.
    """

    view: View
    moves: Moves
    cell: int
    need: Need


@dataclass
class GreedyRepair:
    """A repair under way.

    Args:
        problem: what must be hidden, what may be, and who looks.
        hidden: the cells hidden so far; shape (cells,).
        proof: for each demand, the cells that move when its cell moves: while they are hidden, it is met.
    """

    problem: SuppressionProblem
    hidden: Flags
    demands: tuple[Demand, ...]
    proof: dict[int, Numbers] = field(default_factory=dict)

    def meet_all(self) -> None:
        """Hide for each demand the cheapest cells that meet it, unless it is met already.

        Raises:
            UnreachableError: some cell cannot be protected.
        """
        cost = self.problem.cost
        for number, demand in enumerate(self.demands):
            found = cheapest(demand.moves, demand.cell, demand.need, self.hidden, cost, free=True)
            if found is None:
                found = cheapest(demand.moves, demand.cell, demand.need, self.hidden, cost)
            if found is None:
                raise self.problem.unreachable(demand.view, demand.cell)
            self.proof[number] = found
            self.hidden[found] = True

    def print_again(self) -> None:
        """Print each complementary cell again, the dearest first, if every demand is met without it."""
        cells = np.flatnonzero(self.hidden & self.problem.may_hide)
        for cell in cells[np.argsort(-self.problem.cost[cells], kind="stable")]:
            self.hidden[cell] = False
            others = self._other_proofs(int(cell))
            self.hidden[cell] = others is None
            self.proof.update(others or {})

    def _other_proofs(self, cell: int) -> dict[int, Numbers] | None:
        """For each demand that rests on a cell, how it is met without it; None if one is not."""
        found: dict[int, Numbers] = {}
        for number in [number for number, proof in self.proof.items() if cell in proof]:
            demand = self.demands[number]
            other = cheapest(demand.moves, demand.cell, demand.need, self.hidden, self.problem.cost, free=True)
            if other is None:
                return None
            found[number] = other
        return found


def greedy_repair(problem: SuppressionProblem, start: Flags | None = None) -> Flags:
    """Find quickly which cells to hide; shape (cells,).

    Args:
        problem: what must be hidden, what may be, and who looks.
        start: cells to begin with, beside those that are hidden in any case; shape (cells,).

    Raises:
        UnreachableError: some cell cannot be protected.
    """
    demands = []
    for view in problem.views:
        moves = moves_for(problem, view)
        demands += [Demand(view, moves, cell, need) for cell, need in view.needs.items()]
    hidden = problem.always if start is None else problem.always | start
    repair = GreedyRepair(problem, hidden.copy(), tuple(demands))
    repair.meet_all()
    repair.print_again()
    return repair.hidden
