"""How long a move takes in a room full of browsers, beside the same move in a page that is opened from a file.

A move asks nobody for anything, so a room may slow it down only as far as browsers share a machine: here all of them
run on one, in class each has its own. While the moves are timed, all others load a page again, once a second each.
"""

import statistics
from pathlib import Path

import pytest

from editions.builds import ROOM
from editions.pages.building import Edition, fill_with_pages
from editions.staff.building import Order, build_staff
from tests.benchmarks.test_slider import MOVES, moves
from tests.benchmarks.turns import say, sizes
from tests.browser.chromium import opened_browser
from tests.browser.class_room import class_of
from tests.browser.conftest import watched_page

STEPS = 4
"""Of the slider on the first page."""

LIMIT = 8
"""How many times as long the slowest moves may take while 29 other browsers share the machine's few cores."""

LOADS = "() => setInterval(() => fetch(location.href).then((page) => page.text()), 1000)"


def only_first_page(folder: Path, edition: Edition) -> Path:
    """The first page and the hour, and no lessons."""
    folder.mkdir()
    fill_with_pages(folder / "pages", edition, notebooks=folder / "no-notebooks")
    build_staff(folder / "staff", Order(build=ROOM))
    return folder / "pages"


def timed(page, rounds: int) -> tuple[float, float]:
    """Median and 95th percentile of the moves of its slider, in milliseconds: the best of a few rounds."""
    found = [moves(page.get_by_role("slider"), STEPS) for _ in range(rounds)]
    return min(map(statistics.median, found)), min(times[int(0.95 * MOVES)] for times in found)


@pytest.mark.parametrize(("people", "rounds"), sizes((3, 1), (30, 3)))
def test_a_move_in_a_full_room_is_about_as_fast_as_one_alone(people, rounds, tmp_path, judged):
    alone, room_pages = only_first_page(tmp_path / "a", Edition()), only_first_page(tmp_path / "b", Edition(build=ROOM))
    with opened_browser() as browser:
        with watched_page(browser) as opened:
            opened.page.goto((alone / "index.html").as_uri())
            opened.page.wait_for_selector("html[data-ready]")
            median, slowest = timed(opened.page, rounds)
        with class_of(people, browser, room_pages, "index") as room:
            mover, *others = room.people
            for person in others:
                person.page.evaluate(LOADS)
            median_in_room, slowest_in_room = timed(mover.page, rounds)
            megabytes = room.server.memory() - room.megabytes
    say(
        f"alone: median {median:.0f} ms, p95 {slowest:.0f} ms; {people} in a room: median {median_in_room:.0f} ms, "
        f"p95 {slowest_in_room:.0f} ms; the server holds {megabytes:.1f} MB more"
    )
    assert not judged or (median_in_room <= LIMIT / 2 * median and slowest_in_room <= LIMIT * slowest)
