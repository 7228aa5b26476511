"""The reference, the untouched stub and a tempting mistake get three different outcomes; plans are tried out."""

import pytest

from lessons.trackers.defences import FreshNoise, NoiseBySet, NoiseByText
from lessons.trackers.exercises import (
    count_of_padded,
    few_columns,
    open_desk,
    padded,
    rule_of_desk,
    said_of,
    subtracted,
    told,
    tracked,
)
from lessons.trackers.plan import Plan
from teaching.checks import Verdict


def without_less_without(crowd, without, without_watchers):
    return "unknown" if None in (crowd, without, without_watchers) else (crowd - without, without_watchers - without)


def k_is_enough(c_or_t, c_or_rest, t, rest, k):
    return "no tracker" if min(t, rest) < k else c_or_t + c_or_rest - t - rest


def one_end(size, n, k):
    return size if size >= k else "refused"


def test_references_by_hand():
    assert subtracted(40, 39, 40) == (1, 0) and subtracted(40, None, 40) == "unknown"
    assert count_of_padded(11, 9, 10, 9, k=4) == 1 and count_of_padded(8, 9, 7, 9, k=4) == "no tracker"
    assert [told(size, 20, 5) for size in (4, 5, 15, 16)] == ["refused", 5, 15, "refused"]


@pytest.mark.parametrize(
    ("exercise", "reference", "mistake"),
    [
        (tracked, subtracted, without_less_without),
        (padded, count_of_padded, k_is_enough),
        (rule_of_desk, told, one_end),
    ],
)
def test_three_outcomes(exercise, reference, mistake):
    assert exercise().check(reference).verdict is Verdict.RIGHT
    assert exercise().check(lambda *_, **__: ...).verdict is Verdict.NOT_ATTEMPTED
    assert exercise().check(mistake).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    "plan",
    [
        few_columns(),
        Plan(k=5, columns=5, noise=FreshNoise(sd=3), questions=10),
        Plan(k=10, columns=5, noise=NoiseByText(sd=3), questions=10),
        Plan(k=10, columns=4, noise=FreshNoise(sd=3), questions=10),
    ],
)
def test_plans_of_two_kinds_are_right(plan):
    assert open_desk().check(plan).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Plan(5, 5, None, 20), "By chance, 54 would be right"),
        (Plan(5, 5, NoiseBySet(3), 10), "By chance, 64 would be right"),
        (Plan(5, 5, FreshNoise(3), 200), "they are right about"),
        (Plan(150, 5, None, 20), "are in cells that you refuse"),
        (Plan(5, 5, FreshNoise(6), 10), "off by"),
        (Plan(5, 1, None, 20), "by two columns"),
        (Plan(5, 5, None, 2), "10 questions each or more"),
        (Plan(5, 9, None, 20), "columns is 9"),
        (Plan(5, 5, "much", 20), "noise is 'much'"),
        ("k = 5", "That is no plan"),
    ],
)
def test_other_plans_get_a_sentence(answer, sentence):
    outcome = open_desk().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_the_plan_that_the_notebook_shows_does_not_hold():
    assert "they are right about 84" in said_of(Plan(k=5, columns=5, noise=None, questions=20)).text
