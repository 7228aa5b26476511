"""How many blocks fit, table by table: counted without being listed, where they are too many for that."""

from collections.abc import Sequence
from math import comb, prod
from typing import Final

import numpy as np
import pandas as pd

from lessons.reconstruction.attack import AGES, ages_that_fit, median, rebuild
from lessons.reconstruction.release import PrintedBlock

STEPS: Final = ("all", "sex", "plan", "sex and plan")
"""Tables in the order in which they are printed; each step has all before it."""


def blocks_left(printed: PrintedBlock) -> pd.DataFrame:
    """Count the blocks that fit the first table alone, the first two, and so on.

    Args:
        printed: all four tables of a block of seven; its people are of any of the `lessons.reconstruction.attack.AGES`.

    Returns:
        One row per step: ``table`` (the last one that is printed), ``left`` (blocks that fit: each a list of sex, plan
        and age for all people, in no order).
    """
    left = [fit_the_whole(printed, AGES), fit_both_sexes(printed, AGES)]
    left += [len(rebuild(printed.without("sex and plan"))), len(rebuild(printed))]
    return pd.DataFrame({"table": STEPS, "left": left})


def fit_the_whole(printed: PrintedBlock, ages: Sequence[int]) -> int:
    """Count the blocks that fit the one line of all people, an odd number of them.

    Some are below the median, some at it, some above; neither side has more than half.
    """
    people, middle = printed.all.people, round(printed.all.median)
    kinds, half, longest = prod(map(len, printed.labels.values())), (people - 1) // 2, people * (max(ages) + 1)
    below = by_sum([age for age in ages if age < middle], kinds, half, longest)
    above = by_sum([age for age in ages if age > middle], kinds, half, longest)
    found = 0
    for low in range(half + 1):
        for high in range(half + 1):
            at = people - low - high
            rest = printed.all.total - at * middle
            sums = [int(below[low, part]) * int(above[high, rest - part]) for part in range(rest + 1)]
            found += comb(at + kinds - 1, at) * sum(sums)
    return found


def by_sum(ages: Sequence[int], kinds: int, most: int, longest: int) -> np.ndarray:
    """Count lists of up to ``most`` people of these ages by their sum, if each age has so many kinds of people.

    Returns:
        Shape (most + 1, longest): how many lists of so many people have which sum of ages.

    Examples:
        >>> by_sum([1, 2], kinds=1, most=2, longest=5).tolist()
        [[1, 0, 0, 0, 0], [0, 1, 1, 0, 0], [0, 0, 1, 1, 1]]
    """
    found = np.zeros((most + 1, longest), dtype=np.int64)
    found[0, 0] = 1
    for age in ages:
        for people in range(most, 0, -1):
            for new in range(1, people + 1):
                shift = new * age
                found[people, shift:] += comb(new + kinds - 1, new) * found[people - new, : longest - shift]
    return found


def fit_both_sexes(printed: PrintedBlock, ages: Sequence[int]) -> int:
    """Count the blocks that fit the lines of all people and of both sexes, whatever plans they have."""
    one, other = (ages_that_fit(printed.of_sex(sex), ages) for sex in printed.labels["sex"])
    both = np.hstack([np.repeat(one, len(other), axis=0), np.tile(other, (len(one), 1))])
    fits = median(both, np.ones(both.shape, dtype=bool), printed.all.people) == printed.all.median
    of_one, of_other = (ways_to_have_plans(each, len(printed.labels["plan"])) for each in (one, other))
    ways = np.repeat(of_one, len(other)) * np.tile(of_other, len(one))
    return int(ways[fits].sum())


def ways_to_have_plans(ages: np.ndarray, n_plans: int) -> np.ndarray:
    """Count in how many ways the people of each row can have plans, if those of the same age are not told apart."""
    return np.array(
        [prod(comb(times + n_plans - 1, times) for times in np.unique(row, return_counts=True)[1]) for row in ages]
    )
