"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

from math import exp, log

import numpy as np
import pandas as pd
import pytest

from lessons.linking.defences import BlurDays, DropRareTitles, SampleRows, SampleViewers
from lessons.linking.exercises import (
    coarse_days_and_known_books,
    eccentricity_of_best,
    measure_the_lead,
    publish_library,
    score_of_record,
    score_one,
    weigh,
    weight_of_title,
)
from lessons.linking.scoreboard import lead, weight
from teaching.checks import Verdict


def test_references_by_hand():
    assert weight_of_title(1) == 1 / log(2) and weight_of_title(9) == 1 / log(9)
    clues = pd.DataFrame({"title_id": ["A", "B", "C"], "stars": [5, 3, 1], "weight": [0.5, 1.0, 2.0]})
    record = pd.DataFrame({"title_id": ["B", "A", "D"], "stars": [3, 2, 1]})
    assert score_of_record(clues, record) == pytest.approx(0.5 * exp(-3 / 1.5) + 1.0)
    assert eccentricity_of_best(pd.Series([0.0, 0, 2, 6])) == pytest.approx(4 / 6**0.5)


def test_the_references_are_the_attacks():
    scores = np.array([1.0, 0, 3, 2.5])
    assert eccentricity_of_best(pd.Series(scores)) == pytest.approx(lead(scores).eccentricity)
    assert [weight_of_title(n) for n in range(5)] == pytest.approx(weight(np.arange(5)).tolist())


def merged(clues, record):
    both = clues.merge(record, on="title_id")
    return (both["weight"] * np.exp(-(both["stars_x"] - both["stars_y"]).abs() / 1.5)).sum()


def forgets_the_weight(clues, record):
    return score_of_record(clues.assign(weight=1), record)


def divides_by_nothing(scores):
    best, second = scores.sort_values().unique()[::-1][:2]
    return (best - second) / scores.std(ddof=0)


@pytest.mark.filterwarnings("ignore:invalid value encountered:RuntimeWarning")  # a mistake divides 0 by 0
@pytest.mark.parametrize(
    ("exercise", "right", "stub", "mistake"),
    [
        (weigh, weight_of_title, lambda viewers: ..., lambda viewers: 1 / log(viewers)),
        (weigh, weight_of_title, lambda viewers: ..., lambda viewers: 1 / np.log2(max(2, viewers))),
        (score_one, merged, lambda clues, record: ..., forgets_the_weight),
        (measure_the_lead, eccentricity_of_best, lambda scores: ..., divides_by_nothing),
        (
            measure_the_lead,
            eccentricity_of_best,
            lambda scores: ...,
            lambda s: (s.max() - s.nlargest(2).min()) / s.std(),
        ),
    ],
)
def test_three_outcomes(exercise, right, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (right, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


@pytest.mark.parametrize(
    "answer",
    [
        coarse_days_and_known_books(),
        [SampleRows(0.5), BlurDays(91)],
        SampleViewers(0.25),
        (BlurDays(91), SampleViewers(0.3)),
    ],
)
def test_four_different_decisions_are_right(answer):
    assert publish_library().check(answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ([], "With scores, Ada finds 30 of the 30"),
        ([BlurDays(400)], "With scores, Ada finds"),
        ([SampleRows(0.5), DropRareTitles(40)], "% of the rows are left"),
        ([SampleViewers(0.28), BlurDays(28)], "Ada accuses 4"),
        ("nothing", "list of steps"),
        ([BlurDays], "list of steps"),
    ],
)
def test_other_decisions_get_a_sentence(answer, sentence):
    outcome = publish_library().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_no_single_step_but_fewer_people_is_enough():
    """The lesson's point: what stops one attacker leaves the other, or accuses those who are not there."""
    steps = [DropRareTitles(n) for n in (20, 40, 60)] + [BlurDays(n) for n in (28, 91, 400)] + [SampleRows(0.5)]
    assert not any(publish_library().check([step]).verdict is Verdict.RIGHT for step in steps)
