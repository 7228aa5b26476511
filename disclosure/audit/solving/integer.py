"""Everything that is no network: three-way, nested and linked tables, by integer programming (HiGHS).

Solving in fractions is not enough: there are linked tables in which a cell is exact by parity alone. It comes first all
the same, as it takes a small share of the time, and in most tables its answer is whole and proved to be the best.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import room_for_rounding, solver_for
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import solve
from disclosure.audit.solving.unlimited import growing_cells

SCALE: Final = 840
"""Duals are rounded to multiples of 1/840: any numbers give a right bound, and whole ones give it without rounding."""


FAR_FROM_NOBODY: Final = 10**4
"""Where counts are larger, a solver looks for them by how far they lie from a first feasible table."""

MOST_BETWEEN: Final = 64
"""So many counts of a cell are looked at one by one; of a wider range, the ends."""


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
        self._shown = np.zeros((len(self.low), MOST_BETWEEN), dtype=bool)
        self._missing: set[tuple[int, int]] = set()
        self._origin = np.zeros(len(self.low), dtype=np.int64)
        counts = self._solve(np.zeros(len(self.low)))
        self.possible = counts is not None
        if counts is not None and equations.disjunctions and equations.largest >= FAR_FROM_NOBODY:
            self._begin_from(counts)
        self.seen_low = self.seen_high = self.low if counts is None else counts
        self._note(counts)
        self._endless = _endless(equations) & self.possible
        self.seen_high = np.where(self._endless, NO_LIMIT, self.seen_high)

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
            if counts is not None and self._origin.any():
                self._go_on(cell, int(counts[cell]), 1 if upwards else -1)
        return int((self.seen_high if upwards else self.seen_low)[cell])

    def _go_on(self, cell: int, count: int, step: int) -> None:
        """Go from one count to the next as long as a table has it: a solver of large numbers may stop short."""
        while self.low[cell] <= count + step <= self.high[cell] and self._show({cell: count + step}):
            count += step

    def missing(self, cell: int, asked: Sequence[int]) -> list[int]:
        """Those of some counts that one cell has in no feasible table: between two that it has, there may be some."""
        self.look_for([(cell, count) for count in asked])
        return [count for count in asked if (cell, count) in self._missing]

    def look_for(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Look for a feasible table for each of some counts of cells: many at once, fewer where these do not fit.

        Args:
            wanted: the places of cells in the block, each with a count: fewer than `MOST_BETWEEN` above its least.
        """
        left = [(cell, count) for cell, count in wanted if (cell, count) not in self._missing]
        left, together = self._not_shown(left), len(left)
        while left:
            chosen = dict(left[:together])  # one count for each cell
            if self._show(chosen):
                left, together = self._not_shown(left), 2 * together
            elif len(chosen) > 1:
                together = len(chosen) // 2
            else:
                self._missing.update(chosen.items())
                left = left[1:]

    def _not_shown(self, wanted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some counts that no feasible table has shown so far."""
        return [(cell, count) for cell, count in wanted if not self._shown[cell, count - self.low[cell]]]

    def _show(self, counts: Mapping[int, int]) -> bool:
        """Look for a feasible table in which some cells have given counts."""
        solvers = (self._whole_numbers,) if self.equations.disjunctions else (self._fractions, self._whole_numbers)
        for solver, (cell, count) in product(solvers, counts.items()):
            solver.changeColBounds(cell, *[count - self._origin[cell]] * 2)
        try:
            found = self._solve(np.zeros(len(self.low)))
        finally:
            for solver, cell in product(solvers, counts):
                low, high = self.low[cell] - self._origin[cell], self.high[cell] - self._origin[cell]
                solver.changeColBounds(cell, low, high if self.high[cell] < NO_LIMIT else np.inf)
        self._note(found)
        return found is not None

    def _note(self, counts: Numbers | None) -> None:
        """Take in one more feasible table."""
        if counts is not None:
            above = counts - self.low
            few = np.flatnonzero(above < MOST_BETWEEN)
            self._shown[few, above[few]] = True
            self.seen_low, self.seen_high = np.minimum(self.seen_low, counts), np.maximum(self.seen_high, counts)

    def _solve(self, weights: NDArray[np.float64]) -> Numbers | None:
        """A feasible table with the largest weighted sum of counts; None if there is none or no largest sum.

        Args:
            weights: whole numbers; shape (cells of the block,).

        Raises:
            ArithmeticError: the solver's answer is no feasible table.
            OutOfTimeError: there is a limit (`disclosure.audit.solving.time_limit`), and it is over.
        """
        counts = None if self.equations.disjunctions else self._solve_in_fractions(weights)
        return self._solve_in_whole_numbers(weights) if counts is None else counts

    @cached_property
    def _fractions(self) -> Any:
        """The equations without the demand that counts are whole."""
        return solver_for(self.equations, whole=False)

    def _begin_from(self, counts: Numbers) -> None:
        """Look for all others by how far they lie from one feasible table: a solver is surer of small numbers."""
        self._origin = counts.copy()
        del self._whole_numbers

    @cached_property
    def _whole_numbers(self) -> Any:
        """The equations as an integer program, for how far counts lie from the origin."""
        return solver_for(self.equations.moved_from(self._origin))

    def _solve_in_fractions(self, weights: NDArray[np.float64]) -> Numbers | None:
        """The same many times as fast (by the linear relaxation), if the answer is whole and proved; else None."""
        from highspy import HighsModelStatus

        _maximise(self._fractions, weights)
        if self._fractions.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        solution = self._fractions.getSolution()
        counts = np.rint(solution.col_value).astype(np.int64)
        most = upper_bound(self.equations, weights, -np.asarray(solution.row_dual))
        return counts if self.equations.fit(counts) and most < weights @ counts + 0.5 else None

    def _solve_in_whole_numbers(self, weights: NDArray[np.float64]) -> Numbers | None:
        """The same by integer programming."""
        from highspy import HighsModelStatus

        counts, solver = self._answer(weights), self._whole_numbers
        if counts is None and solver.getModelStatus() == HighsModelStatus.kInfeasible and self.equations.are_large:
            with room_for_rounding(solver):
                counts = self._answer(weights)
            return counts if counts is not None and self.equations.fit(counts) else None
        if counts is not None and not self.equations.fit(counts):
            raise self.equations.fault("the solver returned counts that do not fit")
        return counts

    def _answer(self, weights: NDArray[np.float64]) -> Numbers | None:
        """The counts that the solver finds, rounded; None if there are none or no largest sum."""
        from highspy import HighsModelStatus

        _maximise(self._whole_numbers, weights)
        status = self._whole_numbers.getModelStatus()
        if status in (
            HighsModelStatus.kInfeasible,
            HighsModelStatus.kUnbounded,
            HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return None
        if status != HighsModelStatus.kOptimal:
            raise self.equations.fault(f"the solver gave up ({status})")
        moves = np.rint(self._whole_numbers.getSolution().col_value[: len(weights)]).astype(np.int64)
        return self._origin + moves


def _maximise(solver: Any, weights: NDArray[np.float64]) -> None:
    """Let a solver look for the largest weighted sum of the counts, which are its first columns."""
    solver.changeColsCost(len(weights), np.arange(len(weights), dtype=np.int32), -weights)
    solve(solver)


def upper_bound(equations: Equations, weights: NDArray[np.float64], duals: NDArray[np.float64]) -> float:
    """A weighted sum that no feasible table exceeds, in whole numbers or in fractions (weak duality).

    Args:
        equations: the lines and bounds.
        weights: how often each count is taken; shape (cells of the block,).
        duals: a number for each line; whichever they are, the bound is right. They are rounded to multiples of 1/840,
            so that sums of counts are exact.

    Examples:
        >>> sum_of_two = Equations(np.array([[1, 1]]), np.array([6]), np.array([0, 0]), np.array([9, 4]), ())
        >>> upper_bound(sum_of_two, np.array([1.0, 0.0]), np.array([1.0]))      # at most 6, as the other is 0 or more
        6.0
        >>> upper_bound(sum_of_two, np.array([1.0, 0.0]), np.array([0.0]))      # at most 9, by its own bound
        9.0
    """
    whole = np.rint(duals * SCALE)
    pull = SCALE * weights - equations.matrix.T @ whole
    high = np.where(equations.high >= NO_LIMIT, np.inf, equations.high)
    return float((equations.sums @ whole + pull @ np.where(pull > 0, high, equations.low)) / SCALE)


def _endless(equations: Equations) -> Flags:
    """True for each cell without a limit that only conditions hide from the solver; shape (cells of the block,)."""
    if not equations.disjunctions or not (equations.high >= NO_LIMIT).any():
        return np.zeros(len(equations.low), dtype=bool)
    return growing_cells(equations, solver_for(equations, whole=False), solver_for(equations))
