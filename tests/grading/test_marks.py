"""Marks by tags: all cases of a tag, and edge cases once most ordinary ones are right."""

import pytest

from grading.answers import NoAnswer
from grading.marks import as_json, mark_of, total
from grading.tasks import ORDINARY, Case, FunctionTask, WorldTask

TASK = FunctionTask("my_double", {ORDINARY: 2, "a zero": 1}, lambda rng, tag, number: Case((0,), 0), 1)
TRIED = [(ORDINARY, Case((1,), 2)), (ORDINARY, Case((2,), 4)), (ORDINARY, Case((3,), 6)), ("a zero", Case((0,), 0))]


@pytest.mark.parametrize(
    ("answers", "marks"),
    [([2, 4, 6, 0], 3), ([2, 4, 6, 1], 2), ([2, 4, 5, 0], 1), ([2, 5, 5, 0], 0), ([NoAnswer()] * 4, 0)],
)
def test_tags_have_their_marks(answers, marks):
    assert mark_of(TASK, TRIED, answers).marks == marks


def test_half_of_the_ordinary_cases_is_not_most_of_them():
    two = [*TRIED[:2], TRIED[3]]
    assert [mark_of(TASK, two, answers).marks for answers in ([2, 5, 0], [2, 4, 0])] == [0, 3]
    assert "counts once most ordinary cases are right" in mark_of(TASK, two, [2, 5, 0]).told[1]


def test_what_is_told_holds_no_case_and_no_answer():
    told = mark_of(TASK, TRIED, [2, 4, 5, 0], "ZeroDivisionError: ").told
    assert told == (
        "ordinary cases: right in 2 of 3 (0 of 2)",
        "a zero: right (1 of 1)",
        "Stopped: ZeroDivisionError: ",
    )
    assert mark_of(TASK, [], []).marks == 0


def test_a_judge_that_cannot_read_an_answer_says_no():
    task = WorldTask("my_set", 2, lambda answer, key: {tuple(cell) for cell in answer} == set(key))
    tried = [("in your own world", Case((), [("a", "b")]))]
    assert [mark_of(task, tried, [answer]).marks for answer in ([["a", "b"]], 7, None)] == [2, 0, 0]
    assert mark_of(task, [("in your own world", Case((), NoAnswer()))], [NoAnswer()]).marks == 0


def test_a_case_may_be_judged():
    tried = [(ORDINARY, Case((), lambda answer: answer > 3)), ("a zero", Case((), 0))]
    marks = [mark_of(TASK, tried, [4, 0])]
    assert total(marks) == 3 and as_json(marks)["my_double"]["of"] == 3
