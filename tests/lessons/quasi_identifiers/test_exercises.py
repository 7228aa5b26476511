"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.quasi_identifiers.exercises import class_sizes, decade_of, distinct_l, fewest_facts, generalise, sizes_of
from teaching.checks import Verdict

ROWS = pd.DataFrame(
    {"born": ["1961", "1961", "1970"], "sex": ["female", "female", "male"], "late_nights": ["often", "often", "never"]}
)


def one_number_per_group(rows, columns):
    return rows.groupby(columns).size()


def by_the_first_column_only(rows, columns):
    return rows.groupby(columns[:1])[columns[0]].transform("size")


def ends_with_zero(birth_date):
    return f"{birth_date[:3]}0 to {int(birth_date[:3]) + 1}0"


def the_year(birth_date):
    return birth_date[:4]


def counts_rows(rows, columns, fact):
    return int(rows.groupby(columns)[fact].count().min())


def of_all_rows(rows, columns, fact):
    return rows[fact].nunique()


def test_references_by_hand():
    assert sizes_of(ROWS, ["born", "sex"]).tolist() == [2, 2, 1]
    assert decade_of("1969-12-31") == "1960 to 1969" and decade_of("2000-01-01") == "2000 to 2009"
    assert fewest_facts(ROWS, ["born"], "late_nights") == 1


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistake"),
    [
        (class_sizes, sizes_of, lambda rows, columns: ..., one_number_per_group),
        (class_sizes, sizes_of, lambda rows, columns: ..., by_the_first_column_only),
        (generalise, decade_of, lambda birth_date: ..., ends_with_zero),
        (generalise, decade_of, lambda birth_date: ..., the_year),
        (distinct_l, fewest_facts, lambda rows, columns, fact: ..., counts_rows),
        (distinct_l, fewest_facts, lambda rows, columns, fact: ..., of_all_rows),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


def test_another_way_to_the_same_numbers_is_right():
    def joined(rows, columns):
        return rows.merge(rows.value_counts(columns).reset_index(), how="left")["count"]

    assert class_sizes().check(joined).verdict is Verdict.RIGHT
