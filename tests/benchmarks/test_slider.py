"""How long a slider move takes until the chart has settled: 30 moves by key and by mouse, with a kernel and without.

A move begins with the key or the pointer event and ends when the browser has painted the last change of the chart.
In the same page it stands beside opening the notebook and running it, or beside opening the page.

A lesson's chart is one more line in WIDGETS (a notebook and its slider's name) or in PAGES (a function that makes a
chart with a bound parameter).
"""

import statistics
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from playwright.sync_api import Locator

from data_gen import make_world
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.editions import Publication
from disclosure.tables.running_totals import running_totals
from lessons.linking.release import pseudonymise
from lessons.linking.sweep import guesses_by_evidence
from lessons.quasi_identifiers.release import as_in_an_extract, research_extract, who_is_who
from lessons.quasi_identifiers.sweep import publication_sweep
from lessons.suppression.chart import suppression_chart
from lessons.suppression.sweep import cell_states, count_states, learnt_by_setting
from lessons.unicity.release import pseudonymous_log
from lessons.unicity.sweep import unicity_sweep
from teaching.charts.cell_table import drawn_with
from tests.benchmarks.turns import say, sizes
from tests.browser.chromium import opened_browser
from tests.browser.conftest import watched_page
from tests.browser.example import counts, threshold_chart, write_example
from tests.browser.lab_server import LabServer, started_lab
from tests.browser.pictures import wait_until_drawn
from tests.browser.sliders import thumb

MOVES = 30
MOST_OF_OPENING = 0.1
"""The median move, in times that it took to open the page (and to run the notebook)."""
EXAMPLE = "example.ipynb"
LESSON_02, LESSON_03, LESSON_06, LESSON_07, LESSON_08 = (f"lesson_0{n}.ipynb" for n in (2, 3, 6, 7, 8))
WIDGETS = {
    EXAMPLE: "Publish no cell below",
    LESSON_02: "Publish no count below k",
    LESSON_03: "Publish no count below k",
    LESSON_06: "No class of fewer than k rows",
    LESSON_07: "She knows k things",
    LESSON_08: "Declare a match from this eccentricity (phi) on",
}
PAGES: dict[str, Callable[[], object]] = {
    "example": lambda: threshold_chart(counts(), bound=True),
    "lesson 02": lambda: suppression_page(),
}
LESSON_CELL = """from lessons.suppression.explorer import explore_suppression
from tests.benchmarks.test_slider import THRESHOLDS, wide_table

explore_suppression(wide_table(), thresholds=THRESHOLDS)"""
LESSON_03_CELL = """from lessons.differencing.explorer import explore_differencing
from tests.benchmarks.test_slider import THRESHOLDS, year_of_totals

explore_differencing(year_of_totals(), thresholds=THRESHOLDS)"""
LESSON_06_CELL = """from lessons.quasi_identifiers.explorer import explore_quasi_identifiers
from tests.benchmarks.test_slider import extracts_at_all_settings

explore_quasi_identifiers(*extracts_at_all_settings())"""
LESSON_08_CELL = """from lessons.linking.explorer import explore_linking
from tests.benchmarks.test_slider import matches

explore_linking(*matches())"""
LESSON_07_CELL = """from lessons.unicity.explorer import explore_unicity
from tests.benchmarks.test_slider import unicity_at_all_settings

explore_unicity(unicity_at_all_settings())"""
THRESHOLDS = range(3, 31)


def wide_table() -> CountTable:
    """A table of 50 titles x 20 regions for the charts of the lesson on suppression."""
    table = counts()
    people = table.loc[table.index.repeat(table["count"]), ["row", "column"]]
    return count_table(people.rename(columns={"row": "title", "column": "region"}), by=("title", "region"))


def year_of_totals() -> tuple[Publication, ...]:
    """A table of 12 genres x 10 regions, every Monday of a year, for the widget of the lesson on differencing."""
    rng = np.random.default_rng(53)
    mondays = pd.date_range("2016-12-05", "2017-12-04", freq="W-MON")
    began_on = mondays[0] + pd.to_timedelta(rng.integers(-700, 364, 4_000), unit="D")
    people = pd.DataFrame({"genre": rng.integers(0, 12, 4_000), "region": rng.integers(0, 10, 4_000)})
    people = people.astype("string").astype("category").assign(began_on=began_on)
    return running_totals(people, by=("genre", "region"), days=mondays)


def unicity_at_all_settings() -> pd.DataFrame:
    """All ways to publish, six populations and 28 values of k, for the widget of the lesson on unicity."""
    rng = np.random.default_rng(53)
    views = pd.DataFrame({"viewer_id": rng.integers(0, 1_000, 40_000), "title_id": rng.integers(0, 300, 40_000)})
    days = np.datetime64("2017-01-01", "s") + rng.integers(0, 340, 40_000).astype("timedelta64[D]")
    titles = pd.DataFrame({"title_id": range(300), "genre": [f"genre {n % 12}" for n in range(300)]})
    ratings = views.drop_duplicates().head(9_000).assign(stars=4)
    log = pseudonymous_log(views.assign(day=days), titles, ratings)
    return unicity_sweep(log, populations=[50, 100, 200, 400, 800, 990], most=28, n_targets=200)


def extracts_at_all_settings() -> tuple[pd.DataFrame, pd.DataFrame]:
    """All ways to publish an extract and 28 values of k, for the widget of the lesson on quasi-identifiers."""
    world = make_world(2_000)
    americans = world.viewers[world.viewers["country"] == "United States"]
    extract, key = research_extract(americans, world.views, world.titles, share=0.6)
    register = as_in_an_extract(world.outside.register.query("country == 'United States'"))
    return publication_sweep(extract, register, who_is_who(world.truth.register, key), ks=range(1, 29))


