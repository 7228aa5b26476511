"""The reference, the untouched stub and tempting mistakes get three different outcomes."""

import pandas as pd
import pytest

from lessons.complementary_suppression.exercises import (
    cover_a_line,
    covered,
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


def hides_a_zero(line):
    return line.mask(line.index == line.idxmin()) if line.isna().sum() == 1 else line


def always_hides(line):
    return line.mask(line.index == line[line > 0].idxmin())


def counts_everybody_hidden(counts, printed, threshold):
    return int(counts[printed.isna()].sum())


def leaves_out_the_threshold(counts, printed, threshold):
    return int(counts[printed.isna() & (counts > threshold)].sum())


def counts_cells(counts, printed, threshold):
    return int((printed.isna() & (counts >= threshold)).sum())


def test_references_by_hand():
    printed = pd.DataFrame({"n": [pd.NA, pd.NA, 3], "total": [5, pd.NA, 9]}, ["A", "B", "C"], dtype="Int64")
    assert rows_with_one_hidden(printed) == {"A"}
    line = pd.Series([pd.NA, 0, 7, 7], index=list("nesw"), dtype="Int64")
    assert covered(line).isna().tolist() == [True, False, True, False]
    assert covered(line.fillna(2)).isna().sum() == 0
    counts = pd.Series([2, 5, 9, 0], index=list("nesw"), dtype="Int64")
    assert people_who_pay(counts, counts.mask([True, True, False, False]), 5) == 5


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (unprotected_lines, rows_with_one_hidden, [rows_with_any_hidden, rows_without_their_totals]),
        (cover_a_line, covered, [hides_a_zero, always_hides]),
        (price_of_a_repair, people_who_pay, [counts_everybody_hidden, leaves_out_the_threshold, counts_cells]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    assert exercise().check(reference).verdict == Verdict.RIGHT
    assert exercise().check(lambda *args, **named: ...).verdict == Verdict.NOT_ATTEMPTED
    assert [exercise().check(mistake).verdict for mistake in mistakes] == [Verdict.NOT_YET] * len(mistakes)
