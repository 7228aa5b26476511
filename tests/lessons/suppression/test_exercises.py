"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.suppression.exercises import get_one_back, hidden_count, hide_below, suppress
from teaching.checks import Verdict


def hides_the_threshold(counts, threshold):
    return counts.mask((counts > 0) & (counts <= threshold))


def hides_zeros(counts, threshold):
    return counts.mask(counts < threshold)


def takes_off_the_total_twice(line):
    return int(line["total"] - line.sum())


def test_references_by_hand():
    counts = pd.Series([0, 1, 4, 5], dtype="Int64")
    assert hide_below(counts, 5).isna().tolist() == [False, True, True, False]
    line = pd.Series([3, pd.NA, 4, 9], index=["north", "east", "south", "total"], dtype="Int64")
    assert hidden_count(line) == 2


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistake"),
    [
        (suppress, hide_below, lambda counts, threshold: ..., hides_the_threshold),
        (suppress, hide_below, lambda counts, threshold: ..., hides_zeros),
        (get_one_back, hidden_count, lambda line: ..., takes_off_the_total_twice),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]
