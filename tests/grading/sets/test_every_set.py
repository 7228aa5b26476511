"""What holds for every problem set: its text, its cases, its marks, whoever's they are."""

import json

import pytest

from grading.set_text import text_of
from grading.sets import SETS
from grading.tasks import FunctionTask
from tests.grading.class_of_students import SLUGS, drawn, empty_notebook, function_in, mark_here, right_cells
from tests.readability import HIGHEST_GRADE, LONGEST_SENTENCE, grade, longest

FUNCTIONS = [(name, task.name) for name, one in SETS.items() for task in one.tasks if isinstance(task, FunctionTask)]
SAME = [{}, set(), [], 0, 1, -1, True, False, "", None, (0, 0)]
STUDENTS = ["ada", "bea"]


@pytest.mark.parametrize(("name", "task"), FUNCTIONS)
def test_a_right_answer_is_right_in_every_students_cases(name, task):
    cells = right_cells(name)
    before = "\n".join([code for other, code in cells.items() if (name, other) in FUNCTIONS])
    function = function_in(before, task)
    for student in STUDENTS:
        mark = mark_here(name, task, function, student)
        assert mark.marks == mark.of, mark.told


@pytest.mark.parametrize(("name", "task"), FUNCTIONS)
def test_what_does_not_look_at_its_case_earns_nothing(name, task):
    for answer in SAME:
        assert mark_here(name, task, lambda *given, answer=answer: answer).marks == 0, answer
    assert mark_here(name, task, lambda first, *others: first).marks == 0
    assert mark_here(name, task, lambda *given: given[-1]).marks == 0


@pytest.mark.parametrize("name", SETS)
def test_a_text_is_written_in_plain_english(name):
    prose = "\n\n".join(
        "".join(cell["source"]) for cell in json.loads(empty_notebook(name))["cells"] if cell["cell_type"] == "markdown"
    )
    assert [sentence for words, sentence in longest(prose) if words > LONGEST_SENTENCE] == []
    assert grade(prose) <= HIGHEST_GRADE


@pytest.mark.parametrize("name", SETS)
def test_a_text_promises_the_marks_that_are_given(name):
    head, *parts = text_of(SLUGS[name])
    assert f"{SETS[name].points:g} points" in head.prose
    for part, task in zip(parts, SETS[name].tasks, strict=True):
        marks = sum(task.marks.values())
        assert part.prose.splitlines()[0].endswith(f"· {marks:g} points"), task.name
        assert task.name in part.code[0]


@pytest.mark.parametrize("name", SETS)
def test_students_get_no_solution(name):
    """Cells to be written hold three dots and nothing that was worked out."""
    cells = [cell for cell in json.loads(empty_notebook(name))["cells"] if cell["metadata"]["nbgrader"]["solution"]]
    stubs = ["".join(cell["source"]) for cell in cells[1:]]
    assert all("..." in stub and len(stub.splitlines()) <= 3 for stub in stubs)


@pytest.mark.parametrize("name", SETS)
def test_cases_are_each_students_own(name):
    for task in SETS[name].tasks:
        if isinstance(task, FunctionTask):
            ada, bea = (repr(drawn(name, task.name, student)[1]) for student in STUDENTS)
            assert ada != bea and ada == repr(drawn.__wrapped__(name, task.name, "ada")[1])
