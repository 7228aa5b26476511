"""Chooses the cheapest cells that fulfil all cuts found so far: an integer program that grows (HiGHS).

Solvers compute in floating point, and tell no euro from a thousand million. So prices are divided by what they all
share, and large ones are cut in two: whole millions are added up in a column of their own, of which only the difference
to the best repair so far has a price.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from disclosure.audit.solving.models import empty_solver
from disclosure.audit.solving.time_limit import run
from disclosure.repair.capacity_cuts import SLACK, Cut, Shares, most
from disclosure.repair.suppression_problem import SuppressionProblem

MILLION: Final = 10**6


def slack_for(price: float) -> float:
    """How far the solver may be off in what it says of prices about as large as this one.

    Examples:
        >>> slack_for(50), slack_for(5_000_000)
        (1e-06, 0.005)
    """
    return SLACK * max(1.0, abs(price) / 1_000)


@dataclass(frozen=True)
class Choice:
    """What the chooser says.

    Args:
        bound: no repair is cheaper; infinity if none is cheaper than the best so far.
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
        self.shared = max(1, int(np.gcd.reduce(problem.cost[self.cells], initial=0)))
        self.millions, self.rest = np.divmod(problem.cost[self.cells] // self.shared, MILLION)
        for rest in self.rest:
            self.solver.addVar(0.0, 1.0)
            self.solver.changeColCost(self.solver.getNumCol() - 1, float(rest))
        self.demands = [need for view in problem.views for need in view.needs.values()]
        for number, need in enumerate(self.demands):
            self.solver.addVar(float(need.upper), float(most(need, upwards=True)))
            self.solver.addVar(float(need.lower), float(most(need, upwards=False)))
            pair = self._moves(number)
            self.solver.addRow(float(need.sliding), 1e30, 2, pair, np.ones(2))
        if self.millions.any():
            self._add_up_millions()
        self._measure_from(price)

    def _add_up_millions(self) -> None:
        """Add a column that says by how many millions a choice is dearer than some repair."""
        from highspy import kHighsInf

        above, self.millions_row = self.solver.getNumCol(), self.solver.getNumRow()
        self.solver.addVar(-kHighsInf, kHighsInf)
        self.solver.changeColCost(above, float(MILLION))
        columns, weights = np.append(self.column[self.cells], above), np.append(self.millions, -1)
        self.solver.addRow(0.0, 0.0, len(columns), columns.astype(np.int32), weights.astype(float))

    def _measure_from(self, price: int) -> None:
        """Say from which price, in whole millions, choices are measured."""
        if self.millions_row is not None:
            self.base = price // self.shared // MILLION
            self.solver.changeRowBounds(self.millions_row, float(self.base), float(self.base))

    def _price_of(self, value: float) -> float:
        """The least whole price that a value of the solver proves."""
        if not np.isfinite(value):
            return value
        return self.shared * (self.base * MILLION + int(np.ceil(value - slack_for(value))))

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
        for column in np.flatnonzero(bound + reduced > self._below(price)):
            self.solver.changeColBounds(int(column), 0.0, 0.0)

    def choose_whole_cells(self) -> None:
        """From now on a cell is hidden or not, and moves are whole."""
        from highspy import HighsVarType

        columns = self.solver.getNumCol()
        kinds = np.full(columns, HighsVarType.kInteger)
        self.solver.changeColsIntegrality(columns, np.arange(columns, dtype=np.int32), kinds)
        self.whole = True

    whole = False
    base = 0
    millions_row: int | None = None
    limit_row: int | None = None

    def _below(self, price: int) -> float:
        """The largest value of the solver that is cheaper than a price, measured as all values are."""
        largest = -(-price // self.shared) - 1 - self.base * MILLION
        return largest + slack_for(largest)

    def only_cheaper_than(self, price: int) -> None:
        """From now on look for choices only that cost less: that there is none is proved in less time than the best.

        Args:
            price: what the best repair so far costs.
        """
        if self.limit_row is None:
            self.limit_row = self.solver.getNumRow()
            columns = np.arange(self.solver.getNumCol(), dtype=np.int32)
            costs = np.asarray(self.solver.getLp().col_cost_)
            self.solver.addRow(-1e30, 1e30, len(columns), columns, costs)
        self._measure_from(price)
        self.solver.changeRowBounds(self.limit_row, -1e30, self._below(price))

    def choose(self) -> Choice:
        """The cheapest choice under all cuts so far; what is proved of it, if the time is over before."""
        from highspy import HighsModelStatus

        run(self.solver)
        info, status = self.solver.getInfo(), self.solver.getModelStatus()
        if status == HighsModelStatus.kInfeasible:
            return Choice(np.inf, None, np.zeros((0, 2)))
        bound = info.mip_dual_bound if self.whole else info.objective_function_value
        if status != HighsModelStatus.kOptimal:  # a search that has hardly begun has no bound yet: minus infinity
            return Choice(max(self._price_of(bound), 0.0) if self.whole else 0.0, None, np.zeros((0, 2)))
        values = np.asarray(self.solver.getSolution().col_value)
        shares = self.problem.always.astype(float)
        chosen = values[: len(self.cells)]
        shares[self.cells] = np.rint(chosen) if self.whole else np.clip(chosen, 0, 1)
        moves = values[len(self.cells) : len(self.cells) + 2 * len(self.demands)].reshape(-1, 2)
        return Choice(self._price_of(bound), shares, moves)
