"""The lesson on access in a browser: a switch and the slider, by keyboard; chart and sentence follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture


def use(notebook: Notebook) -> None:
    """A look needs a case: some are stopped. More honest work: more are asked."""
    page = notebook.page
    explorer = page.locator(".ft-explorer")
    chart = explorer.locator(".vega-embed")
    expect(explorer).to_contain_text("Of 8 with a plan: 0 stopped")
    before = picture(chart)
    explorer.get_by_role("group", name="A look at one viewer needs a case").get_by_role("radio", name="off").press(
        "ArrowDown"
    )
    expect(explorer).to_contain_text("Of 8 with a plan: 4 stopped")
    wait_for_another_picture(chart, before)
    explorer.get_by_role("slider").press("End")
    expect(explorer).to_contain_text("Of 20,012 honest looks")
