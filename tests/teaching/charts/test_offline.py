"""Charts are small: what draws them comes once per page, and no address of a server is in what a notebook stores."""

import re
import subprocess
import sys
from pathlib import Path

import altair as alt

from teaching.charts import colours
from teaching.charts.offline import OPTIONS, RENDERER, OfflineChart, draw_offline
from teaching.widgets.chart_script import chart_script

ROOT = Path(__file__).parents[3]
CHART = alt.Chart(alt.Data(values=[{"a": 1}])).mark_point().encode(x="a:Q")


def test_charts_are_drawn_by_the_installed_vega_without_eval():
    draw_offline()
    assert alt.renderers.active == RENDERER
    assert alt.renderers.options["embed_options"] == OPTIONS == {"actions": False, "renderer": "svg", "ast": True}


def test_a_chart_carries_no_more_than_a_loader_of_its_own():
    draw_offline()
    [chart] = [OfflineChart(CHART)]
    assert len(chart._esm) < 2_000 < 500_000 < len(chart_script())


def test_letters_can_be_read_on_a_projector():
    draw_offline()
    config = CHART.to_dict()["config"]
    sizes = [size for part in config.values() for name, size in part.items() if name.endswith("ontSize")]
    assert sizes and min(sizes) >= 13


def test_bars_and_points_have_an_outline_that_can_be_seen_on_white_and_no_chart_takes_it_away():
    draw_offline()
    config = CHART.to_dict()["config"]
    assert [config[mark]["stroke"] for mark in ("bar", "point")] == [colours.INK] * 2
    pale = re.compile(r"mark_(?:bar|point|circle|square)\([^)]*stroke=\"(?:white|#[a-fA-F89]{3,6})\"")
    files = [file for part in ("lessons", "teaching") for file in (ROOT / part).rglob("*.py")]
    assert len(files) > 50 and not [file for file in files if pale.search(file.read_text(encoding="utf-8"))]


def test_nothing_is_prepared_that_no_chart_needs():
    """The grammar of web addresses takes longer than all other imports together."""
    asked = "import sys, teaching.charts.offline; print('jsonschema' in sys.modules, 'lark' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "False"]
