"""The reference, the untouched stub and tempting mistakes get three different outcomes; and a clinic to decide on."""

import pandas as pd
import pytest

from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from lessons.synthetic.exercises import (
    along_the_reason,
    clinic_file,
    leak,
    leak_of_100,
    nearest,
    nearest_rows,
    said_of,
    share_elsewhere,
    tables_apart,
)
from teaching.checks import Verdict


def difference_of_counts(members, control):
    return float(members.sum() - control.sum())


def only_members(members, control):
    return 100 * float(members.mean())


def only_the_first(rows, facts):
    return [(rows[list(facts)] == pd.Series(facts)).sum(axis=1).idxmax()]


def only_full_matches(rows, facts):
    return list(rows.index[(rows[list(facts)] == pd.Series(facts)).all(axis=1)])


def without_the_half(one, other):
    return 2 * share_elsewhere(one, other)


def shares_of_each_column(one, other):
    return float((one / one.sum() - other / other.sum()).abs().to_numpy().sum() / 2)


def test_references_by_hand():
    assert leak_of_100(pd.Series([True, True, False, False]), pd.Series([True] + [False] * 9)) == pytest.approx(40)
    rows = pd.DataFrame({"plan": list("bbp"), "sex": list("fmf")}, index=[9, 4, 7])
    assert nearest_rows(rows, {"plan": "p", "sex": "m"}) == [4, 7]
    one = pd.DataFrame([[1, 0], [0, 1]])
    assert share_elsewhere(one, 3 * one) == 0 and share_elsewhere(one, one[[1, 0]]) == 1


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (leak, leak_of_100, [difference_of_counts, only_members]),
        (nearest, nearest_rows, [only_the_first, only_full_matches]),
        (tables_apart, share_elsewhere, [without_the_half, shares_of_each_column]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    assert exercise().check(reference).verdict is Verdict.RIGHT
    assert exercise().check(lambda *_, **__: ...).verdict is Verdict.NOT_ATTEMPTED
    assert [exercise().check(mistake).verdict for mistake in mistakes] == [Verdict.NOT_YET] * 2


@pytest.mark.parametrize(
    "way",
    [
        along_the_reason(),
        DrawFromTree(1.0, (("age", "reason"), ("reason", "sent_on"))),
        DrawFromTree(2.0, (("sent_on", "reason"), ("reason", "age"))),
        DrawFromTree(2.0, (("reason", "age"), ("reason", "sent_on"), ("reason", "area"))),
    ],
)
def test_several_ways_are_right(way):
    assert clinic_file().check(way).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (CopyRows(0.3), "That promises nothing"),
        (DrawColumns(1.0), "table of reason and sent_on"),
        (DrawFromTree(1.0, (("age", "pain"),)), "the edges name 'pain'"),
        ("a tree", "That is no way to make a file"),
        (DrawFromTree, "That is no way to make a file"),
    ],
)
def test_other_ways_get_a_sentence(answer, sentence):
    outcome = clinic_file().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation


def test_the_way_that_the_notebook_shows_does_not_hold():
    assert "promises nothing" in said_of(CopyRows(changed=0.3)).text
