"""A chart carries all it needs: no address of a server is in what the notebook stores."""

import subprocess
import sys

import altair as alt
import pytest

from teaching.charts import offline
from teaching.charts.offline import draw_offline


def test_charts_are_drawn_by_the_installed_vega():
    draw_offline()
    assert alt.renderers.active == "jupyter"
    assert alt.renderers.options["offline"] is True
    assert alt.JupyterChart._is_offline


@pytest.fixture
def new_kernel(tmp_path, monkeypatch):
    """A kernel that has drawn nothing yet, in an environment that keeps nothing yet."""
    monkeypatch.setattr(offline.sys, "prefix", str(tmp_path))
    monkeypatch.setattr(alt.JupyterChart, "_is_offline", False)
    monkeypatch.setattr(alt.JupyterChart, "_esm", None)
    return tmp_path


def test_the_script_is_kept_for_the_next_kernel_as_altair_made_it(new_kernel, monkeypatch):
    draw_offline()
    [kept] = (new_kernel / "share" / "fifty-three").iterdir()
    assert kept == offline.kept_script()
    made = alt.JupyterChart._esm
    monkeypatch.setattr(alt.JupyterChart, "_is_offline", False)
    monkeypatch.setattr(alt.JupyterChart, "enable_offline", lambda: pytest.fail("made a second time"))
    draw_offline()
    assert alt.JupyterChart._esm == made and alt.JupyterChart._is_offline


def test_where_nothing_can_be_kept_charts_are_drawn_all_the_same(new_kernel):
    (new_kernel / "share").write_text("a file in place of the folder")
    draw_offline()
    assert "vega" in alt.JupyterChart._esm and alt.JupyterChart._is_offline


def test_nothing_is_prepared_that_no_chart_needs():
    """The grammar of web addresses takes longer than all other imports together."""
    asked = "import sys, teaching.charts.offline; print('jsonschema' in sys.modules, 'lark' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "False"]
