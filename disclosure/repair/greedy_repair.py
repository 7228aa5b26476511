"""A quick repair: cell after cell the cheapest way to protect it, then dear cells are traded for cheaper ones."""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import Numbers
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import OutOfTimeError, keep_to_the_limit
from disclosure.repair.cheapest_moves import Moves, TwoSpeedMoves, cheapest, moves_for
from disclosure.repair.progress import in_sight
from disclosure.repair.protection import ProtectionLevels
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem
from disclosure.repair.unreachable import unreachable

NOWHERE: Final = np.zeros(0, dtype=np.int64)
"""No cells."""


@dataclass(frozen=True)
class Demand:
    """One primary cell that must be protected from one attacker.

    Args:
        view: the table in the attacker's eyes.
        moves: how moves are found in it.
        cell: the place of the cell.
        need: how far it must be able to move.
    """

    view: AttackerSubproblem
    moves: Moves
    cell: int
    need: ProtectionLevels

    def is_proved_by(self, other: "Demand", proof: Numbers) -> bool:
        """Whether the cells that move for another demand show that this one is met, too.

        Of two demands that ask for nothing but that a count moves, one table shows both if both counts move in it.

        Args:
            other: the other demand.
            proof: the places of the cells that move for it.
        """
        if self.cell == other.cell:
            asks_the_same = self.need.levels == other.need.levels
        else:
            asks_the_same = self.need.is_exactness and other.need.is_exactness and self.cell in proof
        return asks_the_same and self.view.agrees(other.view, proof)


@dataclass
class GreedyRepair:
    """A repair under way.

    Args:
        problem: what must be hidden, what may be, and who looks.
        hidden: the cells hidden so far; shape (cells,).
        demands: what must be met.
        proof: for each demand, the cells that move when its cell moves: while they are hidden, it is met.
        movers: for each cell, the demands in whose proof it moves.
    """

    problem: SuppressionProblem
    hidden: Flags
    demands: tuple[Demand, ...]
    proof: dict[int, Numbers] = field(default_factory=dict)
    movers: dict[int, set[int]] = field(default_factory=dict)

    def meet_all(self) -> None:
        """Hide for each demand the cheapest cells that meet it, unless it is met already.

        Raises:
            UnreachableError: some cell cannot be protected.
            OutOfTimeError: the time is over before all are protected.
        """
        for number, demand in enumerate(in_sight(self.demands, "Cells that are protected")):
            keep_to_the_limit()
            proofs = {other: self.proof[other] for other in self.movers.get(demand.cell, ())}
            found = self._known_way(demand, proofs)
            found = _cheapest(demand, self.hidden, self.problem.cost) if found is None else found
            if found is None:
                raise unreachable(self.problem, demand.view, demand.cell)
            self._take(number, found)

    def _known_way(self, demand: Demand, proofs: dict[int, Numbers]) -> Numbers | None:
        """The first of some other demands' proofs that proves this one as well; None if none does."""
        for number, proof in proofs.items():
            if demand.is_proved_by(self.demands[number], proof):
                return proof
        return None

    def _take(self, number: int, proof: Numbers) -> None:
        """Let a demand rest on a proof, and hide the cells that move in it."""
        for cell in self.proof.get(number, NOWHERE).tolist():
            self.movers[cell].discard(number)
        for cell in proof.tolist():
            self.movers.setdefault(cell, set()).add(number)
        self.proof[number] = proof
        self.hidden[proof] = True

    def trade_in(self) -> None:
        """Print each complementary cell again, the dearest first, if what takes its place costs less, or nothing.

        Raises:
            OutOfTimeError: the time is over; all demands are met at any time.
        """
        cells = np.flatnonzero(self.hidden & self.problem.may_hide)
        dearest_first = cells[np.argsort(-self.problem.cost[cells], kind="stable")]
        for cell in in_sight(dearest_first.tolist(), "Dear cells that are traded"):
            others = self._other_proofs(cell)
            self.hidden[cell] = others is None
            for number, proof in (others or {}).items():
                self._take(number, proof)

    def _other_proofs(self, cell: int) -> dict[int, Numbers] | None:
        """For each demand that rests on a cell, how it is met without it; None if that costs as much as the cell."""
        found: dict[int, Numbers] = {}
        hidden, cost, spent = self.hidden.copy(), self.problem.cost, 0
        hidden[cell] = False
        resting = self.movers.get(cell, set())
        for number in sorted(resting):
            demand = self.demands[number]
            without = {each: self.proof[each] for each in self.movers[demand.cell] - resting}
            other = self._known_way(demand, found | without)
            other = _cheapest(demand, hidden, cost) if other is None else other
            spent += 0 if other is None else int(cost[other[~hidden[other]]].sum())
            if other is None or spent >= cost[cell]:
                return None
            found[number] = other
            hidden[other] = True
        return found


def _cheapest(demand: Demand, hidden: Flags, cost: Numbers) -> Numbers | None:
    """The cheapest cells that meet a demand: hidden ones if they can."""
    if demand.moves.free_first:
        free = cheapest(demand.moves, demand.cell, demand.need, hidden, cost, free=True)
        if free is not None:
            return free
    return cheapest(demand.moves, demand.cell, demand.need, hidden, cost)


def greedy_repair(problem: SuppressionProblem, start: Flags | None = None) -> Flags:
    """Find quickly which cells to hide; shape (cells,).

    Where gaps make integer programs of paths, a repair is made without crossing them first. It stands if the time is
    over before the other one is made, or if it is the cheaper one.

    Args:
        problem: what must be hidden, what may be, and who looks.
        start: cells to begin with, beside those that are hidden in any case; shape (cells,).

    Raises:
        UnreachableError: some cell cannot be protected.
        ArithmeticError: a solver gives up before all cells are protected.
        OutOfTimeError: the time is over (`disclosure.audit.solving.time_limit`) before all cells are protected.
    """
    quick, is_quick = _one_repair(problem, start, quick=True)
    if not is_quick:
        return quick
    try:
        exact, _ = _one_repair(problem, start, quick=False)
    except (OutOfTimeError, ArithmeticError):  # the quick one stands
        return quick
    return min(exact, quick, key=problem.price)


def _one_repair(problem: SuppressionProblem, start: Flags | None, *, quick: bool) -> tuple[Flags, bool]:
    """One repair, and whether it was content with ways that may not be the cheapest."""
    demands, content = [], False
    for view in problem.views:
        moves = moves_for(problem, view, quick=quick)
        content |= isinstance(moves, TwoSpeedMoves) and quick
        demands += [Demand(view, moves, cell, need) for cell, need in view.needs.items()]
    hidden = problem.always if start is None else problem.always | start
    repair = GreedyRepair(problem, hidden.copy(), tuple(demands))
    repair.meet_all()
    with suppress(OutOfTimeError):
        repair.trade_in()
    return repair.hidden, content
