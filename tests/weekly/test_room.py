"""Thirty browsers in a room at once; three of them in `make test` (`tests/browser/test_room.py`)."""

import pytest

from tests.benchmarks.turns import say
from tests.browser.chromium import opened_browser
from tests.browser.class_room import LESSON, class_of, room_pages, whole_lesson

PEOPLE, RELOADS, OFFLINE = 30, 10, 5
SECONDS = 2
"""After a crash of the server: the promise is for a class, so here it is held in seconds."""

MEGABYTES = 40


@pytest.mark.weekly
def test_thirty_at_once_lose_nothing_and_nothing_counts_twice(tmp_path, lesson_runs):
    pages = room_pages(tmp_path, lesson_runs.cells(LESSON))
    with opened_browser() as browser, class_of(PEOPLE, browser, pages) as room:
        found = whole_lesson(room, RELOADS, OFFLINE)
        say(f"{found['seconds']:.2f} s after the crash, {found['megabytes']:.1f} MB more than at the start")
        assert found["seconds"] <= SECONDS and found["megabytes"] <= MEGABYTES
