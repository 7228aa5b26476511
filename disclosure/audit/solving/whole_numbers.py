"""Whole numbers that fulfil the equations of a block, found by constraint programming (CP-SAT).

It computes in whole numbers of 64 bits, so an answer is right however large the counts are. A solver in floating point
is not sure of conditions that no line can state: each needs a switch that is as large as the counts.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from math import inf
from typing import Any, Final

import numpy as np

from disclosure.audit.reading.cells import Numbers
from disclosure.audit.reading.disjunctions import LinearConstraint
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.time_limit import solve_program

TOO_LARGE: Final = (
    "the table has hidden numbers of up to {largest:,}, beside conditions with large weights or prices: together they "
    "are too large for the solver. Count in a larger unit, such as thousands."
)

MANY: Final = 6
"""Rows of so many counts are written in running sums, if these are fewer."""

FIRST_ROUND: Final = 0.02
"""How long each way of looking is tried at first, as the solver counts it (on most machines, seconds)."""

WAYS: Final[tuple[dict[str, Any], ...]] = (
    {"cp_model_presolve": False, "optimize_with_lb_tree_search": True},
    {"cp_model_presolve": False},
    {"linearization_level": 2, "keep_all_feasible_solutions_in_presolve": True},
)
"""Nearly all programs are solved in a few milliseconds by one of these, and some are not at all by one or the other:
from the best that the relaxation allows downwards; without any preparation; with conditions in the relaxation. A
preparation that may leave solutions out is never used: beside counts of 0 or of 8 and more, that of OR-Tools 9.15
leaves the best one out, and calls the next one the best."""


class WholeNumbers:
    """A program with a variable for each count of a block; rows, bounds and what is largest can be changed.

    Args:
        equations: what the counts must fulfil.
        most: upper bounds of the counts, large enough where there is no limit; shape (cells of the block,).
    """

    def __init__(self, equations: Equations, most: Numbers) -> None:
        """Write down the bounds, the lines and the conditions."""
        from ortools.sat.python import cp_model
        from scipy.sparse import csr_array

        self.model, self._low, self._high = cp_model.CpModel(), equations.low.copy(), most.copy()
        self._ways = list(WAYS)
        self._sums: dict[tuple[int, ...], list[Any]] = {}
        self.counts = [self.variable(*ends) for ends in zip(equations.low.tolist(), most.tolist(), strict=True)]
        lines = csr_array(equations.matrix)
        for line, total in enumerate(equations.sums.tolist()):
            at = slice(lines.indptr[line], lines.indptr[line + 1])
            self.keep_to(lines.indices[at].tolist(), lines.data[at].tolist(), total, total)
        self.switches = [self._switches(each.alternatives) for each in equations.disjunctions]

    def variable(self, low: int, high: int) -> Any:
        """One more whole number, within some bounds."""
        return self.model.new_int_var(low, high, "")

    def keep_to(
        self, cells: Iterable[int], weights: Iterable[int], low: int | None, high: int | None, *, of: Any = None
    ) -> Any:
        """Let a weighted sum of counts lie within bounds.

        Args:
            cells: the places of the counts.
            weights: how often each is taken.
            low, high: the bounds, both included; None where there is none.
            of: the variables that are meant, if not the counts.
        """
        from ortools.sat.python import cp_model

        variables = self.counts if of is None else of
        total = cp_model.LinearExpr.weighted_sum([variables[cell] for cell in cells], list(weights))
        ends = (cp_model.INT_MIN if low is None else low, cp_model.INT_MAX if high is None else high)
        return self.model.add_linear_constraint(total, *ends)

    def _switches(self, alternatives: tuple[tuple[LinearConstraint, ...], ...]) -> list[Any]:
        """One switch for each alternative of a condition; its rows hold where its switch is on, and one is on."""
        switches = [self.model.new_bool_var("") for _ in alternatives]
        self.model.add_bool_or(switches)
        for switch, rows in zip(switches, alternatives, strict=True):
            for row in rows:
                self._kept(row).only_enforce_if(switch)
        return switches

    def _kept(self, row: LinearConstraint) -> Any:
        """Let a row hold, written in running sums where these make it shorter (summation by parts)."""
        steps = -np.diff([*row.weights, 0])
        if len(row.cells) < MANY or np.count_nonzero(steps) > len(row.cells) / 2:
            return self.keep_to(row.cells, row.weights, row.low, row.high)
        changes = np.flatnonzero(steps).tolist()
        return self.keep_to(changes, steps[changes].tolist(), row.low, row.high, of=self._running_sums(row.cells))

    def _running_sums(self, cells: tuple[int, ...]) -> list[Any]:
        """The sums of the first of some counts, of the first two, and so on."""
        if cells not in self._sums:
            sums, least, most = [self.counts[cells[0]]], int(self._low[cells[0]]), int(self._high[cells[0]])
            for cell in cells[1:]:
                least, most = least + int(self._low[cell]), most + int(self._high[cell])
                sums.append(self.variable(least, most))
                self.keep_to((0, 1, 2), (1, 1, -1), 0, 0, of=(sums[-2], self.counts[cell], sums[-1]))
            self._sums[cells] = sums
        return self._sums[cells]

    def bound(self, cell: int, low: int, high: int) -> None:
        """Change the bounds of a count."""
        domain = self.model.proto.variables[self.counts[cell].index].domain
        domain[0], domain[1] = int(low), int(high)
        self._low[cell], self._high[cell] = low, high

    def largest(
        self, weights: Numbers, *, of: Any = None, most: int | None = None, effort: float = inf
    ) -> Numbers | None:
        """Counts with the largest weighted sum; None if none fit.

        Args:
            weights: how often each is taken; shape (cells of the block,).
            of: the variables that are weighed, if not the counts.
            most: no sum is larger than this, as is known; None if nothing is.
            effort: how long to look, as the solver counts it: on every machine the same.

        Raises:
            ArithmeticError: the effort was not enough.
            OutOfTimeError: there is a limit (`disclosure.audit.solving.time_limit`), and it is over.
            ValueError: the numbers are too large.
        """
        from ortools.sat.python import cp_model

        self._weigh(weights, of, most)
        status = self._solve(effort)
        if status not in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            raise ArithmeticError("The solver did not come to an end within the effort that it was allowed.")
        return self.values(self.counts) if status == cp_model.OPTIMAL else None

    def _weigh(self, weights: Numbers, of: Any, most: int | None) -> None:
        """Let a weighted sum be as large as can be."""
        from ortools.sat.python import cp_model

        some, variables = np.flatnonzero(weights).tolist(), self.counts if of is None else of
        self.model.clear_objective()
        if some:
            total = cp_model.LinearExpr.weighted_sum([variables[cell] for cell in some], weights[some].tolist())
            self.model.maximize(total)
            if most is not None:  # the solver makes its objective small: it is the negative of the sum
                self.model.proto.objective.domain.extend((-most, cp_model.INT_MAX))

    def _solve(self, effort: float) -> Any:
        """Look for a solution; what the solver says of it.

        Each way of looking is tried for a while, then each for longer: first the one that did last time.
        """
        from ortools.sat.python import cp_model

        if (self._low > self._high).any():
            return cp_model.INFEASIBLE
        for way, spent in _rounds(effort):
            self._solver = solve_program(self.model, spent, **self._ways[way])
            status = self._solver.response_proto.status
            if status not in (cp_model.UNKNOWN, cp_model.FEASIBLE):
                self._ways.insert(0, self._ways.pop(way))
                break
        if status == cp_model.MODEL_INVALID:
            raise ValueError(TOO_LARGE.format(largest=int(self._high.max(initial=0))))
        return status

    def values(self, variables: list[Any]) -> Numbers:
        """What some variables are in the solution that was found last."""
        return np.array([self._solver.value(each) for each in variables], dtype=np.int64)


def _rounds(effort: float) -> Iterator[tuple[int, float]]:
    """Which way to look, and for how long, in a search that may take some effort in all: each round 4 times as long.

    Examples:
        >>> list(_rounds(0.04))
        [(0, 0.02), (1, 0.02)]
        >>> from itertools import islice
        >>> list(islice(_rounds(inf), 5))
        [(0, 0.02), (1, 0.02), (2, 0.02), (0, 0.08), (1, 0.08)]
    """
    for number in count():
        spent = min(effort, FIRST_ROUND * 4 ** (number // len(WAYS)))
        yield number % len(WAYS), spent
        effort -= spent
        if effort <= 0:
            return
