"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.insiders.exercises import alone_opens, cover_by_writing, hide_courses, others_in_square
from teaching.checks import Verdict


def takes_hers_from_the_last(totals, mine):
    return pd.Series({"A south": totals["A"] - mine, "B north": totals["north"] - mine, "B south": totals["B"] - mine})


def test_reference_by_hand():
    totals = pd.Series({"A": 4, "B": 4, "north": 4, "south": 4})
    assert others_in_square(totals, 1).to_dict() == {"A south": 3, "B north": 3, "B south": 1}


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistake"),
    [(alone_opens, others_in_square, lambda totals, mine: ..., takes_hers_from_the_last)],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


IN_DESIGN = [("Design", "Excel"), ("Design", "Spanish")]


@pytest.mark.parametrize(
    "answer",
    [
        cover_by_writing(),
        [*IN_DESIGN, ("Sales", "First aid"), ("Support", "First aid")],
        [*IN_DESIGN, ("Sales", "Writing"), ("Support", "Writing"), ("Design", "Writing")],
    ],
)
def test_three_different_decisions_are_right(answer):
    assert hide_courses().check(answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ([], "An outsider still gets a small count back: that of Sales | Excel."),
        ([("Support", "Spanish")], "somebody who is alone in another cell does: that of "),
        ([*IN_DESIGN, ("Sales", "total"), ("Support", "total")], "no more than 45"),
        ("all", "list of cells"),
        ([("Law", "Excel")], "has no cell"),
    ],
)
def test_other_decisions_get_a_sentence(answer, sentence):
    outcome = hide_courses().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation
