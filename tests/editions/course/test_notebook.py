"""A set's notebook is in nbgrader's format, and fails safely where nbgrader marks it by itself."""

import json

import nbformat
import pytest

from editions.course.notebook import files_cell
from grading.sets import SETS
from tests.grading.class_of_students import empty_notebook

ROLES = {(False, False, True), (False, True, False), (True, False, True)}
"""Grade, solution, locked: text and given code; a cell to be written; the place of marks."""


@pytest.mark.parametrize("name", SETS)
def test_cells_are_what_nbgrader_expects(name):
    notebook = nbformat.reads(empty_notebook(name), as_version=4)
    nbformat.validate(notebook)
    told = [cell.metadata.nbgrader for cell in notebook.cells]
    assert {(one.grade, one.solution, one.locked) for one in told} == ROLES
    assert len({one.grade_id for one in told}) == len(told) and {one.schema_version for one in told} == {3}
    assert sum(one.get("points", 0) for one in told) == SETS[name].points
    assert not any(cell.get("outputs") for cell in notebook.cells)


def test_where_marks_are_not_given_apart_they_are_nought():
    """A cell for marks, run in a notebook, shows 0: nbgrader takes that as the mark."""
    cells = [cell for cell in json.loads(empty_notebook("set1"))["cells"] if cell["metadata"]["nbgrader"]["grade"]]
    assert {eval("".join(cell["source"])) for cell in cells} == {0}


def test_given_cells_are_locked():
    told = [cell.metadata.nbgrader for cell in nbformat.reads(empty_notebook("set1"), as_version=4).cells]
    locked = {one.grade_id for one in told if one.locked}
    assert {"set1-files", "set1-my_ranges-try1", "set1-my_ranges-marks"} <= locked and "set1-my_ranges" not in locked


def test_a_student_reads_own_files_by_name():
    assert files_cell(["log"]).endswith('log = mine("log")')
