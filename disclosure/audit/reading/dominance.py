"""What a dominance rule tells of a hidden amount, and of the people behind an amount.

Everybody who contributes has at least 1. If dominated cells are hidden, a hidden cell is not 0: nobody dominates
nothing. If it is known how many contribute, and by which rule, the cell cannot be small: only somebody large can
dominate many people. That holds for a secret p as well, which is 100 at most; an (n, k)-rule whose numbers are secret
tells nothing of this. The rule gives no upper limit; only totals do.

A cell that is not dominated has several contributors, so that a complementary cell is not too small either: it has
what an insider knows to be hers in it, and at least 1 of each of the others.

Not used, for lack of a limit that is sure and simple: how much more the rule tells of the people behind a cell that is
not dominated (`largest_of_others` uses it for one cell); that one rule, with the same numbers, is behind all cells; and
that the same people may stand behind several cells, so that a total that is not dominated may limit a cell in it.
So what is not exact under a dominance rule is "not found" (`disclosure.audit.reading.unused`).
"""

from bisect import bisect_left
from collections.abc import Sequence

from disclosure.rules import DominanceRule


def least_amount(known: Sequence[int], others: int | None) -> int:
    """The smallest amount of a cell, if some contributions are known and each other one is at least 1.

    Args:
        known: the contributions that are known, in units.
        others: how many others contribute; None if that is not known.

    Examples:
        >>> least_amount([50, 20], others=3), least_amount([50, 20], others=None)
        (73, 70)
    """
    return sum(known) + (others or 0)


def dominated_amounts(
    rule: DominanceRule, known: Sequence[int], others: int | None
) -> tuple[int, tuple[int, int] | None]:
    """The amounts of a cell that the rule calls dominated: from which on, and a gap in between if there is one.

    The surest way to dominate: everybody who is not known contributes 1, but for one person who contributes the rest.
    With a little more than 1 she is one of those who are dominated; with much more she dominates: hence the gap.

    Args:
        rule: the rule, with its numbers.
        known: the contributions that are known, in units.
        others: how many others contribute; None if that is not known.

    Raises:
        ValueError: these contributions are all, and do not dominate.

    Examples:
        >>> from disclosure.rules import PPercentRule
        >>> dominated_amounts(PPercentRule(10), [], others=12)     # 101 + 11 times 1: the last 10 are below 10.1
        (112, None)
        >>> dominated_amounts(PPercentRule(10), [50, 20, 20], others=None)     # 401 + 50, and 40 are below 40.1
        (491, None)
        >>> dominated_amounts(PPercentRule(10), [50, 20], others=None)     # 4 more are below 5; 20 are below 20.1
        (70, (75, 270))
    """
    if others == 0:
        if not _dominates(rule, known, sum(known)):
            raise ValueError(f"the contributions {list(known)} do not dominate by {rule}.")
        return sum(known), None
    small = [*known, *_ones(rule, (others or 1) - 1)]
    base, start = sum(known) + (others or 1) - 1, int(others is not None)
    worst = max([start, *sorted(small, reverse=True)[rule.contributors - 1 : rule.contributors]])

    def dominates(rest: int) -> bool:
        """Whether a cell is dominated in which one of the others has the rest."""
        return _dominates(rule, [*small, rest], base + rest)

    if dominates(worst):
        return base + start, None
    again = base + worst + bisect_left(range(worst, 100 * (base + worst) + 2), True, key=dominates)
    if not dominates(start):
        return again, None
    no_more = base + start + bisect_left(range(start, worst), True, key=lambda rest: not dominates(rest))
    return base + start, (no_more, again - 1)


def largest_of_others(
    rest: int, known: Sequence[int], others: int | None, rule: DominanceRule | None, *, dominated: bool
) -> tuple[int, int]:
    """The smallest and largest possible value of the largest contribution among the others in a cell.

    A largest one of the others makes a cell the more dominated the more it has, so each end is found by halving.

    Args:
        rest: what the others contribute together, in units.
        known: the contributions that are known, in units.
        others: how many others contribute; None if that is not known.
        rule: a rule whose numbers the attacker knows; None if she knows none.
        dominated: whether the rule calls the cell dominated.

    Raises:
        ValueError: no contributions fit all this.

    Examples:
        >>> from disclosure.rules import PPercentRule
        >>> largest_of_others(920, [80], 4, None, dominated=True)
        (230, 917)
        >>> largest_of_others(920, [80], 4, PPercentRule(10), dominated=True)
        (821, 917)
        >>> largest_of_others(920, [80], 4, PPercentRule(10), dominated=False)
        (230, 836)
    """
    if rest == 0:
        return 0, 0
    low, high = (1, rest) if others is None else (-(-rest // others), rest - others + 1)
    if rule is None:
        return low, high
    total, candidates = rest + sum(known), range(low, high + 1)
    split = _few_large if dominated else _as_even
    first = bisect_left(
        candidates, True, key=lambda one: _dominates(rule, [*known, *split(rest, one, others, rule)], total)
    )
    fitting = candidates[first:] if dominated else candidates[:first]
    if not fitting:
        raise ValueError(f"no contributions fit: {total} in all, {list(known)} known, {rule}.")
    return fitting[0], fitting[-1]


def _dominates(rule: DominanceRule, contributions: Sequence[int], total: int) -> bool:
    """Whether a cell is dominated; the contributions include its largest ones, in any order."""
    return rule.dominates(sorted(contributions, reverse=True), total)


def _ones(rule: DominanceRule, others: int) -> list[int]:
    """As many contributions of 1 as the rule looks at, or as there are."""
    return [1] * min(others, rule.contributors)


def _few_large(rest: int, largest: int, others: int | None, rule: DominanceRule) -> list[int]:
    """The largest parts of a sum that is split as unevenly as its largest part allows."""
    parts, left = [largest], rest - largest
    while left and len(parts) < rule.contributors:
        reserved = 0 if others is None else others - len(parts) - 1
        parts.append(min(largest, left - reserved))
        left -= parts[-1]
    return parts


def _as_even(rest: int, largest: int, others: int | None, rule: DominanceRule) -> list[int]:
    """The largest parts of a sum that is split as evenly as its largest part allows."""
    left = rest - largest
    if left == 0:
        return [largest]
    parts = left if others is None else others - 1
    size, larger = divmod(left, parts)
    looked_at = rule.contributors
    return [largest, *([size + 1] * min(larger, looked_at)), *([size] * min(parts - larger, looked_at))]
