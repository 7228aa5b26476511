"""Shift + Enter and Ctrl + S are meant for JupyterLab wherever the focus is: in each control, guess and question."""

import pytest
from playwright.sync_api import TimeoutError as NotInTime

from tests.browser.conftest import watched_page
from tests.browser.example import CELLS, write_example

ANSWERS = (
    *CELLS,
    """from teaching.widgets.prediction import predict

predict("example/keys", "How many?", minimum=0, maximum=20)""",
    """from teaching.widgets.concept_questions import concept_questions

concept_questions("suppression")""",
    """from lessons.complementary_suppression.hand_repair import repair_by_hand
from tests.disclosure.repair.small_tables import table_of

repair_by_hand(table_of([3, 9, 12], [9, 20, 9], [11, 9, 16]), threshold=5)""",
    "'the next cell'",
)
CONTROLS = {
    "slider": (1, ".ft-range-input"),
    "landmark": (1, ".ft-range-landmark"),
    "radio button": (1, ".ft-choice input"),
    "drop-down list": (1, ".ft-choice-list"),
    "number": (2, ".ft-asking input"),
    "guess": (2, ".ft-asking button"),
    "answer": (3, ".ft-asking input"),
    "check": (3, ".ft-asking button"),
    "cell of a table": (4, ".ft-table-button[tabindex='0']"),
    "button": (4, ".ft-press-face"),
}
ACTIVE = "() => window.jupyterapp.shell.currentWidget.content.activeCellIndex"
COUNT = "(place) => window.jupyterapp.shell.currentWidget.content.widgets[place].model.executionCount"
DIRTY = "() => window.jupyterapp.shell.currentWidget.context.model.dirty"


@pytest.fixture(scope="module")
def notebook(lab, browser):
    with watched_page(browser) as opened:
        opened.run(lab, write_example(lab.folder, "keys.ipynb", ANSWERS))
        yield opened


@pytest.mark.parametrize("control", CONTROLS)
def test_shift_enter_runs_the_cell_and_goes_to_the_next(notebook, control):
    place, selector = CONTROLS[control]
    focus(notebook, place, selector)
    before = notebook.cells()[place]["count"]
    notebook.page.keyboard.press("Shift+Enter")
    notebook.page.wait_for_function(f"(wanted) => ({ACTIVE})() === wanted", arg=place + 1)
    notebook.page.wait_for_function(f"([place, before]) => ({COUNT})(place) > before", arg=[place, before])
    notebook.page.keyboard.press("Shift+Enter")
    notebook.page.wait_for_function(f"(wanted) => ({ACTIVE})() === wanted", arg=place + 2)
    assert not notebook.watch.faults(), notebook.watch.faults()


@pytest.mark.parametrize("control", CONTROLS)
def test_ctrl_s_saves(notebook, control):
    focus(notebook, *CONTROLS[control])
    notebook.page.evaluate("() => { window.jupyterapp.shell.currentWidget.context.model.dirty = true; }")
    saved = _pressed_until_saved(notebook.page)
    assert saved, "JupyterLab did not save"
    assert [cell["source"] for cell in notebook.cells()][: len(ANSWERS)] == list(ANSWERS)


def _pressed_until_saved(page):
    """Press Ctrl + S until it saves: JupyterLab drops it while the save before still writes its checkpoint."""
    for _ in range(5):
        page.keyboard.press("Control+s")
        try:
            page.wait_for_function(f"() => !({DIRTY})()", timeout=15_000)
        except NotInTime:
            continue
        return True
    return False


def focus(notebook, place, selector):
    """Click into the cell's output, then give the control the focus."""
    output = notebook.page.locator(".jp-CodeCell").nth(place).locator(".jp-OutputArea")
    found = output.locator(selector).first
    found.scroll_into_view_if_needed()
    found.focus()
    notebook.page.evaluate(
        "(place) => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = place; }", place
    )
    found.focus()
