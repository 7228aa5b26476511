"""Counting without listing, held against lists that were tried one by one."""

from itertools import combinations_with_replacement, product

import numpy as np
import pytest

from lessons.reconstruction.attack import rebuild
from lessons.reconstruction.steps import blocks_left, by_sum, fit_both_sexes, fit_the_whole, ways_to_have_plans
from tests.lessons.reconstruction.small_blocks import AGES, every_list, printed_of, random_block


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_whole_is_counted_as_if_all_lists_were_tried(seed):
    """Three ages, four kinds of people of each: 50,388 lists of seven."""
    ages = range(18, 21)
    printed = printed_of(random_block(np.random.default_rng(seed), 4, 3, ages))
    lists = np.array(list(combinations_with_replacement([age for age in ages for _ in range(4)], 7)))
    kinds = np.array(list(combinations_with_replacement(range(12), 7)))
    assert len(lists) == len(kinds)
    tried = np.array(ages)[kinds // 4]
    fits = (tried.sum(axis=1) == printed.all.total) & (np.median(tried, axis=1) == printed.all.median)
    assert fit_the_whole(printed, ages) == fits.sum()


@pytest.mark.parametrize("seed", [4, 5])
def test_both_sexes_are_counted_as_if_all_lists_were_tried(seed):
    printed = printed_of(random_block(np.random.default_rng(seed), 3, 4))
    assert fit_both_sexes(printed, AGES) == len(every_list(printed.without("plan", "sex and plan")))


def test_each_table_leaves_fewer_or_as_many():
    for seed in range(6):
        printed = printed_of(random_block(np.random.default_rng(seed), 3, 4, range(18, 60)))
        left = blocks_left(printed)
        assert left["left"].is_monotonic_decreasing and left["left"].iloc[-1] == len(rebuild(printed)) >= 1


def test_lists_by_sum_as_if_tried():
    kinds = list(product([3, 4, 6], range(2)))
    found = by_sum([3, 4, 6], kinds=2, most=3, longest=20)
    for people in range(4):
        sums = [sum(age for age, _ in one) for one in combinations_with_replacement(kinds, people)]
        assert found[people].tolist() == np.bincount(sums, minlength=20).tolist()


def test_ways_to_have_plans():
    assert ways_to_have_plans(np.array([[20, 30, 40], [20, 20, 40], [20, 20, 20]]), 3).tolist() == [27, 18, 10]
