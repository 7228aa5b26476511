"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.checks import Verdict
from lessons.exercises.complementary_suppression import (
    cover_a_line,
    covered,
    people_who_pay,
    price_of_a_repair,
    rows_with_one_hidden,
    unprotected_lines,
)


def rows_with_any_hidden(printed):
    return set(printed.index[printed.isna().any(axis="columns")])


def covers_with_a_zero(line):
    return line.mask(line.index == line.idxmin()) if line.isna().sum() == 1 else line


def always_covers(line):
    return line.mask(line.index == line[line > 0].idxmin())


def counts_small_ones_too(counts, printed, threshold):
    return int(counts[printed.isna()].sum())


def test_references_by_hand():
    printed = pd.DataFrame({"N": [pd.NA, pd.NA, 1], "S": [2, pd.NA, 1]}, index=["A", "B", "C"], dtype="Int64")
    assert rows_with_one_hidden(printed) == {"A"}
    assert covered(pd.Series([pd.NA, 0, 3, 2], dtype="Int64")).isna().tolist() == [True, False, False, True]
    counts, hidden = pd.Series([1, 5, 6], dtype="Int64"), pd.Series([pd.NA, pd.NA, 6], dtype="Int64")
    assert people_who_pay(counts, hidden, 3) == 5


@pytest.mark.parametrize(
    ("exercise", "reference", "mistake"),
    [
        (unprotected_lines, rows_with_one_hidden, rows_with_any_hidden),
        (cover_a_line, covered, covers_with_a_zero),
        (cover_a_line, covered, always_covers),
        (price_of_a_repair, people_who_pay, counts_small_ones_too),
    ],
)
def test_three_outcomes(exercise, reference, mistake):
    stub = lambda *arguments: ...  # noqa: E731
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]
