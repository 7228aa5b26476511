from functools import cache
from itertools import product

import pytest

from disclosure.audit.reading.dominance import dominated_amounts, largest_of_others, least_amount
from disclosure.rules import DominanceRule, NKRule, PPercentRule

RULES = [PPercentRule(10), PPercentRule(60), PPercentRule(100), NKRule(1, 60), NKRule(2, 75), NKRule(3, 90)]
MOST = 20


@cache
def splits(rest: int, others: int | None, most: int = 99) -> list[tuple[int, ...]]:
    """Every way in which others can contribute a sum, each at least 1, the largest first."""
    if rest == 0:
        return [()] if others in (None, 0) else []
    left = None if others is None else others - 1
    firsts = range(1, min(rest, most) + 1) if others != 0 else ()
    return [(first, *parts) for first in firsts for parts in splits(rest - first, left, first)]


def dominated(rule: DominanceRule, contributions: tuple[int, ...]) -> bool:
    """The rule by its definition, on all contributions."""
    total, largest = sum(contributions), sorted(contributions, reverse=True)
    if isinstance(rule, PPercentRule):
        x1, x2 = [*largest, 0, 0][:2]
        return total - x1 - x2 < rule.p / 100 * x1
    return sum(largest[: rule.n]) > rule.k / 100 * total


@pytest.mark.parametrize("rule", RULES, ids=repr)
@pytest.mark.parametrize("known", [(), (1,), (5,), (3, 3), (4, 2, 2), (9, 1)])
@pytest.mark.parametrize("others", [None, 0, 1, 2, 4])
def test_dominated_amounts_are_those_of_all_splits(
    rule: DominanceRule, known: tuple[int, ...], others: int | None
) -> None:
    rests = range(1 if others else 0, MOST + 1) if others != 0 else [0]
    every = [sum(known) + rest for rest in rests]
    possible = [n for n in every if any(dominated(rule, known + parts) for parts in splits(n - sum(known), others))]
    if others == 0 and not possible:
        with pytest.raises(ValueError, match="do not dominate"):
            dominated_amounts(rule, known, others)
        return
    least, gap = dominated_amounts(rule, known, others)
    first, last = gap or (0, -1)
    assert possible == [n for n in every if n >= least and not first <= n <= last]


@pytest.mark.parametrize("rule", [None, *RULES], ids=repr)
@pytest.mark.parametrize("is_dominated", [True, False])
def test_the_largest_of_the_others_is_found_among_all_splits(rule: DominanceRule | None, is_dominated: bool) -> None:
    checked = 0
    for known, others, rest in product([(), (1,), (5,), (3, 3), (4, 2, 2)], [None, 1, 2, 4], range(1, MOST)):
        fitting = [
            max(parts)
            for parts in splits(rest, others)
            if rule is None or dominated(rule, known + parts) == is_dominated
        ]
        if fitting:
            said = largest_of_others(rest, known, others, rule, dominated=is_dominated)
            assert said == (min(fitting), max(fitting)), (known, others, rest)
            checked += 1
        elif splits(rest, others):
            with pytest.raises(ValueError, match="no contributions fit"):
                largest_of_others(rest, known, others, rule, dominated=is_dominated)
    assert checked > 0


def test_nobody_else_has_nothing() -> None:
    assert largest_of_others(0, [9], 0, PPercentRule(10), dominated=True) == (0, 0)
    assert least_amount([9], 0) == 9


def test_somebody_who_dominates_many_is_large() -> None:
    """12 viewers: the last 10 have 10 or more, so p = 10 asks for one with at least 101."""
    assert dominated_amounts(PPercentRule(10), [], 12) == (101 + 11, None)
    assert not dominated(PPercentRule(10), (100, *[1] * 11))
