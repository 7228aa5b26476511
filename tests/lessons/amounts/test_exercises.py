"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.amounts.exercises import (
    cover_in_design,
    dominated,
    estimate_of_largest,
    hide_bonuses,
    p_percent,
    second_largest,
)
from teaching.checks import Verdict


def takes_the_largest_away(minutes):
    return int(minutes.sum() - minutes.max())


def takes_two_of_a_size_for_one(minutes):
    sizes = sorted(set(minutes))
    return int(minutes.sum() - sizes[-2 if len(sizes) > 1 else -1])


def compares_with_the_cell(minutes, p):
    largest, second = minutes.nlargest(2)
    return bool(100 * (minutes.sum() - largest - second) < p * minutes.sum())


def hides_at_p_per_cent(minutes, p):
    largest, second = minutes.nlargest(2)
    return bool(100 * (minutes.sum() - largest - second) <= p * largest)


def test_references_by_hand():
    minutes = pd.Series([80, 900, 20])
    assert estimate_of_largest(minutes) == 920
    assert dominated(minutes, 10) and not dominated(pd.Series([80, 500, 420]), 10)
    assert not dominated(pd.Series([200, 50, 20]), 10)  # 20 is not less than 10 % of 200


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistake"),
    [
        (second_largest, estimate_of_largest, lambda minutes: ..., takes_the_largest_away),
        (second_largest, estimate_of_largest, lambda minutes: ..., takes_two_of_a_size_for_one),
        (p_percent, dominated, lambda minutes, p: ..., compares_with_the_cell),
        (p_percent, dominated, lambda minutes, p: ..., hides_at_p_per_cent),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


@pytest.mark.parametrize("team", ["design", "support"])
@pytest.mark.parametrize("site", ["Oslo", "Turin"])
def test_four_rectangles_are_right_decisions(team, site):
    outcome = hide_bonuses().check([(team, "Lyon"), (team, site), ("sales", site)])
    assert outcome.verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ([("sales", "Turin")], "still tell too much"),
        ([("sales", "Turin"), ("total", "Lyon"), ("total", "Turin")], "no more than 13,000"),
        ([("sales", "Rome")], "has no cell"),
        ("sales", "list of cells"),
    ],
)
def test_other_decisions_get_a_sentence(answer, sentence):
    outcome = hide_bonuses().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_the_way_that_is_shown_is_right():
    assert hide_bonuses().check(cover_in_design()).verdict is Verdict.RIGHT
    assert hide_bonuses().check(...).verdict is Verdict.NOT_ATTEMPTED
