"""The lesson on unicity in a browser: k by key and by mouse, the way to publish and the number of viewers by key."""

from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider

K = "Ada knows k things"
WAYS = "The log tells of each thing"


def use(notebook: Notebook) -> None:
    """Chart and sentence follow each control, and the way back shows the first picture again."""
    chart = notebook.page.locator(".ft-explorer .vega-embed").first
    move_k(notebook, chart)
    publish_less(notebook, chart)
    among_fewer(notebook, chart)


def move_k(notebook: Notebook, chart: Locator) -> None:
    """To the end by key, back by mouse."""
    control, sentence = slider(notebook.page, K), notebook.page.locator(".ft-explorer-sentence").first
    first = picture(chart)
    control.press("End")
    expect(sentence).to_contain_text("8 things of a person (title + day)")
    wait_for_another_picture(chart, first)
    drag(control, 0.0, steps=40)
    expect(sentence).to_contain_text("1 things of a person (title + day)")
    wait_for_picture(chart, first)


def publish_less(notebook: Notebook, chart: Locator) -> None:
    """The last way in the list tells least; the first is the one before."""
    ways = notebook.page.get_by_role("combobox", name=WAYS)
    sentence, first = notebook.page.locator(".ft-explorer-sentence").first, picture(chart)
    ways.press("End")
    expect(sentence).to_contain_text("(genre + month)")
    wait_for_another_picture(chart, first)
    ways.press("Home")
    expect(sentence).to_contain_text("(title + day)")
    wait_for_picture(chart, first)


def among_fewer(notebook: Notebook, chart: Locator) -> None:
    """Half as many viewers."""
    first = picture(chart)
    notebook.page.get_by_role("radio", name="4,000", exact=True).press("ArrowUp")
    expect(notebook.page.locator(".ft-explorer-sentence").first).to_contain_text("Among 2,000 viewers")
    wait_for_another_picture(chart, first)
