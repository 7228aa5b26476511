"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.differencing.exercises import (
    delay_exercise,
    delayed,
    lies_in,
    lies_in_exercise,
    tell_apart_exercise,
    told_apart,
)
from teaching.checks import Verdict


def with_k_itself(this, last, k):
    grown = this - last
    return set(grown.index[grown.between(1, k).fillna(False)])


def with_zero(this, last, k):
    return set(this.index[((this - last) < k).fillna(False)])


def turned_round(smaller, larger):
    return smaller["day"] <= larger["day"] and smaller["without"] <= larger["without"]


def day_alone(smaller, larger):
    return smaller["day"] <= larger["day"]


def upwards_only(new, printed, k):
    return new.where(new - printed >= k, printed)


def test_references_by_hand():
    this, last = (pd.Series(counts, list("abcd"), dtype="Int64") for counts in ([9, 8, 7, pd.NA], [8, 8, 2, 1]))
    assert told_apart(this, last, 5) == {"a"}
    assert lies_in({"day": 1, "without": {"staff"}}, {"day": 2, "without": set()})
    assert not lies_in({"day": 1, "without": set()}, {"day": 2, "without": {"staff"}})
    new, printed = (pd.Series(counts, list("abc"), dtype="Int64") for counts in ([9, 8, 7], [8, 5, 12]))
    assert delayed(new, printed, 3).tolist() == [8, 8, 7]


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistake"),
    [
        (tell_apart_exercise, told_apart, lambda this, last, k: ..., with_k_itself),
        (tell_apart_exercise, told_apart, lambda this, last, k: ..., with_zero),
        (lies_in_exercise, lies_in, lambda smaller, larger: ..., turned_round),
        (lies_in_exercise, lies_in, lambda smaller, larger: ..., day_alone),
        (delay_exercise, delayed, lambda new, printed, k: ..., upwards_only),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]
