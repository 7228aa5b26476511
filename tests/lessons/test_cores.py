"""The core of a lesson stands by itself: without the parts "For those who go on" it runs to the asserts of its core."""

import ast
import builtins
import re

import nbformat
import pytest

from tests.lessons.cores import GO_ON, HEADING, core_places
from tests.test_structure import READ_AGAIN, ROOT

QUESTIONS = ("Before you begin", "Check yourself")
"""What stands around a lesson is no part of its core."""
PROMISE = re.compile(r"\*\*About (\d+) minutes; the core takes (\d+)\.\*\*")
SHORTEST, LONGEST = 25, 30
"""Minutes in which somebody can finish a core."""

GIVEN = {*dir(builtins), "display"}
"""Names that a notebook need not define."""


def read(lesson):
    return nbformat.read(ROOT / f"notebooks/{lesson}.ipynb", 4)


def core_of(lesson):
    cells = read(lesson).cells
    return [cells[place] for place in core_places(cells)]


LESSONS = [path.stem for path in READ_AGAIN]

every_lesson = pytest.mark.parametrize("lesson", LESSONS)


def minutes(book):
    """Minutes by heading, for those that have some."""
    texts = "\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
    return {heading: int(number) for heading, number in HEADING.findall(texts) if number}


@every_lesson
def test_minutes_at_the_headings_are_those_that_are_promised(lesson):
    promised = PROMISE.search(read(lesson).cells[0].source)
    found = minutes(read(lesson))
    core = sum(number for heading, number in found.items() if not heading.startswith((GO_ON, *QUESTIONS)))
    assert [sum(found.values()), core] == [int(number) for number in promised.groups()]
    assert SHORTEST <= core <= LONGEST


@every_lesson
def test_asserts_of_core_and_rest_stand_in_two_cells(lesson):
    code = [cell.source for cell in read(lesson).cells if cell.cell_type == "code"]
    assert ["assert" in source for source in code[-3:]] == [False, True, True]


@every_lesson
def test_the_core_uses_only_what_the_core_has_made(lesson):
    made, missing = set(GIVEN), set()
    for cell in core_of(lesson):
        if cell.cell_type == "code":
            tree = ast.parse(cell.source)
            made |= names_made(tree)
            used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            missing |= used - made
    assert missing == set()


def names_made(tree):
    """What a cell assigns, imports, defines or takes as an argument."""
    made = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    made |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    made |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return made | {(node.asname or node.name) for node in ast.walk(tree) if isinstance(node, ast.alias)}


@every_lesson
def test_the_core_runs_to_its_asserts(lesson, lesson_runs):
    assert "assert" in core_of(lesson)[-1].source
    assert lesson_runs.fault_of_core(lesson) == ""
