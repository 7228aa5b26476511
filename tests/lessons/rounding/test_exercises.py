"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from disclosure.defences import CellKey, RoundRandomly
from lessons.rounding.exercises import (
    cell_key,
    has_changed,
    keys_of_cells,
    labels_changed,
    look_up,
    plan_release,
    printed_of,
    said_of,
    three_editions,
)
from lessons.rounding.plan import Plan
from teaching.checks import Verdict


def without_the_rest(people):
    return people.groupby("cell")["record_key"].sum()


def rest_of_each(people):
    return people.assign(record_key=people["record_key"] % 4096).groupby("cell")["record_key"].sum()


def without_the_last_row(count, key, changes):
    return count + changes[key].get(count, 0)


def only_the_change(count, key, changes):
    return int(changes.loc[min(count, changes.index.max()), key])


def only_rises(this, last):
    return list(this.index[this > last])


def only_large_steps(this, last):
    return list(this.index[(this - last).abs() > 1])


def test_references_by_hand():
    people = pd.DataFrame({"cell": ["A", "A", "B"], "record_key": [4000, 100, 7]})
    assert keys_of_cells(people).to_dict() == {"A": 4, "B": 7}
    changes = pd.DataFrame([[0, 0], [-1, 2], [1, -1]])
    assert [printed_of(count, 1, changes) for count in (0, 1, 9)] == [0, 3, 8]
    assert labels_changed(pd.Series({"A": 3, "B": 4}), pd.Series({"A": 5, "B": 4})) == ["A"]


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (cell_key, keys_of_cells, [without_the_rest, rest_of_each]),
        (look_up, printed_of, [without_the_last_row, only_the_change]),
        (has_changed, labels_changed, [only_rises, only_large_steps]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    assert exercise().check(reference).verdict is Verdict.RIGHT
    assert exercise().check(lambda *_, **__: ...).verdict is Verdict.NOT_ATTEMPTED
    assert [exercise().check(mistake).verdict for mistake in mistakes] == [Verdict.NOT_YET] * 2


@pytest.mark.parametrize(
    "plan",
    [
        three_editions(),
        Plan(CellKey(5, 4, 3), questions=10, editions=4),
        Plan(RoundRandomly(4), questions=8, editions=6),
        Plan(RoundRandomly(3), questions=10, editions=4),
    ],
)
def test_four_different_plans_are_right(plan):
    assert plan_release().check(plan).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Plan(CellKey(2, 1, 1), questions=40, editions=12), "has 15 of 16 counts exactly"),
        (Plan(CellKey(5, 3, 3), questions=5, editions=1), "3 editions a year or more"),
        (Plan(CellKey(5, 3, 3), questions=0, editions=3), "5 questions for each count or more"),
        (Plan(RoundRandomly(10), questions=5, editions=3), "off by"),
        (Plan(CellKey(5, 4, 3), questions=5, editions=12), "neighbours learn the school of"),
        (Plan("no change", questions=5, editions=3), "choose CellKey"),
        (Plan(CellKey(), questions=5, editions=5), "choose one of 1, 2, 3, 4, 6, 12"),
        (Plan(CellKey(), questions="many", editions=3), "questions is 'many'"),
        ("three editions", "That is no plan"),
    ],
)
def test_other_plans_get_a_sentence(answer, sentence):
    outcome = plan_release().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_the_plan_that_the_notebook_shows_does_not_hold():
    assert "15 of 16" in said_of(Plan(CellKey(2, 1, 1), questions=40, editions=12)).text
