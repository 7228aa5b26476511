"""The lesson on synthetic files in a browser: another way, more noise, fewer people; chart and sentence follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture


def use(notebook: Notebook) -> None:
    """Copied rows know no noise; a tree that was fixed beforehand has a promise; fewer people change the picture."""
    page = notebook.page
    explorer = page.locator(".ft-explorer")
    chart = explorer.locator(".vega-embed")
    expect(explorer).to_contain_text("no noise is added, and nothing is promised")
    before = picture(chart)
    way = page.get_by_role("combobox", name="How the file is made")
    way.select_option(label="a tree, fixed beforehand")
    expect(explorer).to_contain_text("Nothing is promised.")
    wait_for_another_picture(chart, before)
    page.get_by_role("radio", name="more: epsilon 1").check()
    expect(explorer).to_contain_text("A promise for the whole file: epsilon 1.")
    way.select_option(label="a tree, chosen from the people")
    expect(explorer).to_contain_text("The noise does not cover the choice of the tree")
    before = picture(chart)
    explorer.get_by_role("group", name="People in the data", exact=True).get_by_role("radio").first.check()
    wait_for_another_picture(chart, before)
