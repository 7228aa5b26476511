"""The feasible table of a block with the largest weighted sum of counts: in fractions, then in whole numbers.

Solving in fractions is not enough: there are linked tables in which a cell is exact by parity alone. It comes first all
the same, as it takes a small share of the time, and in most tables its answer is whole and proved to be the best.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from math import ceil, floor, inf
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import limited
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import ends_in_fractions, fractions_of
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.relaxation import Relaxation
from disclosure.audit.solving.time_limit import solve
from disclosure.audit.solving.unlimited import growing_cells
from disclosure.audit.solving.whole_numbers import WholeNumbers

SCALE: Final = 840
"""Duals are rounded to multiples of 1/840: any numbers give a right bound, and whole ones give it without rounding."""

FAR_APART: Final = 10**5
"""Where bounds lie further apart, a search is told first what fractions prove: it might come nearer step by step."""

NEAR, NEAR_EFFORT = 3, 0.06
"""How far from the best fractions whole numbers are looked for first, and how long."""

INT64: Final = 2**63


class LargestSums:
    """One block, ready to be asked for feasible tables.

    Args:
        equations: what they must fulfil.
        effort: how long each search in whole numbers may take (see `WholeNumbers.largest`).
    """

    def __init__(self, equations: Equations, effort: float = inf) -> None:
        """Find bounds for all counts; programs are written when they are first needed."""
        self.equations, self._effort = equations, effort
        self._most = limited(equations.low, equations.high, equations.sums, equations.disjunctions)
        self._fractions_tell = not equations.disjunctions
        self._ties_several = any(len(each.cells) > 1 for each in equations.disjunctions)
        self._far_apart = self._ties_several and bool((self._most - equations.low > FAR_APART).any())

    @contextmanager
    def bounded(self, ends: Mapping[int, tuple[int, int]]) -> Iterator[None]:
        """Give some cells other bounds, for a while.

        Args:
            ends: for each of these cells, by its place in the block, the smallest and the largest count.
        """
        usual = ends_in_fractions(self.equations)
        for cell, (low, high) in ends.items():
            self._bound(cell, low, high, high)
        try:
            yield
        finally:
            for cell in ends:
                self._bound(cell, int(self.equations.low[cell]), int(self._most[cell]), usual[cell])

    def _bound(self, cell: int, low: int, high: int, in_fractions: float) -> None:
        """Set the bounds of one count in both programs."""
        self._whole_numbers.bound(cell, low, high)
        if self._fractions_tell:
            self._fractions.changeColBounds(cell, low, in_fractions)

    def is_limited(self, cell: int, count: int) -> bool:
        """Whether the largest count of a cell is due to no bound that stands for no limit: with half of these, too.

        Args:
            cell: its place in the block; it has a largest count as far as is known.
            count: the largest one that a table has shown.
        """
        without_limit = np.flatnonzero(self.equations.high >= NO_LIMIT).tolist()
        if not self._ties_several or not without_limit:
            return True
        low, weights = self.equations.low, np.zeros_like(self._most)
        half, weights[cell] = low + (self._most - low) // 2, 1
        with self.bounded({other: (int(low[other]), int(half[other])) for other in without_limit}):
            found = self.table(weights)
        return found is not None and int(found[cell]) == count

    def endless(self, counts: Numbers) -> Flags:
        """True for each cell that has no largest count; shape (cells of the block,).

        Args:
            counts: some feasible table; shape (cells of the block,).
        """
        return growing_cells(self.equations, self._most, counts, self._effort)

    def table(self, weights: Numbers) -> Numbers | None:
        """A feasible table with the largest weighted sum of counts; None if there is none.

        Args:
            weights: how often each count is taken, 0 for endless cells; shape (cells of the block,).

        Raises:
            ArithmeticError: a search took more than the effort that it was allowed, or the solver is wrong.
            OutOfTimeError: there is a limit (`disclosure.audit.solving.time_limit`), and it is over.
            ValueError: the numbers are too large for the solver.
        """
        counts = self._in_fractions(weights) if self._fractions_tell else None
        if counts is None:
            most = self._relaxation.upper_bound(weights) if self._far_apart and weights.any() else None
            counts = self._near_fractions(weights, most) if most is not None else None
            if counts is None:
                counts = self._whole_numbers.largest(weights, most=most, effort=self._effort)
        if counts is not None and not self.equations.fit(counts):
            raise ArithmeticError("The solver returned counts that do not fit: please report this table.")
        return counts

    def _near_fractions(self, weights: Numbers, most: int) -> Numbers | None:
        """Whole numbers next to the best fractions, if some of these come to as much as is proved; None if not.

        Args:
            weights: how often each count is taken; shape (cells of the block,).
            most: what no feasible table exceeds.
        """
        best = self._relaxation.best()
        if best is None:
            return None
        pairs = zip(best, self.equations.low.tolist(), self._most.tolist(), strict=True)
        ends = [(max(low, floor(it) - NEAR), min(high, ceil(it) + NEAR)) for it, low, high in pairs]
        with self.bounded(dict(enumerate(ends))):
            try:
                found = self._whole_numbers.largest(weights, most=most, effort=min(NEAR_EFFORT, self._effort))
            except ArithmeticError:
                return None
        return found if found is not None and sum_of_products(weights, found) == most else None

    @cached_property
    def _fractions(self) -> Any:
        """The equations without the demand that counts are whole."""
        return fractions_of(self.equations)

    @cached_property
    def _relaxation(self) -> Relaxation:
        """The equations and the conditions that surely hold, fractions allowed."""
        return Relaxation(self.equations)

    @cached_property
    def _whole_numbers(self) -> WholeNumbers:
        """The equations in whole numbers."""
        return WholeNumbers(self.equations, self._most)

    def _in_fractions(self, weights: Numbers) -> Numbers | None:
        """The same by the linear relaxation, many times as fast; None where it does not tell for sure."""
        from highspy import HighsModelStatus

        solver = self._fractions
        solver.changeColsCost(len(weights), np.arange(len(weights), dtype=np.int32), -weights.astype(float))
        solve(solver)
        if solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        solution = solver.getSolution()
        counts = np.rint(solution.col_value).astype(np.int64)
        most = upper_bound(self.equations, weights, -np.array(solution.row_dual))
        return counts if self.equations.fit(counts) and most <= sum_of_products(weights, counts) else None


def upper_bound(equations: Equations, weights: Numbers, duals: NDArray[np.float64]) -> int:
    """A weighted sum that no feasible table exceeds (weak duality); `NO_LIMIT` if these duals tell of none.

    Args:
        equations: the lines and bounds.
        weights: how often each count is taken; shape (cells of the block,).
        duals: a number for each line; whichever they are, the bound is right. They are rounded to multiples of 1/840,
            so that sums of counts are exact.

    Examples:
        >>> sum_of_two = Equations(np.array([[1, 1]]), np.array([6]), np.array([0, 0]), np.array([9, 4]), ())
        >>> upper_bound(sum_of_two, np.array([1, 0]), np.array([1.0]))      # at most 6, as the other is 0 or more
        6
        >>> upper_bound(sum_of_two, np.array([1, 0]), np.array([0.0]))      # at most 9, by its own bound
        9
    """
    whole = np.rint(duals * SCALE).astype(np.int64)
    pull = SCALE * weights - equations.matrix.T @ whole
    ends = np.where(pull > 0, equations.high, equations.low)
    if (ends >= NO_LIMIT).any():
        return NO_LIMIT
    return (sum_of_products(equations.sums, whole) + sum_of_products(pull, ends)) // SCALE


def sum_of_products(these: Numbers, those: Numbers) -> int:
    """The exact sum, also where 64 bits would not hold it.

    Examples:
        >>> sum_of_products(np.array([2, 2]), np.array([2**62, 2**62]))
        18446744073709551616
    """
    largest = int(np.abs(these).max(initial=0)) * int(np.abs(those).max(initial=0)) * len(these)
    return int(these @ those if largest < INT64 else these.astype(object) @ those.astype(object))
