"""The lesson on trackers in a browser: two questions from lists, by keyboard; chart and sentence follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture


def use(notebook: Notebook) -> None:
    """Refused first; then a crowd, the crowd without Bea, and the difference."""
    page = notebook.page
    explorer = page.locator(".ft-explorer")
    chart, sentence = explorer.locator(".vega-embed"), explorer.locator(".ft-explorer-sentence")
    expect(sentence).to_contain_text("“like Bea in all six facts”? The desk says: refused.")
    before = picture(chart)
    page.get_by_role("combobox", name="First question", exact=True).press("Home")
    expect(sentence).to_contain_text("How many are “sex is female”?")
    wait_for_another_picture(chart, before)
    page.get_by_role("combobox", name="Second question: joined by").select_option("and not")
    explorer.get_by_role("group", name="Ada").get_by_role("radio", name="subtracts").check()
    expect(sentence).to_contain_text("Their difference, 1, counts those like Bea in all six facts.")
    before = picture(chart)
    page.get_by_role("slider").press("End")
    expect(sentence).to_contain_text("There is nothing to subtract.")
    wait_for_another_picture(chart, before)
