"""The lesson on membership in a browser: a larger group, other prints and another line, by keyboard and by mouse."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture, wait_for_picture


def use(notebook: Notebook) -> None:
    """Zeros printed and hidden; a larger group; horror fans, and a line for them."""
    page = notebook.page
    explorer = page.locator(".ft-explorer").first
    chart, sentence = explorer.locator(".vega-embed").first, explorer.locator(".ft-explorer-sentence").first
    expect(sentence).to_contain_text("in the group of 50")
    first = picture(chart)
    explorer.get_by_role("radio", name="1 to 9 hidden, 0 printed", exact=True).check()
    wait_for_another_picture(chart, first)
    explorer.get_by_role("radio", name="as counted", exact=True).check()
    wait_for_picture(chart, first)
    explorer.get_by_role("group", name="Members of the group").get_by_role("radio", name="50", exact=True).press(
        "ArrowDown"
    )
    expect(sentence).to_contain_text("in the group of 100")
    wait_for_another_picture(chart, first)
    explorer.get_by_role("radio", name="horror fans", exact=True).check()
    expect(sentence).to_contain_text("of these are horror fans, like the group")
    before = picture(chart)
    explorer.get_by_role("radio", name="people of her taste", exact=True).check()
    wait_for_another_picture(chart, before)
