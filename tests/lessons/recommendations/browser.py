"""The lesson on recommendations in a browser: Bea is taken out, the titles change, a limit comes; all by keyboard."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture, wait_for_picture


def use(notebook: Notebook) -> None:
    """Without Bea, Ada is silent; with any titles she is right more often; and back."""
    explorer = notebook.page.locator(".ft-explorer").first
    chart, sentence = explorer.locator(".vega-embed").first, explorer.locator(".ft-explorer-sentence").first
    expect(sentence).to_contain_text("Bea is in the data: “")
    expect(sentence).to_contain_text("and Ada names it. That is right.")
    first = picture(chart)
    explorer.get_by_role("radio", name="is in the data", exact=True).press("ArrowDown")
    expect(sentence).to_contain_text(
        "Bea is left out: no title that is new to Ada stands in more than 2 of her 5 lists."
    )
    wait_for_another_picture(chart, first)
    explorer.get_by_role("radio", name="is left out", exact=True).press("ArrowUp")
    wait_for_picture(chart, first)
    rarest = sentence.text_content()
    explorer.get_by_role("radio", name="the rarest", exact=True).press("ArrowDown")
    expect(sentence).not_to_have_text(rarest or "")
    wait_for_another_picture(chart, first)
    before = picture(chart)
    explorer.get_by_role("radio", name="50", exact=True).check()
    wait_for_another_picture(chart, before)
