"""Every lesson, opened and run in JupyterLab in a browser. A new notebook is picked up by itself."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.lab_server import ROOT
from tests.browser.notebook import Notebook
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def nothing_more(notebook: Notebook) -> None:
    """The lesson has no control of its own to try."""


def move_the_threshold(notebook: Notebook) -> None:
    """By key and by mouse; sentence and table follow, and the way back shows the first picture again."""
    [control, chart] = slider(notebook.page, "Publish no count below k"), charts(notebook.page)[0]
    sentence = notebook.page.locator(".ft-range-sentence")
    first, hidden_first = picture(chart), hidden_cells(chart)
    control.press("End")
    expect(sentence).to_contain_text("With k = 15,")
    wait_for_another_picture(chart, first)
    assert hidden_cells(chart) > hidden_first
    drag(control, 0.0, steps=40)
    expect(sentence).to_contain_text("With k = 3,")
    wait_for_picture(chart, first)
    notebook.page.get_by_role("button", name="10 ONS LS, ACRO", exact=True).click()
    expect(sentence).to_contain_text("With k = 10,")


def hidden_cells(chart: Locator) -> int:
    """How many cells of the table carry the mark in place of a number."""
    return chart.evaluate(
        "(chart) => [...chart.querySelectorAll('svg text')].filter((t) => t.textContent === 'c').length"
    )


# What a reader does in a lesson beside running it: lesson -> function of the open notebook.
ACTIONS: dict[str, Callable[[Notebook], None]] = {"02_suppression": move_the_threshold}


@pytest.mark.parametrize("lesson", LESSONS)
def test_lesson_runs_in_the_browser(lesson, run_notebook):
    notebook = run_notebook(f"notebooks/{lesson}.ipynb")
    ACTIONS.get(lesson, nothing_more)(notebook)
    notebook.check()


def test_actions_name_lessons_that_exist():
    assert set(ACTIONS) <= set(LESSONS)


def test_lab_asks_no_question_about_news(example):
    """The question would cover the lesson, and a "yes" would ask a server on the internet."""
    expect(example.page.locator(".jp-Notebook")).to_be_visible()
    expect(example.page.get_by_text("official Jupyter news")).to_have_count(0)
