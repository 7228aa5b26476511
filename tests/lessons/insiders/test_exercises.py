"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.insiders.exercises import (
    alone_opens,
    dominated,
    estimate_of_largest,
    others_in_square,
    p_percent,
    second_largest,
)
from teaching.checks import Verdict


def takes_hers_from_the_last(totals, mine):
    return pd.Series({"A south": totals["A"] - mine, "B north": totals["north"] - mine, "B south": totals["B"] - mine})


def takes_the_largest_away(minutes):
    return int(minutes.sum() - minutes.max())


def compares_with_the_cell(minutes, p):
    largest, second = minutes.nlargest(2)
    return bool(100 * (minutes.sum() - largest - second) < p * minutes.sum())


def hides_at_p_per_cent(minutes, p):
    largest, second = minutes.nlargest(2)
    return bool(100 * (minutes.sum() - largest - second) <= p * largest)


def test_references_by_hand():
    totals = pd.Series({"A": 4, "B": 4, "north": 4, "south": 4})
    assert others_in_square(totals, 1).to_dict() == {"A south": 3, "B north": 3, "B south": 1}
    minutes = pd.Series([80, 900, 20])
    assert estimate_of_largest(minutes) == 920
    assert dominated(minutes, 10) and not dominated(pd.Series([80, 500, 420]), 10)
    assert not dominated(pd.Series([200, 50, 20]), 10)  # 20 is not less than 10 % of 200


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistake"),
    [
        (alone_opens, others_in_square, lambda totals, mine: ..., takes_hers_from_the_last),
        (second_largest, estimate_of_largest, lambda minutes: ..., takes_the_largest_away),
        (p_percent, dominated, lambda minutes, p: ..., compares_with_the_cell),
        (p_percent, dominated, lambda minutes, p: ..., hides_at_p_per_cent),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]
