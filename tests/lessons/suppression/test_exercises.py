"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import exact_cells
from disclosure.defences.suppression import Suppress
from lessons.suppression.exercises import (
    Plan,
    courses,
    cover_two_small_cells,
    get_one_back,
    hidden_count,
    hide_below,
    publish_courses,
    suppress,
)
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


LONG_WAY_ROUND = [("Brook", "Yoga"), ("Ashby", "Yoga"), ("Ashby", "Chess"), ("Dale", "Judo")]
A_RING_THAT_TELLS = [("Brook", "Yoga"), ("Dale", "Yoga"), ("Cove", "Judo"), ("Cove", "Chess")]
"""Each line with a hidden cell hides two; yet both small cells hold 2 together, so each holds 1."""


@pytest.mark.parametrize(
    "plan",
    [
        cover_two_small_cells(),
        Plan(7),
        Plan(3, totals="left out"),
        Plan(3, also=LONG_WAY_ROUND),
        Plan(4, also=[("Brook", "Chess"), ("Dale", "Judo")]),
    ],
    ids=repr,
)
def test_different_plans_are_right(plan):
    assert publish_courses().check(plan).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (Plan(2), "Ada works out a small count: Brook | Judo is 1."),
        (Plan(3), "Judo's total is 22"),
        (Plan(6), "Ada works out a small count"),
        (Plan(3, also=[("Brook", "Chess")]), "Ada works out a small count"),
        (Plan(3, also=A_RING_THAT_TELLS), "Ada works out a small count"),
        (Plan(8), "But the plan costs 52; no more than 40 may be spent."),
        (Plan(5, totals="left out"), "But the plan costs 42"),
        (Plan(3, also=[("Elm", "Yoga")]), "has no cell"),
        (Plan(1), "choose 2 or more"),
        (5, "This is no plan"),
    ],
    ids=repr,
)
def test_other_plans_get_a_sentence(plan, sentence):
    outcome = publish_courses().check(plan)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Plan(3, totals="hidden"), "write 'printed' or 'left out'"),
        (lambda: Plan(3, also=[("Ashby", "total")]), "is a total"),
        (lambda: Plan(3, also=("Ashby", "Yoga")), "list of cells"),
    ],
)
def test_what_is_no_plan_is_refused(make, sentence):
    with pytest.raises(ValueError, match=sentence):
        make()


def test_of_the_thresholds_up_to_6_each_leaves_more_exact_cells_and_7_leaves_none():
    exact = [exact_cells(Suppress(k)(courses()), Outsider())["exact"].sum() for k in range(3, 8)]
    assert exact[0] < exact[1] < exact[2] < exact[3] and exact[4] == 0


def test_a_plan_that_is_not_written_is_not_attempted():
    assert publish_courses().check(...).verdict is Verdict.NOT_ATTEMPTED
