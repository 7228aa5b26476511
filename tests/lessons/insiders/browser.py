"""The lesson on insiders in a browser: who looks and which repair, by keyboard; table and sentences follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture


def use(notebook: Notebook) -> None:
    """An outsider knows nothing, somebody who is alone does, and the other repair changes the table again."""
    page = notebook.page
    who = page.get_by_role("combobox", name="Who looks at the table?")
    explorer = page.locator(".ft-explorer")
    chart = explorer.locator(".vega-embed")
    expect(explorer).to_contain_text("Who looks: an outsider. Learnt exactly: 0 other")
    before = picture(chart)
    who.press("ArrowDown")
    expect(explorer).to_contain_text("Who looks: Ada, alone in")
    wait_for_another_picture(chart, before)
    before = picture(chart)
    page.get_by_role("radio", name="repaired against outsiders", exact=True).press("ArrowDown")
    expect(explorer).to_contain_text("Repaired against insiders, too:")
    wait_for_another_picture(chart, before)
    cells = page.get_by_role("combobox", name="Why? Choose a hidden cell").last
    cells.press("End")
    expect(explorer).to_contain_text(cells.evaluate("(list) => list.selectedOptions[0].textContent") + ": ")
