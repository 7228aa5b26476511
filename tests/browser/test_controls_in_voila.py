"""The controls in Voila, which shows a notebook without its code."""

from playwright.sync_api import expect

from tests.browser.example import write_example
from tests.browser.notebook import barriers
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_until_drawn
from tests.browser.sliders import slider

# Voila's own template asks these hosts for an icon font and for formulas, which our controls use neither of. The
# browser is cut off, so it gets none, and the controls must work all the same.
VOILA_ASKS = ("https://cdn.jsdelivr.net/npm/@fortawesome/", "https://cdnjs.cloudflare.com/ajax/libs/mathjax/")


def test_keys_move_the_slider_in_voila(lab, open_page):
    voila = open_page(expected=VOILA_ASKS)
    voila.page.goto(lab.voila(write_example(lab.folder, "voila.ipynb")))
    control = slider(voila.page, "Publish no cell below")
    control.wait_for()
    wait_until_drawn(voila.page)
    [chart] = charts(voila.page)
    before = picture(chart)
    control.press("End")
    expect(voila.page.get_by_text("At k = 30, ")).to_be_visible()
    wait_for_another_picture(chart, before)
    voila.page.get_by_role("button", name="5 Ofqual").press("Enter")
    expect(voila.page.get_by_text("At k = 5, ")).to_be_visible()
    voila.page.get_by_role("radio", name="printed").press("ArrowDown")
    expect(voila.page.get_by_role("radio", name="left out")).to_be_checked()
    assert not voila.watch.faults(), voila.watch.faults()
    assert not barriers(voila.page, ".ft-range, .ft-choice")
