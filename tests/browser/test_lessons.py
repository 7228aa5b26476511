"""Every lesson, opened and run in JupyterLab in a browser. A new notebook is picked up by itself."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.lab_server import ROOT
from tests.browser.notebook import Notebook
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider

THRESHOLD = "Publish no count below k"
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def nothing_more(notebook: Notebook) -> None:
    """The lesson has no control of its own to try."""


def explore_suppression(notebook: Notebook) -> None:
    """The threshold by key and by mouse, the totals by key, a cell by key and by mouse; chart and words follow."""
    chart = charts(notebook.page)[0]
    move_the_threshold(notebook, chart)
    leave_out_the_totals(notebook, chart)
    ask_why(notebook, chart)


def move_the_threshold(notebook: Notebook, chart: Locator) -> None:
    """The sentence and the table follow, and the way back shows the first picture again."""
    control, sentence = slider(notebook.page, THRESHOLD), notebook.page.locator(".ft-range-sentence")
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


def leave_out_the_totals(notebook: Notebook, chart: Locator) -> None:
    """Without totals nothing is known exactly; with them, and somebody from inside, the sentence names her."""
    sentence = notebook.page.locator(".ft-range-sentence")
    before = picture(chart)
    notebook.page.get_by_role("radio", name="printed", exact=True).press("ArrowDown")
    expect(sentence).to_contain_text("An outsider knows 0 of these exactly")
    wait_for_another_picture(chart, before)
    notebook.page.get_by_role("radio", name="left out", exact=True).press("ArrowUp")
    wait_for_picture(chart, before)
    notebook.page.get_by_role("radio", name="an outsider", exact=True).press("ArrowDown")
    expect(sentence).to_contain_text("One or other of those who are alone")


def ask_why(notebook: Notebook, chart: Locator) -> None:
    """A hidden cell is chosen in the list by key, and in the table by mouse; each time its sentence is read out."""
    cells = notebook.page.get_by_role("combobox", name="Why?")
    sentence = notebook.page.locator(".ft-choice-drop-down [role=status]")
    before, asked = picture(chart), cells.input_value()
    cells.press("End")
    chosen = cells.input_value()
    assert chosen != asked
    expect(sentence).to_contain_text(f"{chosen}: ")
    wait_for_another_picture(chart, before)
    before = picture(chart)
    chart.locator(f'[aria-label="{asked}"]').click(force=True)
    expect(cells).to_have_value(asked)
    expect(sentence).to_contain_text(f"{asked}: ")
    wait_for_another_picture(chart, before)


def hidden_cells(chart: Locator) -> int:
    """How many cells of the table carry a mark in place of a number."""
    return chart.evaluate(
        "(chart) => [...chart.querySelectorAll('svg text')].filter((t) => ['c', 'c~'].includes(t.textContent)).length"
    )


# What a reader does in a lesson beside running it: lesson -> function of the open notebook.
ACTIONS: dict[str, Callable[[Notebook], None]] = {"02_suppression": explore_suppression}


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
