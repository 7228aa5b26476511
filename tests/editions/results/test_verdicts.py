"""Each answer is judged anew, in the world in which it was given; nothing breaks the judge."""

from types import SimpleNamespace

import pytest

from editions.results import verdicts
from editions.results.tasks import questions_of, task_of
from editions.results.verdicts import Job, judged, state_of_choice
from teaching.progress import progress_file


def test_a_value_is_judged_in_the_learners_own_world():
    name = "singling_out/lonely-groups"
    task = task_of(name, "otter")
    right = task.reference(**task.own_data)
    outcome = judged(Job(name, "otter", (str(right), str(right + 1), "many(")))
    assert outcome.states == ("right", "not yet", "not yet") and outcome.expected == right and outcome.sizes == (53,)
    assert not progress_file().exists()


@pytest.mark.parametrize("text", ["Plan(threshold=10**9)", "[[[]]]", "'text'", "()"])
def test_a_plan_that_makes_no_sense_is_not_right(text):
    assert judged(Job("suppression/publish-courses", None, (text,))).states == ("not yet",)


def test_a_judge_that_breaks_says_not_yet_and_of_one_that_does_not_end_nothing_is_said(monkeypatch):
    monkeypatch.setattr(verdicts, "PATIENCE", 0.1)
    assert verdicts._state_of(SimpleNamespace(check=lambda value: [][1]), 3) == "not yet"
    assert verdicts._state_of(SimpleNamespace(check=lambda value: exec("while True: pass")), 3) == "not checked"


def test_of_a_question_the_first_choice_counts():
    question = next(iter(questions_of("suppression").values()))
    right = next(answer.text for answer in question.answers if answer.right)
    wrong = next(answer.text for answer in question.answers if not answer.right)
    assert state_of_choice(question, [right, wrong]) == "right"
    assert state_of_choice(question, [wrong, right]) == "not yet"
    assert state_of_choice(question, ["of another edition"]) == "not checked"
