"""Conditions with large weights, as rates with many places make them: simpler where that is exact, else left out.

A solver that computes in 64 bits has no room for a count of 10**9 taken 10**10 times. Where the base is not too large,
the fractions that a part and such a base can make are few, and the nearest ones inside the interval say the same with
smaller weights (neighbours in a Farey sequence). Where it may be any number, the condition is left out, and that is
said; so is one whose weighted sum may be too large.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, enough, room
from disclosure.audit.reading.system import System
from disclosure.audit.solving.bound_propagation import propagate_bounds
from disclosure.audit.solving.equations import blocks, equations_of

STEEP: Final = 10**5
"""A larger weight is handed to no solver."""

FAR: Final = 2**60
"""Nor is a condition whose weighted sum can be so large."""

UNUSED_STEEP: Final = "all that follows from rates or other numbers with so many places beside so large hidden counts"


def without_steep(system: System) -> System:
    """The same release, with weights that a solver can be trusted with; it says so if conditions were left out.

    Raises:
        ContradictionError: some line cannot add up.
    """
    if not any(map(_is_steep, _rows(system.disjunctions))) and not _far(system, system.low, system.high):
        return system
    found = propagate_bounds(system)
    simple = tuple(_simplified(each, found.low, found.high) for each in system.disjunctions)
    kept = _without(simple, {row for row in _rows(simple) if _is_steep(row)})
    kept = _without(kept, _far(replace(system, disjunctions=kept), found.low, found.high))
    unused = (UNUSED_STEEP,) if kept != simple else ()
    usable = tuple(each for each in kept if all(each.alternatives))  # an alternative without rows always holds
    return replace(system, disjunctions=usable, unused=(*system.unused, *unused))


def _is_steep(row: LinearConstraint) -> bool:
    """Whether a row has a large weight."""
    return _steepest(row) > STEEP


def _steepest(row: LinearConstraint) -> int:
    """The largest weight of a row."""
    return max(map(abs, row.weights), default=0)


def _far(system: System, low: Numbers, high: Numbers) -> set[LinearConstraint]:
    """Those rows whose weighted sum can be too large: some number of theirs has no limit that 64 bits have room for."""
    endless = set(np.flatnonzero(high >= NO_LIMIT).tolist())
    rows = {row for row in _rows(system.disjunctions) if len(row.cells) > 1}
    far = {row for row in rows if endless.isdisjoint(row.cells) and max(map(abs, row.reach(low, high))) > FAR}
    if all(endless.isdisjoint(row.cells) for row in rows):
        return far
    for block in blocks(system, low < high):
        found, inside = equations_of(system, block, low, high), endless & set(block.cells.tolist())
        if enough(found.low, found.high, found.sums, found.disjunctions) > room(found.high, found.disjunctions):
            far |= {row for row in rows if not inside.isdisjoint(row.cells)}
    return far


def _rows(disjunctions: tuple[Disjunction, ...]) -> list[LinearConstraint]:
    """All rows of some conditions."""
    return [row for each in disjunctions for rows in each.alternatives for row in rows]


def _without(disjunctions: tuple[Disjunction, ...], left_out: set[LinearConstraint]) -> tuple[Disjunction, ...]:
    """Conditions without some of their rows."""
    if not left_out:
        return disjunctions
    return tuple(
        Disjunction(tuple(tuple(row for row in rows if row not in left_out) for rows in each.alternatives))
        for each in disjunctions
    )


def _simplified(disjunction: Disjunction, low: Numbers, high: Numbers) -> Disjunction:
    """A condition with smaller weights in its steep rows, where bases have a limit."""

    def simpler(row: LinearConstraint) -> LinearConstraint:
        other = _of_nearest_fraction(row, low, high) if _is_steep(row) else row
        return other if _steepest(other) < _steepest(row) else row

    return Disjunction(tuple(tuple(map(simpler, rows)) for rows in disjunction.alternatives))


def _of_nearest_fraction(row: LinearConstraint, low: Numbers, high: Numbers) -> LinearConstraint:
    """A row that holds a part against its base, by the nearest fraction that such a base allows.

    It says w part - v base >= 0 (or 1, if not equal), so part / base >= v / w; or the same with <= and -1. Other rows,
    such as those of means, stay as they are. Of a base of nobody, only the part is left.
    """
    if len(row.cells) != 2 or not row.weights[0] > 0 > row.weights[1]:
        return row
    part, base = row.cells
    most, upwards = int(high[base]), row.low is not None
    if not most:
        return LinearConstraint((part,), (1,), row.low, row.high)
    strict = bool(row.low if upwards else row.high)
    if most >= NO_LIMIT or (strict and not low[base]):
        return row
    end = Fraction(-row.weights[1], row.weights[0])
    if upwards:
        nearest = fraction_above(end, most, belongs=not strict)
        return LinearConstraint((part, base), (nearest.denominator, -nearest.numerator), 0, None)
    nearest = -fraction_above(-end, most, belongs=not strict)
    return LinearConstraint((part, base), (nearest.denominator, -nearest.numerator), None, 0)


def fraction_above(end: Fraction, most: int, *, belongs: bool) -> Fraction:
    """The smallest fraction above an end, or at it if it belongs, whose denominator is at most so much.

    The source is the theory of Farey sequences (Hardy and Wright, An Introduction to the Theory of Numbers, chapter 3):
    a / b is followed by e / f with b e - a f = 1, and f as large as may be.

    Args:
        end: where to begin.
        most: the largest denominator, 1 or more.
        belongs: whether the end itself will do.

    Examples:
        >>> fraction_above(Fraction(6984866, 10**9), 1000, belongs=True)
        Fraction(6, 859)
        >>> fraction_above(Fraction(1, 2), 5, belongs=False)
        Fraction(3, 5)
    """
    near = end.limit_denominator(most)
    if near > end or (near == end and belongs):
        return near
    first = pow(-near.numerator, -1, near.denominator)
    following = first + near.denominator * ((most - first) // near.denominator)
    return Fraction(near.numerator * following + 1, near.denominator * following)
