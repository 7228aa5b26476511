"""Conditions on large numbers: each alternative is tried by itself, with no switch between them (branch and bound).

A switch is as large as the numbers are. Where these are large, a solver may take one for on that is not quite, or may
not end. Without switches a solver finds tables that keep to all but the conditions; most of them keep to these as well.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

import numpy as np

from disclosure.audit.reading.cells import Numbers
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, limited
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.models import add_row

MANY: Final = 10**4
"""From switches of this size on, alternatives are tried one by one."""

Rows = tuple[LinearConstraint, ...]


def alternatives_in(equations: Equations) -> tuple[Disjunction, ...]:
    """The conditions that leave a choice: of which one alternative must hold, and any may."""
    return tuple(each for each in equations.disjunctions if len(each.alternatives) > 1)


def branched(equations: Equations) -> tuple[Disjunction, ...]:
    """Those of them that no solver is given, as switches between the alternatives would be large."""
    largest = limited(equations.low, equations.high, equations.sums, equations.disjunctions).max(initial=0)
    return alternatives_in(equations) if largest >= MANY else ()


def without(equations: Equations, conditions: tuple[Disjunction, ...]) -> Equations:
    """The same equations without some of their conditions."""
    return replace(equations, disjunctions=tuple(each for each in equations.disjunctions if each not in conditions))


def best_table(
    best_within: Callable[[Rows], Numbers | None],
    worth: Callable[[Numbers], float],
    conditions: Sequence[Disjunction],
) -> Numbers | None:
    """The best table that keeps to some conditions; None if there is none.

    Args:
        best_within: the best table that keeps to some more rows and not yet to the conditions; None if there is none.
        worth: how good a table is.
        conditions: the conditions.

    Examples:
        >>> from disclosure.audit.reading.disjunctions import disjunction_of_gap
        >>> def most_below_8(rows):                           # one count of 0 to 7, but for what the rows rule out
        ...     fitting = [np.array([count]) for count in range(8) if all(row.holds(np.array([count])) for row in rows)]
        ...     return max(fitting, default=None)
        >>> best_table(most_below_8, lambda counts: counts[0], [disjunction_of_gap(0, (6, 9))])
        array([5])
    """
    best: Numbers | None = None
    left: list[Rows] = [()]
    while left:
        rows = left.pop()
        counts = best_within(rows)
        if counts is None or (best is not None and worth(counts) <= worth(best)):
            continue
        broken = next((each for each in conditions if not each.holds(counts)), None)
        if broken is None:
            best = counts
        else:
            left += [(*rows, *alternative) for alternative in broken.alternatives]
    return best


@contextmanager
def more_rows(solver: Any, rows: Rows) -> Iterator[None]:
    """Let a solver keep to some more rows, for a while."""
    before = solver.getNumRow()
    for row in rows:
        add_row(solver, row)
    try:
        yield
    finally:
        solver.deleteRows(len(rows), np.arange(before, before + len(rows), dtype=np.int32))
