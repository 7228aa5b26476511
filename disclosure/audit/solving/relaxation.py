"""Lines and the conditions that surely hold, fractions allowed: the largest sum of counts, proved in exact fractions.

Beside counts that may be of any size, a solver that narrows bounds step by step may go on for ever where two shares of
30.0 % and 70.0 % leave nobody for a third cell. The linear relaxation tells at once, but in floating point. What is
believed of it is only which rows and bounds are tight at its best; that this proves a bound is computed exactly.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import chain, islice
from math import floor, inf, lcm
from typing import Any, Final

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import fractions_of
from disclosure.audit.solving.time_limit import solve

MOST_ROWS: Final = 1_000
"""Of more tight rows, exact fractions take too long."""

Ends = tuple[int | None, int | None]
"""The smallest and the largest number, None where there is no limit."""


class Relaxation:
    """The lines of a block and its conditions of one alternative.

    Args:
        equations: what counts must fulfil; conditions of several alternatives are left out.
    """

    def __init__(self, equations: Equations) -> None:
        """Write the model."""
        from scipy.sparse import csr_array

        unit = _unit(equations)
        sure = [each.alternatives[0] for each in equations.disjunctions if len(each.alternatives) == 1]
        self._solver = fractions_of(_in_units(equations, unit))
        lines, sums = csr_array(equations.matrix), equations.sums.tolist()
        pairs = zip(lines.indices.tolist(), lines.data.tolist(), strict=True)
        self._rows = [dict(islice(pairs, number)) for number in np.diff(lines.indptr)]
        self._ends: list[Ends] = [(each, each) for each in sums]
        for row in chain.from_iterable(sure):
            ends = (-inf if row.low is None else row.low / unit, inf if row.high is None else row.high / unit)
            self._solver.addRow(*ends, len(row.cells), np.array(row.cells, np.int32), np.array(row.weights, float))
            self._rows.append(dict(zip(row.cells, row.weights, strict=True)))
            self._ends.append((row.low, row.high))
        highs = [None if high >= NO_LIMIT else high for high in equations.high.tolist()]
        self._bounds: list[Ends] = list(zip(equations.low.tolist(), highs, strict=True))

    def upper_bound(self, weights: Numbers) -> int | None:
        """A weighted sum of counts that no table exceeds; None if none is proved.

        Args:
            weights: how often each count is taken; shape (cells of the block,).

        Examples:
            >>> from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
            >>> thirds = [LinearConstraint((cell, 2), (10, -share), 0, None) for cell, share in ((0, 3), (1, 7))]
            >>> matrix, nothing, free = np.array([[1, 1, -1, 1]]), np.zeros(4, dtype=int), np.full(4, NO_LIMIT)
            >>> shares = Equations(matrix, np.array([0]), nothing, free, (Disjunction((tuple(thirds),)),))
            >>> Relaxation(shares).upper_bound(np.array([0, 0, 0, 1]))       # 30 % and 70 %: nobody is left
            0
        """
        from highspy import HighsModelStatus

        self._solver.changeColsCost(len(weights), np.arange(len(weights), dtype=np.int32), -weights.astype(float))
        solve(self._solver)
        if self._solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        duals = self._duals(weights.tolist())
        return None if duals is None else self._bound(weights.tolist(), duals)

    def _duals(self, weights: Sequence[int]) -> list[Fraction] | None:
        """What each row is worth at the best that was found: tight rows together pay for each count between its bounds.

        Args:
            weights: how often each count is taken.
        """
        tight, between = self._corner()
        paid: dict[int, dict[int, int]] = {cell: {} for cell in between}
        for row in tight:
            for cell in self._rows[row].keys() & paid.keys():
                paid[cell][row] = self._rows[row][cell]
        worth = solved(list(paid.values()), [weights[cell] for cell in between])
        return None if worth is None else [worth.get(row, Fraction(0)) for row in range(len(self._rows))]

    def direction(self, cell: int) -> tuple[bool, list[Fraction]]:
        """Whether a count can be 1, as far as floating point tells; with exact counts that prove it, if it is found.

        Asked where all rows and bounds are 0 or none (a cone): a direction in which a table can grow for ever.

        Args:
            cell: its place in the block.
        """
        from highspy import HighsModelStatus

        cells = len(self._bounds)
        self._solver.changeColsCost(cells, np.arange(cells, dtype=np.int32), np.zeros(cells))
        self._solver.changeColBounds(cell, 1.0, inf)
        solve(self._solver)
        possible = self._solver.getModelStatus() != HighsModelStatus.kInfeasible
        tight, between = self._corner() if possible else ([], [])
        self._solver.changeColBounds(cell, 0.0, inf)
        rows, among = [self._rows[row] for row in tight], set(between)
        known = [{other: times for other, times in row.items() if other in among} for row in rows]
        found = solved(known, [-row.get(cell, 0) for row in rows])
        steps = [Fraction((found or {}).get(other, other == cell)) for other in range(len(self._bounds))]
        return possible, steps if found is not None and self._fits(steps) else []

    def best(self) -> list[Fraction] | None:
        """The counts of the best that was found last, exactly: what is tight tells them; None if it does not.

        Examples:
            >>> relaxation = Relaxation(Equations(np.array([[3, 1]]), np.array([8]), *np.array([[0, 0], [9, 9]]), ()))
            >>> relaxation.upper_bound(np.array([1, 0])), relaxation.best()
            (2, [Fraction(8, 3), Fraction(0, 1)])
        """
        from highspy import HighsBasisStatus

        basis, (tight, between) = self._solver.getBasis(), self._corner()
        at = {HighsBasisStatus.kLower: 0, HighsBasisStatus.kUpper: 1}
        bounds = zip(self._bounds, basis.col_status, strict=True)
        counts = [Fraction(ends[at.get(status, 0)] or 0) for ends, status in bounds]
        known, right, among = list[dict[int, int]](), list[Fraction](), set(between)
        for row in tight:
            end, told = self._ends[row][at.get(basis.row_status[row], 0)] or 0, self._rows[row]
            known.append({cell: times for cell, times in told.items() if cell in among})
            right.append(end - sum(times * counts[cell] for cell, times in told.items() if cell not in among))
        found = solved(known, right)
        return None if found is None else [found.get(cell, count) for cell, count in enumerate(counts)]

    def _fits(self, counts: Sequence[Fraction]) -> bool:
        """Whether some counts keep to all rows and bounds: asked in whole numbers, as their fractions take long."""
        times = lcm(*(count.denominator for count in counts))
        whole = [int(count * times) for count in counts]
        sums = (sum(weight * whole[cell] for cell, weight in row.items()) for row in self._rows)
        ends = zip((*sums, *whole), (*self._ends, *self._bounds), strict=True)
        return all(
            (low is None or low * times <= it) and (high is None or it <= high * times) for it, (low, high) in ends
        )

    def _corner(self) -> tuple[list[int], list[int]]:
        """Which rows are tight where the solver stopped, and which counts lie between their bounds: as many.

        Of too many, none are told.
        """
        from highspy import HighsBasisStatus

        basis = self._solver.getBasis()
        tight = [row for row, status in enumerate(basis.row_status) if status != HighsBasisStatus.kBasic]
        between = [cell for cell, status in enumerate(basis.col_status) if status == HighsBasisStatus.kBasic]
        return (tight, between) if len(tight) == len(between) <= MOST_ROWS else ([], [])

    def _bound(self, weights: Sequence[int], duals: Sequence[Fraction]) -> int | None:
        """The bound that some duals prove, whichever they are (weak duality); None where they prove none."""
        pull, most = list(map(Fraction, weights)), Fraction(0)
        for row, dual in zip(self._rows, duals, strict=True):
            for cell, weight in row.items():
                pull[cell] -= dual * weight
        ends = [*self._ends, *self._bounds]
        for times, (low, high) in zip((*duals, *pull), ends, strict=True):
            end = high if times > 0 else low
            if times and end is None:
                return None
            most += times * (end or 0)
        return floor(most)


def _unit(equations: Equations) -> float:
    """The largest number that is stated: in units of it, a solver in floating point tells all numbers apart."""
    highs = equations.high[equations.high < NO_LIMIT]
    return float(max(1, *(np.abs(each).max(initial=0) for each in (equations.sums, equations.low, highs))))


def _in_units(equations: Equations, unit: float) -> Equations:
    """The same lines and bounds, counted in larger units; without conditions."""
    parts: tuple[Any, ...] = (equations.sums, equations.low, np.where(equations.high < NO_LIMIT, equations.high, inf))
    sums, low, high = (part / unit for part in parts)
    return Equations(equations.matrix, sums, low, np.where(np.isinf(high), NO_LIMIT, high), ())


def solved(rows: Sequence[Mapping[int, int]], right: Sequence[int | Fraction]) -> dict[int, Fraction] | None:
    """Solve linear equations in exact fractions; None if they have no single solution (Gauss and Jordan).

    The equation with the fewest unknowns is used first (Markowitz 1957), so that equations stay short.

    Args:
        rows: for each equation, the unknowns in it and how often each is taken; as many as there are unknowns.
        right: what each comes to.

    Examples:
        >>> solved([{0: 1, 1: 1}, {0: 10, 1: -3}], [1, 0])
        {0: Fraction(3, 13), 1: Fraction(10, 13)}
    """
    left = [{unknown: Fraction(times) for unknown, times in row.items() if times} for row in rows]
    ends, used = list(map(Fraction, right)), dict[int, int]()
    where: dict[int, set[int]] = {}
    for at, row in enumerate(left):
        for unknown in row:
            where.setdefault(unknown, set()).add(at)
    waiting = set(range(len(left)))
    while waiting:
        at = min(waiting, key=lambda each: len(left[each]))
        if not left[at]:
            return None
        waiting.remove(at)
        unknown = min(left[at], key=lambda each: len(where[each]))
        used[unknown] = at
        for other in where[unknown] - {at}:
            times = left[other][unknown] / left[at][unknown]
            ends[other] -= times * ends[at]
            _take_away(left[other], left[at], times, where, other)
    return {unknown: ends[at] / left[at][unknown] for unknown, at in sorted(used.items())}


def _take_away(
    row: dict[int, Fraction], pivot: Mapping[int, Fraction], times: Fraction, where: Mapping[int, set[int]], at: int
) -> None:
    """Take a multiple of one equation from another one, in place, and note which unknowns are left in it."""
    for unknown, number in pivot.items():
        rest = row.get(unknown, 0) - times * number
        if rest:
            row[unknown] = rest
            where[unknown].add(at)
        else:
            row.pop(unknown, None)
            where[unknown].discard(at)