def matches() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The guesses of the lesson on linking, and who is who."""
    world = make_world(2_000)
    log, key = pseudonymise(world.ratings.rename(columns={"rated_on": "day"}), seed=53)
    reviews = world.outside.reviews.rename(columns={"handle": "target"}).drop_duplicates(["target", "title_id"])
    known = reviews.groupby("target").filter(lambda hers: len(hers) >= 8).groupby("target").head(8)
    truth = world.truth.reviews[world.truth.reviews["target"].isin(known["target"])]
    truth = truth.assign(answer=truth["answer"].map(key))
    return guesses_by_evidence(log, known, truth), truth


def suppression_page() -> object:
    """The chart of the lesson on suppression with a slider of the browser's own."""
    learnt = learnt_by_setting(wide_table(), THRESHOLDS)
    return suppression_chart(count_states(wide_table(), learnt), cell_states(wide_table(), learnt), bound=True)


# An SVG chart changes its DOM; a canvas chart is redrawn. Whatever comes last within QUIET ms counts as settled.
STOPWATCH = """() => {
  const QUIET = 150;
  let began = null, settled = null;
  const changed = () => requestAnimationFrame(() => setTimeout(() => { settled = performance.now(); }));
  new MutationObserver(changed).observe(document.querySelector(".vega-embed"),
    { subtree: true, childList: true, attributes: true, characterData: true });
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { changed(); return clear.apply(this, box); };
  for (const kind of ["keydown", "pointermove"])
    document.addEventListener(kind, (event) => { began ??= event.timeStamp; }, true);
  window.restart = () => { began = settled = null; };
  window.moved = () => began !== null && settled !== null && performance.now() - settled > QUIET && settled - began;
}"""


def by_key(slider: Locator) -> Iterator[None]:
    """Each step is one key: up to the end of the scale and back."""
    slider.focus()
    for key in cycle(["ArrowRight"] * 20 + ["ArrowLeft"] * 20):
        slider.press(key)
        yield


def by_mouse(slider: Locator) -> Iterator[None]:
    """Each step pulls the thumb a little further; the button stays down."""
    slider.page.mouse.move(*thumb(slider))
    slider.page.mouse.down()
    for step in cycle([*range(1, 21), *range(19, -1, -1)]):
        slider.page.mouse.move(*thumb(slider, step / 27))
        yield


def measure(slider: Locator, hand: Callable[[Locator], Iterator[None]], name: str, whole: float) -> None:
    """Some moves; their median is a small part of what it took to get there.

    Args:
        slider: a slider in a page that has settled.
        hand: how it is moved.
        name: what is printed before the numbers.
        whole: seconds that opening and running took.
    """
    steps, page, seconds = hand(slider), slider.page, []
    page.evaluate(STOPWATCH)
    for _ in range(MOVES + 2):
        page.evaluate("restart()")
        next(steps)
        seconds.append(page.wait_for_function("moved()").json_value() / 1000)
    seconds = sorted(seconds[2:])
    median = statistics.median(seconds)
    p95 = seconds[int(0.95 * MOVES)]
    say(f"{name}: median {1000 * median:.0f} ms, p95 {1000 * p95:.0f} ms; {whole:.1f} s to get there")
    assert MOST_OF_OPENING * whole >= median


@pytest.fixture(scope="module")
def browser():
    with opened_browser() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[LabServer]:
    with started_lab(tmp_path_factory.mktemp("lab")) as server:
        write_example(server.folder, EXAMPLE)
        write_example(server.folder, LESSON_02, (LESSON_CELL,))
        write_example(server.folder, LESSON_03, (LESSON_03_CELL,))
        write_example(server.folder, LESSON_06, (LESSON_06_CELL,))
        write_example(server.folder, LESSON_07, (LESSON_07_CELL,))
        write_example(server.folder, LESSON_08, (LESSON_08_CELL,))
        yield server


HANDS = [(notebook, hand) for notebook in WIDGETS for hand in (by_key, by_mouse)]
HANDS.remove((LESSON_08, by_mouse))  # its scale has fewer steps than the mouse takes: some would move nothing


@pytest.mark.weekly
@pytest.mark.parametrize(("notebook", "hand"), HANDS)
def test_slider_with_a_kernel(browser, lab, notebook, hand):
    with watched_page(browser) as opened:
        opened.run(lab, notebook)
        slider = opened.page.get_by_role("slider", name=WIDGETS[notebook], exact=True)
        measure(slider, hand, f"{notebook}, {hand.__name__}", sum(opened.seconds.values()))
        opened.check()


@pytest.mark.parametrize(
    ("chart", "hand"),
    sizes(("example", by_key), ("example", by_mouse), ("lesson 02", by_key), ("lesson 02", by_mouse)),
)
def test_slider_on_a_page_without_kernel(browser, tmp_path: Path, chart, hand):
    PAGES[chart]().save(tmp_path / "chart.html", inline=True, embed_options=drawn_with(counts()))
    with watched_page(browser, offline=True) as opened:
        began = time.perf_counter()
        opened.page.goto((tmp_path / "chart.html").as_uri())
        wait_until_drawn(opened.page)
        whole = time.perf_counter() - began
        measure(opened.page.locator(".vega-bindings input[type=range]"), hand, f"{chart}, {hand.__name__}", whole)
