"""Every list that fits a block is found, and no other: held against all lists of people, tried one by one."""

import numpy as np
import pandas as pd
import pytest

from lessons.reconstruction.attack import ages_that_fit, joined, median, one_side, plan_fits, rebuild, with_all_plans
from lessons.reconstruction.release import Group, print_block
from tests.lessons.reconstruction.small_blocks import AGES, LABELS, as_sets, every_list, printed_of, random_block


@pytest.mark.parametrize(("women", "men"), [(3, 3), (3, 4), (4, 3)])
@pytest.mark.parametrize("seed", range(4))
def test_every_list_that_fits_is_found_and_no_other(women, men, seed):
    printed = printed_of(random_block(np.random.default_rng(seed), women, men))
    found, expected = as_sets(rebuild(printed, ages=AGES)), every_list(printed)
    assert len(found) == len(set(found)) and set(found) == expected


@pytest.mark.parametrize("left_out", [("sex and plan",), ("plan",), ("plan", "sex and plan")])
def test_so_it_is_where_tables_are_left_out(left_out):
    printed = printed_of(random_block(np.random.default_rng(7))).without(*left_out)
    found = as_sets(rebuild(printed, ages=AGES))
    assert len(found) == len(set(found)) and set(found) == every_list(printed)


def test_the_true_block_is_always_among_them():
    rng = np.random.default_rng(53)
    for _ in range(10):
        people = random_block(rng, *rng.permutation([3, 4]).tolist(), ages=range(18, 90))
        true = tuple(sorted(zip(people["sex"], people["plan"], people["age"].tolist(), strict=True)))
        assert as_sets(rebuild(printed_of(people))).count(true) == 1


def test_three_males_of_the_paper_leave_thirty_triples():
    """Mean 44 and median 30, ages 1 to 110 (Garfinkel, Abowd & Martindale 2018)."""
    found = ages_that_fit(Group(3, 44.0, 30.0), range(1, 111))
    assert len(found) == 30 and (found.sum(axis=1) == 132).all() and (found[:, 1] == 30).all()


def test_a_half_year_of_median_stands_between_two_people():
    found = ages_that_fit(Group(4, 20.0, 19.5), range(18, 23)).tolist()
    assert found == [[19, 19, 20, 22]]


def test_people_of_one_age_are_not_told_apart():
    """Two of 20 years with two plans: three ways, not four."""
    assert len(with_all_plans("female", np.array([[20, 20, 30]]), 2)) == 3 * 2


def test_a_hidden_line_means_too_few():
    lists = with_all_plans("female", np.array([[20, 30, 40]]), 2)
    assert sorted(lists.only(plan_fits(lists, 0, None, 3)).plans.sum(axis=1).tolist()) == [1, 1, 1, 2, 2, 2, 3]


def test_medians_of_chosen_seats():
    ages, chosen = np.array([[50, 20, 31, 18]]), np.array([[True, True, True, False]])
    assert median(ages, chosen, 3).tolist() == [31] and median(ages, chosen ^ chosen | True, 4).tolist() == [25.5]


def test_women_and_men_are_put_together_where_plans_add_up():
    printed = printed_of(random_block(np.random.default_rng(1)))
    women, men = (one_side(printed, sex, AGES) for sex in LABELS["sex"])
    both = joined(women, men, printed)
    for plan, group in printed.lines("plan"):
        if group is not None:
            has = both.plans == plan
            assert (has.sum(axis=1) == group.people).all() and ((both.ages * has).sum(axis=1) == group.total).all()


def test_a_block_with_too_few_of_one_sex_is_refused():
    people = pd.DataFrame({"sex": ["female"] * 5 + ["male"] * 2, "plan": "basic", "age": 30})
    with pytest.raises(ValueError, match="of female there are not three or four people: choose a block"):
        rebuild(print_block(people, LABELS))
