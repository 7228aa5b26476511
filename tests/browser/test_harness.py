"""The harness itself: each fault that it promises to see, made on purpose."""

import pytest

from tests.browser import chromium
from tests.browser.example import write_example

CHART = "import altair as alt\nfrom tests.browser.example import counts, threshold_chart\n"
ONLINE_CHART = CHART + "alt.JupyterChart(threshold_chart(counts()))"
UNKNOWN_CHART = CHART + "alt.renderers.enable('mimetype')\nthreshold_chart(counts())"
FAILING_CALLBACK = """import ipywidgets
k = ipywidgets.Button(description="k")
k.on_click(lambda button: 1 / 0)
k"""
UNNAMED_SLIDER = "import ipywidgets\nipywidgets.IntSlider()"
SLOW_WIDGET = """import anywidget
class Slow(anywidget.AnyWidget):
    _esm = "await new Promise((go) => setTimeout(go, 2500)); export default { render() {} };"
Slow()"""
FAULTS = {
    "error": ("1 / 0", "ZeroDivisionError"),
    "leaves": (ONLINE_CHART, "never drawn|asked for https"),
    "barrier": (UNNAMED_SLIDER, "aria-input-field-name"),
    "not-drawn": (UNKNOWN_CHART, "never drawn"),
}


CLEAR_SECOND = "() => window.jupyterapp.shell.currentWidget.content.widgets[1].model.outputs.clear()"


@pytest.mark.weekly
@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_notebook_is_refused(fault, lab, open_page):
    cell, complaint = FAULTS[fault]
    notebook = open_page()
    notebook.open(lab.lab(write_example(lab.folder, f"{fault}.ipynb", (cell,))))
    notebook.run_all()
    notebook.page.set_default_timeout(4_000)
    with pytest.raises(AssertionError, match=complaint):
        notebook.check()


def test_a_notebook_with_two_faults_is_refused_for_each(lab, open_page):
    notebook, cells = open_page(), (UNKNOWN_CHART, FAULTS["error"][0])
    notebook.open(lab.lab(write_example(lab.folder, "two-faults.ipynb", cells)))
    notebook.run_all()
    notebook.page.set_default_timeout(4_000)
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        notebook.check()
    notebook.page.evaluate(CLEAR_SECOND)
    with pytest.raises(AssertionError, match="never drawn"):
        notebook.check()


def test_a_callback_that_fails_is_seen_although_the_notebook_shows_nothing(lab, run_notebook):
    notebook = run_notebook(write_example(lab.folder, "callback.ipynb", (FAILING_CALLBACK,)))
    notebook.page.get_by_role("button", name="k", exact=True).click()
    notebook.watch.wait_for_fault(notebook.page)
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        notebook.check()


@pytest.mark.weekly
def test_a_widget_that_starts_too_slowly_is_told_from_other_faults(lab, open_page):
    notebook = open_page()
    notebook.open(lab.lab(write_example(lab.folder, "slow.ipynb", (SLOW_WIDGET,))))
    notebook.run_all()
    notebook.watch.wait_for_fault(notebook.page)
    assert notebook.watch.was_too_slow()
    notebook.watch.kernel.append("an error")
    assert not notebook.watch.was_too_slow()


def test_without_a_browser_the_message_says_how_to_get_one(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(FileNotFoundError, match="sudo apt install chromium"):
        chromium.chromium_path()
