"""A run tells of a core that needs what it leaves out; what was made once is not made again."""

import nbformat
import pytest

from tests.lessons.lesson_runs import LessonRuns, run_with_core

GO_ON = "## For those who go on · 5 min"


def lesson_with(folder, assertion):
    """A lesson whose core ends in this cell."""
    sources = ["## One", "a = [1]", GO_ON, "b = 2\na.append(b)\nlen(a)", "## The end", assertion, "assert b == 2"]
    kinds = {True: nbformat.v4.new_markdown_cell, False: nbformat.v4.new_code_cell}
    path = folder / "01_example.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[kinds[source.startswith("#")](source) for source in sources]), path)
    return path


@pytest.mark.parametrize(
    ("assertion", "fault"),
    [
        ("assert 1 in a", ""),
        ("assert b == 2", "NameError: name 'b'"),
        ("assert 2 in a", "assert 2 in a"),
    ],
)
def test_the_core_is_tried_without_what_it_leaves_out_and_then_all_is_run(assertion, fault, tmp_path):
    cells, found = run_with_core(lesson_with(tmp_path, assertion))
    assert (fault in found) if fault else found == ""
    assert cells[3].shown[0].text == '<p class="value">2</p>' and len(cells) == 7


def test_a_lesson_that_fails_as_a_whole_is_no_fault_of_its_core(tmp_path):
    with pytest.raises(ZeroDivisionError):
        run_with_core(lesson_with(tmp_path, "1 / 0"))


def test_what_was_made_is_not_made_again_and_what_failed_is(tmp_path):
    made, runs = [], LessonRuns(tmp_path)
    with pytest.raises(ZeroDivisionError):
        runs.once("page", lambda: 1 / 0)
    for worker in (LessonRuns(tmp_path), LessonRuns(tmp_path)):
        worker.once("page", lambda: made.append(1))
    assert made == [1]
