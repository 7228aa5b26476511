"""The lesson on rounding in a browser: ask in other ways with the slider, by keyboard; chart and sentence follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture


def use(notebook: Notebook) -> None:
    """One way more changes the picture and the sentence, and so does another way of changing."""
    page = notebook.page
    explorer = page.locator(".ft-explorer")
    chart = explorer.locator(".vega-embed")
    expect(explorer).to_contain_text("Not asked again. In truth")
    before = picture(chart)
    slider = page.get_by_role("slider", name="Asked in so many other ways")
    slider.press("ArrowRight")
    expect(explorer).to_contain_text("Asked in 1 other way:")
    wait_for_another_picture(chart, before)
    slider.press("End")
    expect(explorer).to_contain_text("Asked in 100 other ways:")
    before = picture(chart)
    page.get_by_role("combobox", name="How each number is changed").press("Home")
    wait_for_another_picture(chart, before)
