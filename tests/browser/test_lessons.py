"""Every lesson, opened and run in JupyterLab in a browser, then used. A new notebook is picked up by itself.

What a reader does in a lesson beside running it stands in `tests/lessons/<slug>/browser.py`, as `use`. In each run of
the tests, every lesson is used as a page, and here those that ask the kernel or have a control that no other has.
"""

from importlib import import_module

import pytest

from tests.browser.lab_server import ROOT
from tests.browser.notebook import WIDGETS

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
USED = {path.parent.name for path in (ROOT / "tests/lessons").glob("*/browser.py")}
EACH_TIME = {"start_here", "suppression", "complementary_suppression", "trackers", "release_desk"}
"""The lessons that are used in JupyterLab in each run of the tests; the others once a week."""


def in_turn(lesson):
    """A lesson, marked if its turn comes once a week."""
    return lesson if lesson.split("_", 1)[1] in EACH_TIME else pytest.param(lesson, marks=pytest.mark.weekly)


@pytest.mark.parametrize("lesson", [in_turn(lesson) for lesson in LESSONS])
def test_lesson_runs_in_the_browser(lesson, run_notebook):
    notebook = run_notebook(f"notebooks/{lesson}.ipynb")
    slug = lesson.split("_", 1)[1]
    if slug in USED:
        import_module(f"tests.lessons.{slug}.browser").use(notebook)
    notebook.check(WIDGETS)


def test_what_is_used_are_lessons_that_exist():
    assert {lesson.split("_", 1)[1] for lesson in LESSONS} >= USED >= EACH_TIME
