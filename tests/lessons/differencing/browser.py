"""Differencing: two releases, a threshold and a rhythm; chart and words follow."""

from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider

THRESHOLD = "Publish no count below k"


def use(notebook: Notebook) -> None:
    """Releases by key, the threshold by key and by mouse, the rhythm by key, a cell by mouse."""
    chart = charts(notebook.page)[0]
    choose_releases(notebook, chart)
    move_the_threshold(notebook, chart)
    slow_down(notebook)
    ask_who(notebook, chart)


def choose_releases(notebook: Notebook, chart: Locator) -> None:
    """The last of the releases that can be taken off is the one without the staff."""
    smaller = notebook.page.get_by_role("combobox", name="take off this one")
    before = picture(chart)
    smaller.press("End")
    assert chosen(smaller) == "4 December 2017, all but the staff"
    expect(notebook.page.locator(".ft-explorer-sentence").first).to_contain_text(
        "less “4 December 2017, all but the staff”"
    )
    wait_for_another_picture(chart, before)
    smaller.press("Home")
    wait_for_picture(chart, before)
    smaller.press("End")


def move_the_threshold(notebook: Notebook, chart: Locator) -> None:
    """More cells are hidden at a higher threshold, and the way back shows the first picture again."""
    control, sentence = slider(notebook.page, THRESHOLD), notebook.page.locator(".ft-explorer-sentence").first
    first = picture(chart)
    control.press("End")
    expect(sentence).to_contain_text("With k = 15,")
    wait_for_another_picture(chart, first)
    drag(control, 2 / 12, steps=40)
    expect(sentence).to_contain_text("With k = 5,")
    wait_for_picture(chart, first)


def slow_down(notebook: Notebook) -> None:
    """Every thirteenth Monday, few releases are left; the chosen one is among them."""
    larger = notebook.page.get_by_role("combobox", name="From this release")
    notebook.page.get_by_role("radio", name="every Monday", exact=True).press("ArrowUp")
    expect(larger.locator("option")).to_have_count(4)
    assert chosen(larger) == "4 December 2017"


def ask_who(notebook: Notebook, chart: Locator) -> None:
    """A cell is chosen with a click, and its sentence is read out."""
    cells = notebook.page.get_by_role("combobox", name="Who is that?")
    said = notebook.page.locator(".ft-explorer-sentence").last
    cells.press("End")
    lit = chosen(cells)
    expect(said).to_contain_text(f"{lit}: ")
    cells.press("Home")
    chart.locator(f'[aria-label="{lit}"]').first.click(force=True)
    expect(said).to_contain_text(f"{lit}: ")
    assert chosen(cells) == lit


def chosen(options: Locator) -> str:
    """The text of the option that is chosen."""
    return options.evaluate("(list) => list.selectedOptions[0].textContent")
