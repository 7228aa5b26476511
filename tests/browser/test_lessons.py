"""Every lesson, opened and run in JupyterLab in a browser. A new notebook is picked up by itself."""

from collections.abc import Callable

import pytest

from tests.browser.lab_server import ROOT
from tests.browser.notebook import Notebook

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def nothing_more(notebook: Notebook) -> None:
    """The lesson has no control of its own to try."""


# What a reader does in a lesson beside running it: lesson -> function of the open notebook.
ACTIONS: dict[str, Callable[[Notebook], None]] = {}


@pytest.mark.parametrize("lesson", LESSONS)
def test_lesson_runs_in_the_browser(lesson, run_notebook):
    notebook = run_notebook(f"notebooks/{lesson}.ipynb")
    ACTIONS.get(lesson, nothing_more)(notebook)
    notebook.check()


def test_actions_name_lessons_that_exist():
    assert set(ACTIONS) <= set(LESSONS)
