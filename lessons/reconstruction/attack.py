"""Ada has the printed tables of a block, and lists every block of people that fits them: all of them, and no other.

Three ages with a printed sum and median are settled by the youngest, and four by the youngest and the one after. So few
sets of ages fit each sex. Each is given all plans, and women and men are put together where their plans add up to what
is printed. (Garfinkel, Abowd & Martindale, ACM Queue 16(5), 2018, hand such tables to a solver.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

import numpy as np

from lessons.reconstruction.release import Group, PrintedBlock

AGES: Final = range(18, 111)
"""Ages that Ada thinks possible: the tables are about adults."""

NOBODY: Final = 1_000
"""Stands behind all ages when those of a group are sorted to the front."""


@dataclass(frozen=True)
class Lists:
    """Lists of people: each row is one list, in the same order of seats: by sex, then by age, then by plan.

    Args:
        sexes: the sex at each seat; shape (seats,).
        ages: in years; shape (lists, seats).
        plans: the place of the plan among the labels; shape (lists, seats).
    """

    sexes: tuple[str, ...]
    ages: np.ndarray
    plans: np.ndarray

    def __len__(self) -> int:
        """How many lists there are."""
        return len(self.ages)

    def only(self, chosen: np.ndarray) -> "Lists":
        """Keep the chosen lists: a mask, or their places."""
        return Lists(self.sexes, self.ages[chosen], self.plans[chosen])


def rebuild(printed: PrintedBlock, *, ages: Sequence[int] = AGES) -> Lists:
    """List every block that fits what is printed (a reconstruction attack).

    Args:
        printed: the tables of a block; each sex has three or four people.
        ages: the ages that are possible.

    Returns:
        One list of people for each block that fits; no two are alike.

    Raises:
        ValueError: a sex has fewer than three people or more than four.
    """
    women, men = (one_side(printed, sex, ages) for sex in printed.labels["sex"])
    both = joined(women, men, printed)
    for plan, group in printed.lines("plan"):
        both = both.only(plan_fits(both, plan, group, printed.least))
    everybody = np.ones(both.ages.shape, dtype=bool)
    return both.only(median(both.ages, everybody, printed.all.people) == printed.all.median)


def one_side(printed: PrintedBlock, sex: str, ages: Sequence[int]) -> Lists:
    """List all women who fit the lines of women, or all men who fit those of men."""
    found = with_all_plans(sex, ages_that_fit(printed.of_sex(sex), ages), len(printed.labels["plan"]))
    for plan, group in printed.lines("sex and plan", sex):
        found = found.only(plan_fits(found, plan, group, printed.least))
    return found


def ages_that_fit(group: Group, ages: Sequence[int]) -> np.ndarray:
    """List the ages of three or four people that have the printed mean and median.

    Returns:
        One row for each possibility, the youngest first; shape (possibilities, people).

    Examples:
        >>> ages_that_fit(Group(3, 44.0, 30.0), range(28, 111)).tolist()
        [[28, 30, 74], [29, 30, 73], [30, 30, 72]]
        >>> ages_that_fit(Group(4, 20.0, 19.0), range(18, 111)).tolist()
        [[18, 18, 20, 24], [18, 19, 19, 24], [19, 19, 19, 23]]
    """
    youngest, lower = (each.ravel() for each in np.meshgrid(ages, ages, indexing="ij"))
    upper = round(2 * group.median) - lower
    if group.people == 3:
        fits, middle = lower == upper, [lower]
    else:
        fits, middle = lower <= upper, [lower, upper]
    oldest = group.total - youngest - sum(middle)
    fits = fits & (youngest <= lower) & (upper <= oldest) & (oldest <= max(ages))
    return np.column_stack([youngest, *middle, oldest])[fits]


def with_all_plans(sex: str, ages: np.ndarray, n_plans: int) -> Lists:
    """Give the people of each row all plans; those of the same age stand in the order of plans, so none comes twice."""
    seats = ages.shape[1]
    plans = np.array(list(product(range(n_plans), repeat=seats)), dtype=np.int8)
    every = Lists((sex,) * seats, np.repeat(ages, len(plans), axis=0), np.tile(plans, (len(ages), 1)))
    in_order = (np.diff(every.ages) > 0) | (np.diff(every.plans) >= 0)
    return every.only(np.all(in_order, axis=1))


def plan_fits(lists: Lists, plan: int, group: Group | None, least: int) -> np.ndarray:
    """Say of each list whether the people with this plan fit its printed line, or are too few for one."""
    has = lists.plans == plan
    people = has.sum(axis=1)
    if group is None:
        return np.asarray(people < least)
    fits = (people == group.people) & ((lists.ages * has).sum(axis=1) == group.total)
    fits[fits] = median(lists.ages[fits], has[fits], group.people) == group.median
    return np.asarray(fits)


def median(ages: np.ndarray, chosen: np.ndarray, people: int) -> np.ndarray:
    """The median age of the chosen seats of each list, of which there are so many."""
    first = np.sort(np.where(chosen, ages, NOBODY), axis=1)
    return np.asarray((first[:, (people - 1) // 2] + first[:, people // 2]) / 2)


def joined(women: Lists, men: Lists, printed: PrintedBlock) -> Lists:
    """Put each list of women beside each list of men with which the printed plans have their people and their sum."""
    shown = [(plan, group) for plan, group in printed.lines("plan") if group is not None]
    wanted = sum_up([(group.people, group.total) for _, group in shown])
    by_men = plan_sums(men, [plan for plan, _ in shown])
    order = np.argsort(by_men, kind="stable")
    missing = wanted - plan_sums(women, [plan for plan, _ in shown])
    first, after = (np.searchsorted(by_men[order], missing, side) for side in ("left", "right"))
    times = after - first
    woman = np.repeat(np.arange(len(women)), times)
    man = order[np.arange(len(woman)) + np.repeat(first - np.cumsum(times) + times, times)]
    ages, plans = (np.hstack([a[woman], b[man]]) for a, b in ((women.ages, men.ages), (women.plans, men.plans)))
    return Lists(women.sexes + men.sexes, ages, plans)


def plan_sums(lists: Lists, plans: Sequence[int]) -> np.ndarray:
    """People and sum of ages of each plan, written as one number: those of women and of men add up place by place."""
    of_plan = [lists.plans == plan for plan in plans]
    zero = np.zeros(len(lists), dtype=np.int64)
    return zero + sum_up([(has.sum(axis=1), (lists.ages * has).sum(axis=1)) for has in of_plan])


def sum_up(pairs: Sequence[tuple[Any, Any]]) -> Any:
    """Write people and sums one after the other as one number, with room for both.

    Examples:
        >>> sum_up([(3, 120)]) + sum_up([(1, 20)]) == sum_up([(4, 140)])
        True
    """
    number: Any = 0
    for people, total in pairs:
        number = (number * 10 + people) * 10_000 + total
    return number
