"""What percentages and rates beside counts say of them: two linear rows each, in whole numbers of part and base.

If p is printed and h is half a unit, the part n and its base N fulfil (p - h) N <= 100 n <= (p + h) N. Where one of
the two is known this is a bound on the other one; else the two rows go to the integer solver, as a condition.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Cells
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
from disclosure.audit.reading.shares import Share

MOST_ROUNDS: Final = 10
"""Rounds after which bounds are left as they are: the solver goes on from there."""

NO_SHARE: Final = "{name}: no whole number that the table allows is {text} of its base."

Bounds = list[int]
Ends = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """A bound that a percentage gives, and the percentage in words.

    Args:
        bound: the bound, in people.
        text: the percentage as it is printed.
        others: the number that was used with it: from, to.
        of_part: whether the cell is the part; otherwise it is the base.
    """

    bound: int
    text: str
    others: tuple[int, int]
    of_part: bool


@dataclass(frozen=True)
class ByPercentages:
    """What percentages tell of the cells of a release.

    Args:
        told: bounds, by the place of the cell and whether they are upper ones.
        parts: the places of the cells whose percentages are conditions for the solver.
        ties: whether somewhere it was not used that a tie would be rounded up.
    """

    told: dict[tuple[int, bool], Told] = field(default_factory=dict)
    parts: frozenset[int] = frozenset()
    ties: bool = False


def with_percentages(
    cells: Cells, shares: Sequence[Share], name_of: Callable[[int], str]
) -> tuple[Cells, list[Disjunction], ByPercentages]:
    """Use percentages on the cells of a release.

    Args:
        cells: what print, marks and rule say of each.
        shares: the percentages.
        name_of: what the cell at a place is called, for the sentence.

    Returns:
        The cells with narrower bounds, conditions for what bounds cannot state, and what was told.

    Raises:
        ContradictionError: no whole number is printed like this.
    """
    if not shares:
        return cells, [], ByPercentages()
    low, high = cells.low.tolist(), cells.high.tolist()
    told: dict[tuple[int, bool], Told] = {}
    moving, moves = list(shares), True
    for _ in range(MOST_ROUNDS):
        still_open = [share for share in moving if share.base >= 0 and low[share.base] < high[share.base]]
        moves = moves and sum(_narrow(share, low, high, told) for share in moving) > 0
        if wrong := next((share for share in moving if _is_impossible(share, low, high)), None):
            raise ContradictionError(NO_SHARE.format(name=name_of(wrong.part), text=wrong.text))
        moving = still_open
    left = [share for share in shares if share.base >= 0 and share.base != share.part]
    known = [_says_all(share, low, high) for share in left]
    left = [share for share, is_known in zip(left, known, strict=True) if moves or not is_known]
    conditions = [_condition(share, high[share.part], low[share.base]) for share in left]
    ties = any(_drops_tie(share, high[share.part], low[share.base]) for share in left)
    narrowed = replace(cells, low=np.array(low, dtype=np.int64), high=np.array(high, dtype=np.int64))
    return narrowed, conditions, ByPercentages(told, frozenset(share.part for share in left), ties)


def _narrow(share: Share, low: Bounds, high: Bounds, told: dict[tuple[int, bool], Told]) -> bool:
    """Use one percentage on the bounds of its part and its base; tell whether one moved."""
    part, base = share.part, share.base
    base_ends = (low[base], high[base]) if base >= 0 else (share.base_low, share.base_high)
    ends = _of_part(share, base_ends)
    moved = ends[0] > low[part] or ends[1] < high[part]
    if moved:
        _move(part, ends, low, high, told, (share.text, base_ends, True))
    if base >= 0 and base_ends[0] < base_ends[1] and not share.may_be_of_nobody(base_ends[0]):
        part_ends = (low[part], high[part])
        ends = _of_base(share, part_ends)
        if ends[0] > low[base] or ends[1] < high[base]:
            moved = True
            _move(base, ends, low, high, told, (share.text, part_ends, False))
    return moved


def _says_all(share: Share, low: Bounds, high: Bounds) -> bool:
    """Whether bounds say all that a percentage tells: part or base is known, and the base is not either 0 or large."""
    part, base = share.part, share.base
    either = share.may_be_of_nobody(low[base])
    return low[base] == high[base] or (low[part] == high[part] and not either)


def _is_impossible(share: Share, low: Bounds, high: Bounds) -> bool:
    """Whether nothing is left for a part or its base, or more than 0 is printed of a base of 0."""
    base_ends = (low[share.base], high[share.base]) if share.base >= 0 else (share.base_low, share.base_high)
    nothing = low[share.part] > high[share.part] or base_ends[0] > base_ends[1]
    return nothing or (base_ends[1] == 0 and not share.is_zero)


def _of_part(share: Share, base_ends: Ends) -> Ends:
    """The least and the most that a part can be, given from where to where its base can be."""
    if share.part == share.base:  # all of it, or 0 of nobody
        if not share.is_zero:
            return 1, NO_LIMIT
        all_of_it = share.behind.high > 1 or (share.behind.high == 1 and share.behind.high_belongs)
        return 0, NO_LIMIT if all_of_it else 0  # in large units all of it may be printed as 0, too
    behind, most = share.behind, NO_LIMIT
    least = _up(behind.low, base_ends[0], belongs=behind.low_belongs) if behind.low >= 0 else 0
    if base_ends[1] < NO_LIMIT and not share.may_be_of_nobody(base_ends[0]):
        most = _down(behind.high, base_ends[1], belongs=behind.high_belongs)
    return (0, max(most, 0)) if share.is_zero else (least, most)


def _of_base(share: Share, part_ends: Ends) -> Ends:
    """The least and the most that a base can be, given from where to where its part can be."""
    behind, least, most = share.behind, 0, NO_LIMIT
    if share.part == share.base:
        return _of_part(share, part_ends)
    if part_ends[0]:
        least = _up(1 / behind.high, part_ends[0], belongs=behind.high_belongs)
    if behind.low > 0 and part_ends[1] < NO_LIMIT:
        most = _down(1 / behind.low, part_ends[1], belongs=behind.low_belongs)
    return max(least, int(not share.is_zero)), most


def _move(
    cell: int,
    ends: Ends,
    low: Bounds,
    high: Bounds,
    told: dict[tuple[int, bool], Told],
    words: tuple[str, Ends, bool],
) -> None:
    """Take in two bounds, at least one of them narrower, and note what told them."""
    exact = ends[0] == ends[1]
    if exact or ends[0] > low[cell]:
        told[cell, False] = Told(ends[0], *words)
    if exact or ends[1] < high[cell]:
        told[cell, True] = Told(ends[1], *words)
    low[cell], high[cell] = max(low[cell], ends[0]), min(high[cell], ends[1])


def _up(end: Fraction, times: int, *, belongs: bool) -> int:
    """The smallest whole number above a multiple of an end, or at it if it belongs."""
    whole, rest = divmod(end.numerator * times, end.denominator)
    return whole + (rest > 0 or not belongs)


def _down(end: Fraction, times: int, *, belongs: bool) -> int:
    """The largest whole number below a multiple of an end, or at it if it belongs."""
    whole, rest = divmod(end.numerator * times, end.denominator)
    return whole - (rest == 0 and not belongs)


def _condition(share: Share, most: int, base_least: int) -> Disjunction:
    """The two rows of a percentage; or its base is 0, where 0 is printed of a part that does not lie in it."""
    if not share.may_be_of_nobody(base_least):
        return Disjunction((_rows(share, most, base_least),))
    return Disjunction((_rows(share, most, 1), (LinearConstraint((share.base,), (1,), None, 0),)))


def _rows(share: Share, most: int, base_least: int) -> tuple[LinearConstraint, ...]:
    """The two rows of a percentage whose part and base are both unknown.

    Where 0 is printed the base may be 0, and the part with it, which a strict row would not let. Then the row is taken
    K times, with K the largest part, and the part once more: (K e + 1) n <= K b N lets n = 0 stand with any N, and
    else says e n < b N, for n <= K.
    """
    behind, places = share.behind, (share.part, share.base)
    rows = []
    if behind.low > 0:
        weights = (behind.low.denominator, -behind.low.numerator)
        rows.append(LinearConstraint(places, weights, int(not behind.low_belongs), None))
    times, weights = 1, (behind.high.denominator, -behind.high.numerator)
    strict = not behind.high_belongs
    if strict and share.is_zero and base_least == 0:
        strict, times = False, (1 if most >= NO_LIMIT else most)
        weights = (times * weights[0] + int(most < NO_LIMIT), times * weights[1])
    rows.append(LinearConstraint(places, weights, None, -int(strict)))
    return tuple(rows)


def _drops_tie(share: Share, most: int, base_least: int) -> bool:
    """Whether the rows let a tie stand that would be rounded up: a zero of a base that may be 0, without a limit."""
    of_nobody = share.is_zero and share.inside and base_least == 0
    return of_nobody and not share.behind.high_belongs and most >= NO_LIMIT
