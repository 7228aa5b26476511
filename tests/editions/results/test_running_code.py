"""A function is asked the small cases of its exercise elsewhere, and what it answers is compared here."""

from functools import partial
from types import SimpleNamespace

import pytest

from editions.results import running_code
from editions.results.running_code import NoGradingError, check_function
from editions.results.tasks import task_of
from teaching.checks import Verdict
from teaching.standing_alone import standing_alone

NAME = "suppression/get-one-back"
RIGHT = standing_alone(task_of(NAME, 0).reference)


@pytest.fixture
def check(monkeypatch):
    """In place of a process of its own, the function is called here; what does not run leaves trouble."""

    def run(cells, asked):
        [(entry, calls)], names = asked, {}
        try:
            exec(cells[0], names)
            return SimpleNamespace(given=[[names[entry](*call) for call in calls]], troubles={}, failed_cells={})
        except (ImportError, SyntaxError) as error:
            return SimpleNamespace(given=[[None] * len(calls)], troubles={}, failed_cells={0: type(error).__name__})

    fakes = {
        "grading.running": SimpleNamespace(run_hand_in=run),
        "grading.answers": SimpleNamespace(agrees=lambda answer, expected: answer == expected),
    }
    monkeypatch.setattr(running_code, "import_module", fakes.__getitem__)
    monkeypatch.setattr(running_code, "find_spec", lambda name: name)
    return check_function()


@pytest.mark.parametrize(
    ("source", "state"),
    [
        (RIGHT, "right"),
        ("def my_hidden_count(line):\n    return 1", "not yet"),
        ("def my_hidden_count(line:", "not yet"),
        ("my_hidden_count(3)", "not yet"),
        ("raise ImportError('The kit is not there')\ndef my_hidden_count(line): pass", "not checked"),
    ],
)
def test_a_function_is_right_where_all_cases_are(check, source, state):
    assert check(NAME, source) == state


def test_an_answer_has_the_same_mark_as_in_the_notebook(check):
    exercise = task_of("start_here/small", 0)

    def with_a_name(counts, k):
        return sum(count < k for count in counts)

    def of_a_limit(limit, counts, k):
        return sum(count < k for count in counts) + limit

    answers = [
        with_a_name,
        (alias := with_a_name),
        lambda counts, k: sum(c < k for c in counts),
        lambda counts, k: alias(counts, k),
        partial(of_a_limit, 0),
        partial(of_a_limit, 1),
        lambda counts, k: sum(c <= k for c in counts),
        sum,
    ]
    in_the_notebook = [exercise.check(answer).verdict is Verdict.RIGHT for answer in answers]
    assert in_the_notebook == [True] * 5 + [False] * 3
    assert [check(exercise.name, standing_alone(answer)) == "right" for answer in answers] == in_the_notebook


@pytest.mark.parametrize("name", ["suppression/publish-courses", "singling_out/lonely-groups"])
def test_a_function_where_a_value_was_asked_for_is_not_right(check, name):
    assert check(name, RIGHT) == "not yet"


def test_where_nothing_can_run_code_that_is_said(monkeypatch):
    monkeypatch.setattr(running_code, "find_spec", lambda name: None)
    with pytest.raises(NoGradingError, match="needs the folder `grading`"):
        check_function()
