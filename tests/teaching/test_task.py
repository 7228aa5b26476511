import pytest

from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.task import Task, Text


def four():
    return 4


TASKS = {
    "exercise": lambda: Exercise("Say four.", 2, four, lambda rng: {}, ["Count.", "4"], name="example/four"),
    "decision": lambda: Decision("Say four.", 2, lambda answer: "", four, ["Count.", "4"], name="example/four"),
}


@pytest.fixture(params=TASKS)
def task(request, tmp_path, monkeypatch):
    monkeypatch.setenv("FIFTY_THREE_PROGRESS", str(tmp_path / "progress.jsonl"))
    return TASKS[request.param]()


def test_both_kinds_show_their_task_and_minutes(task):
    assert isinstance(task, Task)
    assert repr(task) == task._repr_markdown_() and repr(task).startswith("Say four.\n") and "2" in repr(task)


def test_hints_come_one_by_one_and_end(task):
    assert [task.hint().markdown for _ in range(2)] == ["**Hint 1 of 2.** Count.", "**Hint 2 of 2.** 4"]
    assert not task.hint().markdown.startswith("**Hint")


def test_the_solution_is_the_source_of_one_way(task):
    assert "def four():\n    return 4" in task.solution().markdown


def test_a_text_is_shown_as_it_is_written():
    assert repr(Text("*x*")) == Text("*x*")._repr_markdown_() == "*x*"
