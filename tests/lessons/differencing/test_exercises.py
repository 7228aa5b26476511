"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import numpy as np
import pandas as pd
import pytest

from lessons.differencing.exercises import (
    EDITION_TASK,
    delay_exercise,
    delayed,
    later_and_merged,
    lies_in,
    lies_in_exercise,
    second_edition,
    tell_apart_exercise,
    told_apart,
)
from lessons.differencing.second_edition import COUNTED, SUBJECTS, TOWNS, Edition
from teaching.checks import Verdict


def with_k_itself(this, last, k):
    grown = this - last
    return set(grown.index[grown.between(1, k).fillna(False)])


def with_zero(this, last, k):
    return set(this.index[((this - last) < k).fillna(False)])


def those_that_fell_too(this, last, k):
    grown = (this - last).abs()
    return set(grown.index[grown.between(1, k - 1).fillna(False)])


def hidden_as_nobody(this, last, k):
    grown = this.fillna(0) - last.fillna(0)
    return set(grown.index[grown.between(1, k - 1)])


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
        (tell_apart_exercise, told_apart, lambda this, last, k: ..., those_that_fell_too),
        (tell_apart_exercise, told_apart, lambda this, last, k: ..., hidden_as_nobody),
        (lies_in_exercise, lies_in, lambda smaller, larger: ..., turned_round),
        (lies_in_exercise, lies_in, lambda smaller, larger: ..., day_alone),
        (delay_exercise, delayed, lambda new, printed, k: ..., upwards_only),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


@pytest.mark.parametrize(
    "answer",
    [
        later_and_merged(),
        Edition("1 September", drop=["Mill"]),
        Edition("1 July", round_to=5),
        Edition("1 July", merge=[("Debt", "Rent"), ("Family", "Work")], drop=["Mill"]),
        Edition("1 June", merge=[TOWNS]),
    ],
    ids=repr,
)
def test_waiting_merging_dropping_and_rounding_can_each_be_right(answer):
    assert second_edition().check(answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Edition("1 June"), "in between: 1."),
        ("1 September", "That is no edition"),
        (Edition("1 June", round_to=5), "Ada"),
    ],
)
def test_other_editions_get_a_sentence(answer, sentence):
    outcome = second_edition().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_an_edition_that_is_not_decided_is_not_attempted():
    assert second_edition().check(...).verdict is Verdict.NOT_ATTEMPTED


def test_the_task_shows_the_counts_that_are_judged():
    """Each cell of the task's table is the cell's counts in the order of the days."""
    rows = [line.replace("*", "").split("|")[1:-1] for line in EDITION_TASK.splitlines() if line.startswith("| ")][1:]
    shown = {row[0].strip(): [[int(number) for number in cell.split(",")] for cell in row[1:]] for row in rows}
    days = np.array(list(COUNTED.values()))
    assert shown == {subject: days[:, place, :].T.tolist() for place, subject in enumerate(SUBJECTS)}
