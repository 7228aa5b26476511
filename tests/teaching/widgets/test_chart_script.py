"""One script per page: kept for the next kernel, handed out when a page asks, named by all that it is made of."""

import pytest

from teaching.charts.offline import draw_offline
from teaching.widgets import chart_script as scripts
from teaching.widgets.chart_script import ChartScript, carry_script, chart_script, hand_out_script, loader


@pytest.fixture
def new_kernel(tmp_path, monkeypatch):
    """A kernel that has drawn nothing yet, in an environment that keeps nothing yet."""
    monkeypatch.setattr(scripts.sys, "prefix", str(tmp_path))
    chart_script.cache_clear()
    yield tmp_path
    chart_script.cache_clear()


def test_the_script_is_kept_for_the_next_kernel(new_kernel, monkeypatch):
    made = chart_script()
    [kept] = (new_kernel / "share" / "fifty-three").iterdir()
    assert kept == scripts.kept_script()
    chart_script.cache_clear()
    monkeypatch.setattr(scripts, "_bundled", lambda: pytest.fail("made a second time"))
    assert chart_script() == made


def test_where_nothing_can_be_kept_it_is_made_all_the_same(new_kernel):
    (new_kernel / "share").write_text("a file in place of the folder")
    assert "vega" in chart_script()


def test_who_wrote_the_charts_is_named_wherever_the_script_goes():
    comment = chart_script().partition("*/")[0]
    for author in ["University of Washington Interactive Data Lab", "Mike Bostock", "Joachim Wester"]:
        assert author in comment
    assert {"BSD 3-Clause", "ISC", "MIT"} <= set(comment.splitlines())


def test_a_kernel_carries_it_once():
    draw_offline()
    draw_offline()
    assert carry_script() is carry_script()


def test_a_page_that_asks_is_given_the_script_and_nobody_else_is(monkeypatch):
    sent, carrier = [], ChartScript()
    monkeypatch.setattr(ChartScript, "send", lambda self, content: sent.append(content))
    hand_out_script(carrier, {"ask": "something else"}, [])
    assert sent == []
    hand_out_script(carrier, {"ask": "script"}, [])
    assert sent == [{"script": chart_script()}]


def test_the_version_follows_every_script_of_the_kit(monkeypatch):
    before = loader("chart")
    scripts.version_of_script.cache_clear()
    monkeypatch.setattr(scripts, "one_script", lambda drawing: "changed")
    assert loader("chart") != before
    scripts.version_of_script.cache_clear()
