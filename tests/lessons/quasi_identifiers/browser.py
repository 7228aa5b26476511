"""The lesson on quasi-identifiers in a browser: k by key and by mouse, columns and coarseness by key."""

from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider

K = "No class of fewer than k rows"


def use(notebook: Notebook) -> None:
    """Chart and sentence follow each control, and the way back shows the first picture again."""
    chart = notebook.page.locator(".ft-explorer .vega-embed")
    move_k(notebook, chart)
    make_boxes(notebook, chart)
    tell_less(notebook, chart)


def move_k(notebook: Notebook, chart: Locator) -> None:
    """To the end by key, where nothing is published; back by mouse."""
    control, sentence = slider(notebook.page, K), notebook.page.locator(".ft-explorer-sentence").first
    first = picture(chart)
    control.press("End")
    expect(sentence).to_contain_text("k = 10: every class is too small")
    wait_for_another_picture(chart, first)
    drag(control, 0.0, steps=40)
    expect(sentence).to_contain_text("the smallest class has 1.")
    wait_for_picture(chart, first)


def make_boxes(notebook: Notebook, chart: Locator) -> None:
    """Mondrian is the last way in the list; with k = 1 it shows the same as the first, with k = 2 it does not."""
    control, sentence = slider(notebook.page, K), notebook.page.locator(".ft-explorer-sentence").first
    first = picture(chart)
    notebook.page.get_by_role("radio", name="decade and area", exact=True).press("ArrowDown")
    control.press("ArrowRight")
    expect(sentence).to_contain_text("the smallest class has 2.")
    wait_for_another_picture(chart, first)


def tell_less(notebook: Notebook, chart: Locator) -> None:
    """The place is left out."""
    before = picture(chart)
    notebook.page.get_by_role("radio", name="birth date, sex and postcode", exact=True).press("ArrowDown")
    wait_for_another_picture(chart, before)
    expect(notebook.page.locator(".ft-explorer-sentence").first).to_contain_text("Lost: 33")
