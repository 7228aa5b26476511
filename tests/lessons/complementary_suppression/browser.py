"""Complementary suppression in a browser: a table repaired by keyboard and by mouse, slider, promise and search."""

from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import charts, picture, wait_for_another_picture
from tests.browser.sliders import slider

PATIENCE = 30_000
"""Milliseconds for what the kernel works out first: repairs at a new promise, and the cheapest of them."""

WIDTH = 6
"""Columns of the small table, the total among them."""


def use(notebook: Notebook) -> None:
    """The small table is repaired and compared with the cheapest repair; then the large one is explored."""
    before = [(cell["type"], cell["source"], cell["count"]) for cell in notebook.cells()]
    repair_by_keyboard(notebook)
    take_back_by_mouse(notebook)
    move_the_threshold(notebook)
    search_for_the_cheapest(notebook)
    assert [(cell["type"], cell["source"], cell["count"]) for cell in notebook.cells()] == before


def repair_by_keyboard(notebook: Notebook) -> None:
    """Arrow keys, space and enter hide three cells; the audit is content; the cheapest repair stands beside hers."""
    page, keys = notebook.page, notebook.page.keyboard
    grid, sentence = the_grid(notebook), page.locator(".ft-table-sentence").first
    expect(sentence).to_contain_text("3 of 3 small cells can still be worked out")
    grid.locator("button[tabindex='0']").focus()
    keys.press("Control+Home")
    at = 0
    for row, column, key in [(2, 2, "Space"), (2, 0, "Space"), (3, 1, "Enter"), (4, 2, "Space")]:
        at = go(notebook, at, row * WIDTH + column)
        keys.press(key)
    expect(sentence).to_contain_text("The audit agrees")
    expect(sentence).to_contain_text("37 people in 3 further cells")
    expect(grid.get_by_role("button", name="Cuckoo | North: 11, hidden to cover others")).to_have_attribute(
        "aria-pressed", "true"
    )
    tab_to(notebook, "Show the cheapest repair")
    keys.press("Enter")
    expect(page.get_by_text("you found a cheapest one")).to_be_visible()
    expect(page.get_by_role("table", name="The cheapest repair")).to_be_visible()


def go(notebook: Notebook, at: int, to: int) -> int:
    """Go from one place of the table to another with the arrow keys."""
    down, right = to // WIDTH - at // WIDTH, to % WIDTH - at % WIDTH
    for key in ["ArrowDown"] * down + ["ArrowUp"] * -down + ["ArrowRight"] * right + ["ArrowLeft"] * -right:
        notebook.page.keyboard.press(key)
    return to


def tab_to(notebook: Notebook, name: str) -> None:
    """Press Tab until the element with this text has the focus."""
    for _ in range(6):
        if notebook.page.evaluate("document.activeElement.textContent") == name:
            return
        notebook.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name!r}")


def take_back_by_mouse(notebook: Notebook) -> None:
    """One step back, a cell by mouse, a small cell that cannot be printed, and all from the start."""
    page, grid = notebook.page, the_grid(notebook)
    sentence = page.locator(".ft-table-sentence").first
    page.get_by_role("button", name="Take back the last step").first.click()
    expect(sentence).to_contain_text("in 2 further cells")
    grid.get_by_role("button", name="Antlers | total: 70, printed").click()
    expect(sentence).to_contain_text("in 3 further cells")
    grid.locator("[aria-disabled=true]").first.click(force=True)
    expect(sentence).to_contain_text("in 3 further cells")
    page.get_by_role("button", name="Start again").first.click()
    expect(sentence).to_contain_text("0 people in 0 further cells")


def move_the_threshold(notebook: Notebook) -> None:
    """Sentence, table and chart follow the slider and the choices."""
    [chart] = charts(notebook.page)
    control = slider(notebook.page, "Publish no count below k")
    sentence, before = notebook.page.locator(".ft-explorer-sentence").first, picture(chart)
    shown = notebook.page.get_by_role("table", name="People at their favourite title", exact=False)
    expect(sentence).to_contain_text("With k = 5,")
    notebook.page.locator(".ft-explorer summary").click()
    control.press("End")
    expect(sentence).to_contain_text("With k = 15,")
    wait_for_another_picture(chart, before)
    hidden = shown.locator("[data-look=complementary]").count()
    assert hidden > 0
    notebook.page.get_by_role("radio", name="the repair", exact=True).press("ArrowDown")
    expect(shown.locator("[data-look=complementary]")).to_have_count(0)
    notebook.page.get_by_role("radio", name="the rule alone", exact=True).press("ArrowUp")
    expect(shown.locator("[data-look=complementary]")).to_have_count(hidden)


def search_for_the_cheapest(notebook: Notebook) -> None:
    """At another promise and threshold; where no repair keeps the promise, it says so."""
    page, [chart] = notebook.page, charts(notebook.page)
    page.get_by_role("radio", name="it cannot be worked out exactly").press("ArrowDown")
    page.get_by_role("button", name="5 Ofqual", exact=True).press("Enter")
    expect(page.locator(".ft-explorer-sentence").first).to_contain_text("With k = 5,", timeout=PATIENCE)
    search = page.get_by_role("button", name="Search for the cheapest repair")
    expect(search).to_have_attribute("aria-disabled", "false")
    before = picture(chart)
    search.press("Enter")
    expect(page.get_by_text("no repair hides fewer. The quick repair")).to_be_visible(timeout=PATIENCE)
    wait_for_another_picture(chart, before)
    slider(page, "Publish no count below k").press("Home")
    expect(page.locator(".ft-explorer-sentence").first).to_contain_text("cannot be protected", timeout=PATIENCE)
    expect(search).to_have_attribute("aria-disabled", "true")


def the_grid(notebook: Notebook) -> Locator:
    """The table that the learner changes first; the last one is for her own counts."""
    return notebook.page.get_by_role("grid", name="Your table").first
