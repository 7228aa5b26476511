"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.noise.exercises import (
    answered,
    first_rows,
    four_tables,
    how_much,
    keep_at_most,
    left_out_of_each,
    noise_scale,
    what_is_spent,
    year_of_loans,
)
from teaching.checks import Verdict


def more_for_more_epsilon(epsilon, titles):
    return titles * epsilon


def one_title_only(epsilon, titles):
    return 1 / epsilon


def first_of_all(rows, most):
    return rows.head(most)


def until_the_first_refusal(epsilons, budget):
    left, answers = budget, []
    for cost in epsilons:
        left -= cost
        answers.append(left >= 0)
    return answers


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (how_much, noise_scale, [more_for_more_epsilon, one_title_only]),
        (keep_at_most, first_rows, [first_of_all, lambda rows, most: rows.drop_duplicates("viewer_id")]),
        (what_is_spent, answered, [until_the_first_refusal, lambda costs, budget: [c <= budget for c in costs]]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    verdicts = [exercise().check(answer).verdict for answer in (reference, lambda one, other: ..., *mistakes)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, *[Verdict.NOT_YET] * len(mistakes)]


def test_references_by_hand():
    assert (noise_scale(1.0, 1), noise_scale(0.5, 20)) == (1.0, 40.0)
    assert answered([2, 3, 1], 4) == [True, False, True]
    rows = pd.DataFrame({"viewer_id": [1, 2, 1, 1], "title_id": [5, 6, 7, 8]})
    assert first_rows(rows, 2)["title_id"].tolist() == [5, 6, 7]


def test_what_is_left_out_by_hand():
    """With 8 kept, six readers of twelve subjects lose four each: 24 of 12 subjects."""
    assert left_out_of_each(8) == 2 and left_out_of_each(12) == 0


@pytest.mark.parametrize(
    "year",
    [
        four_tables(),
        {"tables": 4, "kept": 6, "epsilon": 1.0},
        {"tables": 5, "kept": 4, "epsilon": 1.05},
        {"tables": 4, "kept": 5, "epsilon": 0.9},
        {"tables": 4, "kept": 4, "epsilon": 1.1},
    ],
)
def test_several_years_are_right(year):
    assert year_of_loans().check(year).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ({"tables": 12, "kept": 12, "epsilon": 3.0}, "She may be right about 75 of 100 at most."),
        ({"tables": 1, "kept": 5, "epsilon": 0.5}, "There must be 4 tables."),
        ({"tables": 12, "kept": 5, "epsilon": 1.0}, "Together, a count may be off by 35 at most."),
        ({"tables": 4, "kept": 1, "epsilon": 1.0}, "lacks 134 that were left out"),
        ({"tables": 4, "kept": 4}, "Write a year like"),
        ({"tables": 4.5, "kept": 4, "epsilon": 1.0}, "whole numbers"),
        ({"tables": 4, "kept": 4, "epsilon": 0}, "epsilon is a number above 0"),
        ({"tables": 4, "kept": 4, "epsilon": 1.2}, "She may be right about 75 of 100 at most."),
        ({"tables": 4, "kept": True, "epsilon": 1.0}, "Write a year like"),
        ("four", "Write a year like"),
    ],
)
def test_other_years_get_a_sentence(year, sentence):
    outcome = year_of_loans().check(year)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation
