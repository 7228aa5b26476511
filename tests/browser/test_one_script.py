"""One script per page: whatever becomes of the first cell, the page or the kernel, charts are drawn or say why not."""

import pytest
from playwright.sync_api import expect

from teaching.strings import controls as strings
from tests.browser.conftest import watched_page
from tests.browser.example import write_example
from tests.browser.pictures import wait_until_drawn
from tests.browser.sliders import slider

LABEL = "Publish no count below k"
CHART = """import altair as alt
from tests.browser.example import counts, threshold_chart

threshold_chart(counts())"""
CELLS = (
    "from teaching.charts.offline import draw_offline\n\ndraw_offline()",
    CHART,
    """from lessons.suppression.explorer import explore_suppression
from tests.disclosure.repair.small_tables import table_of

explore_suppression(table_of([3, 9, 12], [9, 20, 9], [11, 2, 16]), thresholds=range(3, 12))""",
)
CLEAR_FIRST = "() => window.jupyterapp.shell.currentWidget.content.widgets[0].model.outputs.clear()"
RESTART = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
PATIENCE = 20_000
"""Milliseconds: a page gives a busy kernel some seconds before it says that there is none."""


@pytest.fixture
def notebook(lab, browser, request):
    with watched_page(browser) as opened:
        opened.page.set_default_timeout(45_000)
        opened.run(lab, write_example(lab.folder, f"{request.node.name[:20]}.ipynb", CELLS))
        yield opened


def test_the_script_comes_once_and_after_a_reload_without_the_first_output_all_is_there_again_where_it_stood(notebook):
    control, page = slider(notebook.page, LABEL), notebook.page
    found = page.evaluate("() => Object.keys(globalThis.fiftyThree).length")
    assert found == 1 and page.locator(".vega-embed").count() == 2
    control.press("End")
    expect(page.locator(".ft-explorer-sentence").first).to_contain_text("With k = 11,")
    notebook.watch.wait_until_told(page, '"state":{"setting":{"threshold":11,')
    page.evaluate(CLEAR_FIRST)
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    page.reload()
    wait_until_drawn(page, 2)
    expect(page.locator(".ft-explorer-sentence").first).to_contain_text("With k = 11,")
    expect(control).to_have_attribute("aria-valuetext", "k = 11, CMS")


@pytest.mark.weekly
def test_a_second_browser_at_the_same_kernel_draws_all(notebook, lab, browser):
    notebook.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    with watched_page(browser) as other:
        other.page.goto(f"{notebook.page.url}?token={lab.token}")
        wait_until_drawn(other.page, 2)
        slider(other.page, LABEL).press("End")
        expect(other.page.locator(".ft-explorer-sentence").first).to_contain_text("With k = 11,")


@pytest.mark.weekly
def test_after_a_restart_the_explorer_goes_on_moving_and_says_when_it_wants_the_kernel(notebook):
    page = notebook.page
    page.evaluate(RESTART)
    slider(page, LABEL).press("End")
    expect(page.locator(".ft-explorer-sentence").first).to_contain_text("With k = 11,")
    expect(page.locator(".ft-explorer-sentence").last).to_have_text(strings.EXPLORER_GONE, timeout=PATIENCE)


@pytest.mark.weekly
def test_a_chart_that_finds_no_script_says_so(lab, browser):
    """A kernel whose carrier and answers are taken away."""
    cells = (
        "from teaching.charts import offline\nfrom teaching.widgets import chart_script\n\n"
        "offline.hand_out_script = lambda *message: None\noffline.carry_script = lambda: None\noffline.draw_offline()",
        CHART,
    )
    with watched_page(browser) as opened:
        opened.open(lab.lab(write_example(lab.folder, "none.ipynb", cells)))
        opened.run_all()
        expect(opened.page.get_by_text(strings.NO_SCRIPT)).to_be_visible(timeout=PATIENCE)
