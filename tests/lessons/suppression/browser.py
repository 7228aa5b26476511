"""Suppression in a browser: the slider, the choices and the list of hidden cells, by mouse and by keyboard."""

from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider

THRESHOLD = "Publish no count below k"


def use(notebook: Notebook) -> None:
    """The threshold by key and by mouse, the totals by key, a cell by key and by mouse; chart and words follow."""
    chart = charts(notebook.page)[0]
    move_the_threshold(notebook, chart)
    leave_out_the_totals(notebook, chart)
    ask_why(notebook, chart)


def move_the_threshold(notebook: Notebook, chart: Locator) -> None:
    """The sentence and the table follow, and the way back shows the first picture again."""
    control, sentence = slider(notebook.page, THRESHOLD), notebook.page.locator(".ft-explorer-sentence").first
    first, hidden_first = picture(chart), hidden_cells(chart)
    control.press("End")
    expect(sentence).to_contain_text("With k = 15,")
    wait_for_another_picture(chart, first)
    assert hidden_cells(chart) > hidden_first
    drag(control, 2 / 12, steps=40)
    expect(sentence).to_contain_text("With k = 5,")
    wait_for_picture(chart, first)
    notebook.page.get_by_role("button", name="10 ONS LS, ACRO", exact=True).click()
    expect(sentence).to_contain_text("With k = 10,")


def leave_out_the_totals(notebook: Notebook, chart: Locator) -> None:
    """Without totals nothing is known exactly; with them, and somebody from inside, the sentence names her."""
    sentence = notebook.page.locator(".ft-explorer-sentence").first
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
    sentence = notebook.page.locator(".ft-explorer-sentence").last
    before, asked = picture(chart), chosen(cells)
    cells.press("End")
    assert chosen(cells) != asked
    expect(sentence).to_contain_text(f"{chosen(cells)}: ")
    wait_for_another_picture(chart, before)
    before = picture(chart)
    chart.locator(f'[aria-label="{asked}"]').first.click(force=True)
    expect(sentence).to_contain_text(f"{asked}: ")
    assert chosen(cells) == asked
    wait_for_another_picture(chart, before)


def chosen(list_of_cells: Locator) -> str:
    """The text of the option that is chosen."""
    return list_of_cells.evaluate("(list) => list.selectedOptions[0].textContent")


def hidden_cells(chart: Locator) -> int:
    """How many cells of the table carry a mark in place of a number."""
    return chart.evaluate(
        "(chart) => [...chart.querySelectorAll('svg text')].filter((t) => ['c', 'c~'].includes(t.textContent)).length"
    )
