"""The feasible table of a block with the largest weighted sum of counts: in fractions, then in whole numbers (HiGHS).

Solving in fractions is not enough: there are linked tables in which a cell is exact by parity alone. It comes first all
the same, as it takes a small share of the time, and in most tables its answer is whole and proved to be the best.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import limited
from disclosure.audit.solving.branching import Rows, alternatives_in, best_table, branched, more_rows, without
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import ends_of_columns, presolved_otherwise, room_for_rounding, solver_for
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import solve
from disclosure.audit.solving.unlimited import growing_cells

Reals = NDArray[np.float64]

SCALE: Final = 840
"""Duals are rounded to multiples of 1/840: any numbers give a right bound, and whole ones give it without rounding."""


class LargestSums:
    """One block, ready to be asked for feasible tables.

    Args:
        equations: what they must fulfil.
        most_nodes: how many nodes a search by integer programming may look at; None for as many as it takes.

    Attributes:
        unbranched: what a solver keeps to at once. Conditions with large alternatives are left out, which are tried one
            by one; where some count has no limit, only gaps are: what grows for ever goes on beyond them.
    """

    def __init__(self, equations: Equations, most_nodes: int | None = None) -> None:
        """Find out which conditions are branched; programs are written when they are first needed."""
        self.equations, self._choices = equations, alternatives_in(equations)
        self._has_limits = bool((equations.high < NO_LIMIT).all())
        some_grow = not self._has_limits and any(len(each.cells) > 1 for each in self._choices)
        self.unbranched = equations if some_grow else without(equations, branched(equations))
        self._certain = without(equations, self._choices)
        self._most = limited(equations.low, equations.high, equations.sums, equations.disjunctions)
        self._origin, self._most_nodes = np.zeros(len(equations.low), dtype=np.int64), most_nodes

    def begin_from(self, counts: Numbers) -> None:
        """Look for all others by how far they lie from one feasible table: a solver is surer of small numbers."""
        self._origin = counts.copy()
        for program in ("_fractions", "_whole_numbers"):
            self.__dict__.pop(program, None)

    @property
    def may_stop_short(self) -> bool:
        """Whether the largest count of a cell may be larger than what a solver finds, as numbers are large."""
        return bool(self.unbranched.disjunctions and self._origin.any())

    @contextmanager
    def fixed(self, counts: Mapping[int, int]) -> Iterator[None]:
        """Give some cells their counts, for a while."""
        ends = ends_of_columns(self.unbranched, self._most, whole=True)
        for cell, count in counts.items():
            self._bound(cell, count, count)
        try:
            yield
        finally:
            for cell in counts:
                self._bound(cell, self.equations.low[cell], ends[cell])

    def _bound(self, cell: int, low: int, high: float) -> None:
        """Set the bounds of one count in all programs."""
        for solver in (self._fractions, self._whole_numbers):
            solver.changeColBounds(cell, low - self._origin[cell], high - self._origin[cell])

    def endless(self) -> Flags:
        """True for each cell that has no largest count, if any feasible table exists; shape (cells of the block,)."""
        if self._has_limits:
            return np.zeros(len(self.equations.low), dtype=bool)
        return growing_cells(self.unbranched, solver_for(self.unbranched, whole=False), solver_for(self.unbranched))

    def table(self, weights: Reals) -> Numbers | None:
        """A feasible table with the largest weighted sum of counts; None if there is none.

        Args:
            weights: whole numbers, 0 for endless cells; shape (cells of the block,).

        Raises:
            ArithmeticError: the solver's answer is no feasible table.
            OutOfTimeError: there is a limit (`disclosure.audit.solving.time_limit`), and it is over.
        """
        return best_table(
            lambda rows: self._table_within(rows, weights), lambda counts: float(weights @ counts), self._choices
        )

    def _table_within(self, rows: Rows, weights: Reals) -> Numbers | None:
        """The same among the tables that keep to some more rows; branched conditions are left out."""
        if not self.unbranched.disjunctions:
            sure, counts = self._in_fractions(rows, weights)
            if sure:
                return counts
        with more_rows(self._whole_numbers, self._moved(rows)):
            counts = self._in_whole_numbers(weights)
        if counts is not None and not (self._certain.fit(counts) and all(row.holds(counts) for row in rows)):
            raise self.unbranched.fault("the solver returned counts that do not fit")
        return counts

    def _moved(self, rows: Rows) -> Rows:
        """Rows for how far counts lie from the origin."""
        return tuple(row.moved_from(self._origin) for row in rows)

    @cached_property
    def _fractions(self) -> Any:
        """The equations without the demand that counts are whole, for how far they lie from the origin."""
        return solver_for(self.unbranched.moved_from(self._origin), whole=False, most=self._most - self._origin)

    @cached_property
    def _whole_numbers(self) -> Any:
        """The equations as an integer program, for how far counts lie from the origin."""
        solver = solver_for(self.unbranched.moved_from(self._origin), most=self._most - self._origin)
        if self._most_nodes is not None:
            solver.setOptionValue("mip_max_nodes", self._most_nodes)
        return solver

    def _in_fractions(self, rows: Rows, weights: Reals) -> tuple[bool, Numbers | None]:
        """Whether the linear relaxation tells it for sure, many times as fast; and the table, if so."""
        from highspy import HighsModelStatus

        with more_rows(self._fractions, self._moved(rows)):
            _maximise(self._fractions, weights)
            status, solution = self._fractions.getModelStatus(), self._fractions.getSolution()
            moves, duals = np.array(solution.col_value), np.array(solution.row_dual)
        if status != HighsModelStatus.kOptimal:
            return False, None
        counts = self._origin + np.rint(moves).astype(np.int64)
        most = upper_bound(_within(self.equations, rows), weights, -duals[: len(self.equations.sums)])
        fits = self._certain.fit(counts) and all(row.holds(counts) for row in rows)
        return (True, counts) if fits and most < weights @ counts + 0.5 else (False, None)

    def _in_whole_numbers(self, weights: Reals) -> Numbers | None:
        """The same by integer programming."""
        from highspy import HighsModelStatus

        counts, solver = self._answer(weights), self._whole_numbers
        if counts is None and solver.getModelStatus() == HighsModelStatus.kInfeasible and self.equations.are_large:
            with room_for_rounding(solver):
                counts = self._answer(weights)
            return counts if counts is not None and self._certain.fit(counts) else None
        return counts

    def _answer(self, weights: Reals) -> Numbers | None:
        """The counts that the solver finds, rounded; None if there are none."""
        from highspy import HighsModelStatus

        none = (HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible)
        _maximise(self._whole_numbers, weights)
        status = self._whole_numbers.getModelStatus()
        if status not in (HighsModelStatus.kOptimal, HighsModelStatus.kSolutionLimit, *none):
            with presolved_otherwise(self._whole_numbers):
                _maximise(self._whole_numbers, weights)
            status = self._whole_numbers.getModelStatus()
        if status in none:
            return None
        if status != HighsModelStatus.kOptimal:
            raise self.unbranched.fault(f"the solver gave up ({status})")
        moves = np.rint(self._whole_numbers.getSolution().col_value[: len(weights)]).astype(np.int64)
        return self._origin + moves


def _maximise(solver: Any, weights: Reals) -> None:
    """Let a solver look for the largest weighted sum of the counts, which are its first columns."""
    solver.changeColsCost(len(weights), np.arange(len(weights), dtype=np.int32), -weights)
    solve(solver)


def _within(equations: Equations, rows: Rows) -> Equations:
    """The same equations with the bounds that further rows set to single counts; other rows are left out."""
    low, high = equations.low.copy(), equations.high.copy()
    for row in rows:
        if row.weights == (1,):
            cell = row.cells[0]
            low[cell] = low[cell] if row.low is None else max(low[cell], row.low)
            high[cell] = high[cell] if row.high is None else min(high[cell], row.high)
    return replace(equations, low=low, high=high)


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
