"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from disclosure.records.anonymity import k_anonymity, l_diversity
from disclosure.records.generalisation import Generalise, SuppressRecords
from disclosure.records.mondrian import Mondrian
from lessons.quasi_identifiers.exercises import (
    boxes_with_two_answers,
    class_sizes,
    decade_of,
    distinct_l,
    fewest_facts,
    generalise,
    own_rows,
    publish_readers,
    sizes_of,
)
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


@pytest.mark.parametrize(
    "steps",
    [
        boxes_with_two_answers(),
        [Generalise("any", postcode="area"), SuppressRecords(3)],
        [Generalise(postcode="any"), Mondrian(3)],
        Mondrian(5),
    ],
)
def test_different_ways_to_publish_are_right(steps):
    assert publish_readers().check(steps).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ([Generalise("decade")], "fewer than 3 rows fit"),
        ([Mondrian(3)], "all rows that fit say the same"),
        ([SuppressRecords(3)], "You publish 0 of 24"),
        ([Generalise("any", "any", "any")], "100% of what the columns said is lost"),
        ("all of them", "Write a list of steps"),
        ([], "Write a list of steps"),
    ],
)
def test_other_ways_get_a_sentence(steps, sentence):
    outcome = publish_readers().check(steps)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_on_rows_of_ones_own_the_error_names_the_arguments():
    for measure, argument in ((l_diversity, "fact"), (k_anonymity, "by"), (Mondrian(2), "by")):
        with pytest.raises(ValueError, match=f"Name yours with {argument}="):
            measure(own_rows())
    with pytest.raises(ValueError, match="Name yours with by="):
        l_diversity(own_rows(), fact="grade")
    assert l_diversity(own_rows(), by=["born"], fact="grade") == 1
