"""The lesson on amounts in a browser: rule and repair, by keyboard; table and sentences follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture


def use(notebook: Notebook) -> None:
    """By the rule alone the cell is given back; with further cells it is not; another rule changes the table again."""
    page = notebook.page
    rule = page.get_by_role("combobox", name="Which rule hides cells?")
    explorer = page.locator(".ft-explorer").filter(has=rule).last
    chart = explorer.locator(".vega-embed")
    expect(explorer).to_contain_text("Known exactly to an outsider, of these: 1.")
    before = picture(chart)
    page.get_by_role("radio", name="only the cells of the rule are hidden", exact=True).press("ArrowDown")
    expect(explorer).to_contain_text("Known exactly to an outsider, of these: 0.")
    wait_for_another_picture(chart, before)
    before = picture(chart)
    rule.press("ArrowDown")
    wait_for_another_picture(chart, before)
    cells = page.get_by_role("combobox", name="Why? Choose a hidden cell").last
    cells.press("End")
    expect(explorer).to_contain_text(cells.evaluate("(list) => list.selectedOptions[0].textContent") + ": ")
