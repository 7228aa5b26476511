"""The lesson on noise in a browser: epsilon by key, titles and unit by key; picture and sentence follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import slider


def use(notebook: Notebook) -> None:
    """Less noise, and back; all titles; noise for a view."""
    page = notebook.page
    explorer = page.locator(".ft-explorer").first
    chart, sentence = explorer.locator(".vega-embed").first, explorer.locator(".ft-explorer-sentence").first
    expect(sentence).to_contain_text("epsilon 1 per profile: of 100 guesses about it, at most 73 are right")
    first = picture(chart)
    epsilon = slider(page, "Epsilon")
    epsilon.press("End")
    expect(sentence).to_contain_text("epsilon 8 per profile: of 100 guesses about it, more than 99 may be right")
    wait_for_another_picture(chart, first)
    explorer.get_by_role("button", name="more noise").click()
    expect(sentence).to_contain_text("epsilon 0.25 per profile: of 100 guesses about it, at most 56 are right")
    for _ in range(3):
        epsilon.press("ArrowRight")
    wait_for_picture(chart, first)
    page.get_by_role("radio", name="per profile: for all its titles together", exact=True).press("ArrowDown")
    expect(sentence).to_contain_text("epsilon 1 per view is about one title")
    wait_for_another_picture(chart, first)
    before = picture(chart)
    page.get_by_role("radio", name="50", exact=True).check()
    expect(sentence).to_contain_text("and 50 of them count here")
    wait_for_another_picture(chart, before)
