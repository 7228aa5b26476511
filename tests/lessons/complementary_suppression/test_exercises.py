"""The reference, the untouched stub and tempting mistakes get three different outcomes."""

import pandas as pd
import pytest

from lessons.complementary_suppression.exercises import (
    cover_by_car,
    hide_ways,
    people_who_pay,
    price_of_a_repair,
    rows_with_one_hidden,
    unprotected_lines,
)
from teaching.checks import Verdict


def rows_with_any_hidden(printed):
    return set(printed.index[printed.isna().any(axis="columns")])


def rows_without_their_totals(printed):
    return set(printed.index[printed.drop(columns="total").isna().sum(axis="columns") == 1])


def counts_everybody_hidden(counts, printed, threshold):
    return int(counts[printed.isna()].sum())


def leaves_out_the_threshold(counts, printed, threshold):
    return int(counts[printed.isna() & (counts > threshold)].sum())


def counts_cells(counts, printed, threshold):
    return int((printed.isna() & (counts >= threshold)).sum())


def test_references_by_hand():
    printed = pd.DataFrame({"n": [pd.NA, pd.NA, 3], "total": [5, pd.NA, 9]}, ["A", "B", "C"], dtype="Int64")
    assert rows_with_one_hidden(printed) == {"A"}
    counts = pd.Series([2, 5, 9, 0], index=list("nesw"), dtype="Int64")
    assert people_who_pay(counts, counts.mask([True, True, False, False]), 5) == 5


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (unprotected_lines, rows_with_one_hidden, [rows_with_any_hidden, rows_without_their_totals]),
        (price_of_a_repair, people_who_pay, [counts_everybody_hidden, leaves_out_the_threshold, counts_cells]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    assert exercise().check(reference).verdict == Verdict.RIGHT
    assert exercise().check(lambda *args, **named: ...).verdict == Verdict.NOT_ATTEMPTED
    assert [exercise().check(mistake).verdict for mistake in mistakes] == [Verdict.NOT_YET] * len(mistakes)


@pytest.mark.parametrize(
    "answer",
    [
        cover_by_car(),
        [("Kitchen", "bus"), ("Office", "bus"), ("Store", "car")],
        [("Kitchen", "bus"), ("Kitchen", "car"), ("Office", "bike"), ("Store", "bus")],
    ],
)
def test_three_different_decisions_are_right(answer):
    assert hide_ways().check(answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ([("Kitchen", "car")], "still given back"),
        ([*cover_by_car(), ("Workshop", "bus")], "no more than 60"),
        ([("Kitchen", "ship")], "has no cell Kitchen | ship. Write its labels"),
        ([("office", "bike")], "as they stand there"),
        (["Kitchen"], "list of cells"),
    ],
)
def test_other_decisions_get_a_sentence(answer, sentence):
    outcome = hide_ways().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation
