"""Chooses the cheapest cells that fulfil all cuts found so far: an integer program that grows (HiGHS)."""

from dataclasses import dataclass

import numpy as np

from disclosure.audit.solving.models import empty_solver
from disclosure.audit.solving.time_limit import run
from disclosure.repair.capacity_cuts import SLACK, Cut, Shares, most
from disclosure.repair.suppression_problem import SuppressionProblem


def slack_for(price: int) -> float:
    """How far the solver may be off in what it says of prices about as large as this one.

    Examples:
        >>> slack_for(50), slack_for(5_000_000)
        (1e-06, 0.005)
    """
    return SLACK * max(1.0, price / 1_000)


@dataclass(frozen=True)
class Choice:
    """What the chooser says.

    Args:
        bound: no repair is cheaper.
        shares: for each cell the share that is hidden, 0 or 1 once whole cells are chosen; shape (cells,). None if
            time ran out, or nothing cheaper than the best repair is left.
        moves: for each demand, how far its cell shall move up and down, in people; shape (demands, 2).
    """

    bound: float
    shares: Shares | None
    moves: Shares


class MasterProblem:
    """The integer program: which cells, and how far each primary cell moves up and down.

    Args:
        problem: what must be hidden, what may be, and who looks.
        price: what a repair costs that is known already: dearer cells are never chosen.
    """

    def __init__(self, problem: SuppressionProblem, price: int) -> None:
        """Begin with the needs alone."""
        self.problem, self.solver = problem, empty_solver(mip_abs_gap=1 - 1e-4)
        self.cells = np.flatnonzero(problem.may_hide & (problem.cost < price))
        self.column = np.full(len(problem.cost), -1, dtype=np.int32)
        self.column[self.cells] = np.arange(len(self.cells))
        for cell in self.cells:
            self.solver.addVar(0.0, 1.0)
            self.solver.changeColCost(int(self.column[cell]), float(problem.cost[cell]))
        self.demands = [need for view in problem.views for need in view.needs.values()]
        for number, need in enumerate(self.demands):
            self.solver.addVar(float(need.upper), float(most(need, upwards=True)))
            self.solver.addVar(float(need.lower), float(most(need, upwards=False)))
            pair = self._moves(number)
            self.solver.addRow(float(need.sliding), 1e30, 2, pair, np.ones(2))

    def _moves(self, demand: int) -> np.ndarray:
        """The two columns of a demand: up and down."""
        return np.array([0, 1], dtype=np.int32) + len(self.cells) + 2 * demand

    def add(self, demand: int, cut: Cut, *, upwards: bool | None) -> None:
        """Take in a cut; one that has no direction asks for one of its cells."""
        inside = self.column[cut.cells] >= 0
        columns, weights = self.column[cut.cells][inside], cut.weights[inside]
        if upwards is None:
            self.solver.addRow(1.0, 1e30, len(columns), columns, weights)
            return
        need = self.demands[demand]
        farthest = most(need, upwards=upwards)
        if farthest == (
            need.upper if upwards else need.lower
        ):  # the move is settled: a row of shares is easier to solve
            self.solver.addRow(1.0, 1e30, len(columns), columns, weights / (farthest - cut.constant))
            return
        move = self._moves(demand)[0 if upwards else 1]
        entries = np.append(columns, move).astype(np.int32), np.append(weights, -1.0)
        self.solver.addRow(-cut.constant, 1e30, len(columns) + 1, *entries)

    def drop_too_dear(self, price: int) -> None:
        """Leave out cells that no repair cheaper than this one hides, as the reduced costs prove."""
        bound = self.solver.getInfo().objective_function_value
        reduced = np.asarray(self.solver.getSolution().col_dual)[: len(self.cells)]
        for column in np.flatnonzero(bound + reduced > price - 1 + slack_for(price)):
            self.solver.changeColBounds(int(column), 0.0, 0.0)

    def choose_whole_cells(self) -> None:
        """From now on a cell is hidden or not, and moves are whole."""
        from highspy import HighsVarType

        columns = self.solver.getNumCol()
        kinds = np.full(columns, HighsVarType.kInteger)
        self.solver.changeColsIntegrality(columns, np.arange(columns, dtype=np.int32), kinds)
        self.whole = True

    whole = False
    limit_row: int | None = None

    def only_cheaper_than(self, price: int) -> None:
        """From now on look for choices only that cost less: that there is none is proved in less time than the best.

        Args:
            price: what the best repair so far costs.
        """
        if self.limit_row is None:
            self.limit_row = self.solver.getNumRow()
            columns, costs = np.arange(len(self.cells), dtype=np.int32), self.problem.cost[self.cells].astype(float)
            self.solver.addRow(0.0, 1e30, len(columns), columns, costs)
        self.solver.changeRowBounds(self.limit_row, 0.0, price - 1 + slack_for(price))

    def choose(self) -> Choice:
        """The cheapest choice under all cuts so far; what is proved of it, if the time is over before."""
        from highspy import HighsModelStatus

        run(self.solver)
        info, status = self.solver.getInfo(), self.solver.getModelStatus()
        if status == HighsModelStatus.kInfeasible:
            return Choice(np.inf, None, np.zeros((0, 2)))
        bound = info.mip_dual_bound if self.whole else info.objective_function_value
        if status != HighsModelStatus.kOptimal:  # a search that has hardly begun has no bound yet: minus infinity
            return Choice(max(bound, 0.0) if self.whole else 0.0, None, np.zeros((0, 2)))
        values = np.asarray(self.solver.getSolution().col_value)
        shares = self.problem.always.astype(float)
        chosen = values[: len(self.cells)]
        shares[self.cells] = np.rint(chosen) if self.whole else np.clip(chosen, 0, 1)
        return Choice(bound, shares, values[len(self.cells) :].reshape(-1, 2))
