"""How long a real key press takes until the picture has changed: the kit's explorers, and a kernel's callback as peer.

A move begins with the key event and ends when the browser has painted the last change of the chart. The peer is the way
in which these explorers used to work: a slider of ipywidgets whose callback sets the parameter of a chart.

    pytest tests/benchmarks/test_slider.py --override-ini=addopts= --import-mode=importlib -s
"""

import os
import statistics
from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Locator

from disclosure.tables.count_table import CountTable, count_table
from tests.benchmarks.turns import say
from tests.browser.chromium import opened_browser
from tests.browser.conftest import watched_page
from tests.browser.example import CELLS, counts, write_example
from tests.browser.lab_server import LabServer, started_lab

MOVES, ROUNDS = 30, 3
PEER = """import ipywidgets

from teaching.charts.offline import OfflineChart, draw_offline
from tests.browser.example import FIRST_K, LAST_K, counts, threshold_chart

draw_offline()
slider = ipywidgets.IntSlider(min=FIRST_K, max=LAST_K, description="peer")
view = OfflineChart(threshold_chart(counts()), debounce_wait=10**6)
slider.observe(lambda change: setattr(view.params, "k", change.new), "value")
ipywidgets.VBox([slider, view])"""
LESSON_02 = """from lessons.suppression.explorer import explore_suppression
from tests.benchmarks.test_slider import lesson_table

explore_suppression(lesson_table())"""
SLIDERS = {
    "peer.ipynb": ((PEER,), "[role=slider]"),
    "example.ipynb": (CELLS, ".ft-range-input"),
    "lesson_02.ipynb": ((LESSON_02,), ".ft-range-input"),
}

# An SVG chart changes its DOM; a canvas chart is redrawn. Whatever comes last within QUIET ms counts as settled.
STOPWATCH = """() => {
  const QUIET = 150;
  let began = null, settled = null;
  const changed = () => requestAnimationFrame(() => setTimeout(() => { settled = performance.now(); }));
  new MutationObserver(changed).observe(document.querySelector(".vega-embed"),
    { subtree: true, childList: true, attributes: true, characterData: true });
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { changed(); return clear.apply(this, box); };
  document.addEventListener("keydown", (event) => { began ??= event.timeStamp; }, true);
  window.restart = () => { began = settled = null; };
  window.moved = () => began !== null && settled !== null && performance.now() - settled > QUIET && settled - began;
}"""


def lesson_table() -> CountTable:
    """A table of 16 genres and 10 regions, of the size of lesson 02's."""
    table = counts().query("row < 16 and column < 10")
    people = table.loc[table.index.repeat(table["count"]), ["row", "column"]]
    return count_table(people.rename(columns={"row": "title", "column": "region"}), by=("title", "region"))


def moves(slider: Locator, steps: int = 8) -> list[float]:
    """Milliseconds of each of thirty key presses: up the scale, as many steps as it has, and back."""
    page, keys = slider.page, cycle(["ArrowRight"] * steps + ["ArrowLeft"] * steps)
    page.evaluate(STOPWATCH)
    slider.focus()
    found = []
    for key in [next(keys) for _ in range(MOVES + 2)]:
        page.evaluate("restart()")
        slider.press(key)
        found.append(page.wait_for_function("() => moved()").json_value())
    return sorted(found[2:])


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[LabServer]:
    with started_lab(tmp_path_factory.mktemp("lab")) as server:
        for name, (cells, _) in SLIDERS.items():
            write_example(server.folder, name, cells)
        yield server


@pytest.mark.weekly
def test_a_move_in_the_page_is_faster_than_one_through_the_kernel(lab):
    """The best of three rounds of each: the machine may be busy with something else."""
    median, slowest = {}, {}
    with opened_browser() as browser:
        for name, (_, selector) in SLIDERS.items():
            with watched_page(browser) as opened:
                opened.open(lab.lab(name))
                opened.run_all()
                opened.page.locator(".vega-embed :is(svg, canvas)").first.wait_for()
                rounds = [moves(opened.page.locator(selector).first) for _ in range(ROUNDS)]
            median[name] = min(map(statistics.median, rounds))
            slowest[name] = min(times[int(0.95 * MOVES)] for times in rounds)
            say(f"{name}: median {median[name]:.0f} ms, p95 {slowest[name]:.0f} ms; load {os.getloadavg()[0]:.1f}")
    for name in ("example.ipynb", "lesson_02.ipynb"):
        assert median[name] < median["peer.ipynb"] and slowest[name] < slowest["peer.ipynb"]
