"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pytest

from lessons.reconstruction.exercises import (
    a_few_questions,
    decoded,
    desk_of_patients,
    desk_tried,
    does_it_fit,
    fits,
    three_ages,
    triples,
    yes_or_no,
)
from teaching.checks import Verdict


def oldest_without_end(mean, median):
    return [(low, median, 3 * mean - median - low) for low in range(1, median + 1) if 3 * mean - 2 * median >= low]


def mean_not_rounded(ages, printed):
    return len(ages) == printed["people"] and sum(ages) / len(ages) == printed["mean"]


def half_is_yes(estimates):
    return [1 if each >= 0.5 else 0 for each in estimates]


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistakes"),
    [
        (three_ages, triples, lambda mean, median: ..., [oldest_without_end]),
        (does_it_fit, fits, lambda ages, printed: ..., [mean_not_rounded]),
        (yes_or_no, decoded, lambda estimates: ..., [half_is_yes, lambda estimates: list(map(round, estimates))]),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistakes):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, *mistakes)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, *[Verdict.NOT_YET] * len(mistakes)]


def test_references_by_hand():
    assert len(triples(44, 30)) == 30 and triples(44, 30)[0] == (1, 30, 101)
    assert fits([20, 30, 41], {"people": 3, "mean": 30.3, "median": 30}) is True
    assert decoded([0.5, 0.6, -2.0, 1.7]) == [0, 1, 0, 1]


def test_small_lists_fit_and_do_not_fit_each_in_a_quarter_of_cases():
    cases = does_it_fit().small_cases(60)
    assert 15 <= sum(fits(**case) for case in cases) <= 45


@pytest.mark.parametrize(
    "desk",
    [
        a_few_questions(),
        {"questions": 150, "off_by": 4},
        {"questions": 220, "off_by": 6.0},
        {"questions": 200, "off_by": 5},
    ],
)
def test_several_desks_are_right(desk):
    assert desk_of_patients().check(desk).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("desk", "sentence"),
    [
        ({"questions": 2000, "off_by": 2}, "She may be right about 15 more than a blind guess, and no more."),
        ({"questions": 1000, "off_by": 6}, "She may be right about 15 more"),
        ({"questions": 100, "off_by": 6}, "At least 150 questions must be answered."),
        ({"questions": 200, "off_by": 30}, "An answer may be off by 6 patients at most"),
        ({"questions": 200}, "Write a desk like"),
        ({"questions": 200.5, "off_by": 3}, "Write a desk like"),
        ({"questions": True, "off_by": 3}, "Write a desk like"),
        ({"questions": 10**9, "off_by": 3}, "from 1 to 5,000"),
        ("many", "Write a desk like"),
    ],
)
def test_other_desks_get_a_sentence(desk, sentence):
    outcome = desk_of_patients().check(desk)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_a_desk_with_little_noise_gives_nearly_all_away():
    right, blind = desk_tried(2_000, 2)
    assert right > 290 > blind + 60
