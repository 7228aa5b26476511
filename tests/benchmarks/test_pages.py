"""How long a real key press takes until the picture has changed: a lesson's page, beside a kernel's callback."""

import statistics

import pytest

from editions.home import HOME
from editions.pages.building import EVERYBODY, address_of
from editions.pages.language import ENGLISH, languages
from editions.pages.page import document, lesson_body
from editions.pages.parts import part_of
from editions.running import run_lesson
from tests.benchmarks.test_slider import MOVES, PEER, moves
from tests.benchmarks.turns import say
from tests.browser.chromium import opened_browser
from tests.browser.conftest import watched_page
from tests.browser.example import write_example
from tests.browser.lab_server import started_lab
from tests.browser.reader import Reader

LESSONS = ["02_suppression", "05_insiders", "08_unicity"]


@pytest.fixture(scope="module")
def peer(tmp_path_factory):
    """Milliseconds of the peer's moves, in JupyterLab."""
    with started_lab(tmp_path_factory.mktemp("lab")) as lab, opened_browser() as browser:
        write_example(lab.folder, "peer.ipynb", (PEER,))
        with watched_page(browser) as opened:
            opened.open(lab.lab("peer.ipynb"))
            opened.run_all()
            opened.page.locator(".vega-embed :is(svg, canvas)").first.wait_for()
            return moves(opened.page.locator("[role=slider]").first)


@pytest.mark.weekly
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_move_on_a_page_is_faster_than_one_through_a_kernel(lesson, peer, tmp_path):
    notebook = HOME / "notebooks" / f"{lesson}.ipynb"
    body, data = lesson_body(run_lesson(notebook, keep=part_of)[0], languages()[ENGLISH])
    file = tmp_path / f"{lesson}.html"
    file.write_text(document(address_of(notebook, EVERYBODY, [notebook], languages()[ENGLISH]), body, data), "utf-8")
    with opened_browser() as browser, watched_page(browser, offline=True) as opened:
        reader = Reader(opened).open(file)
        times = moves(reader.page.locator(".ft-explorer input[type=range]").first)
    for name, each in ((lesson, times), ("peer", peer)):
        say(f"{name}: median {statistics.median(each):.0f} ms, p95 {each[int(0.95 * MOVES)]:.0f} ms")
    assert statistics.median(times) < statistics.median(peer)
