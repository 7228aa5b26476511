"""Three browsers in a room: whatever happens to network, pages or server, each answer is there once."""

from pathlib import Path

import pytest

from editions.builds import ALONE
from editions.staff.screens import KNOWN
from tests.browser.class_room import GUESSES, LESSON, class_of, open_server, room_pages, whole_lesson
from tests.browser.hour_page import Walker
from tests.browser.reader import Reader
from tests.browser.test_staff_hour import DOINGS
from tests.editions.room.rooms import IDS, write_pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory, lesson_runs) -> Path:
    return room_pages(tmp_path_factory.mktemp("room"), lesson_runs.cells(LESSON))


def test_nothing_is_lost_and_nothing_counts_twice(browser, pages):
    with class_of(3, browser, pages) as room:
        whole_lesson(room, reloads=1, offline=1)
        assert room.server.process.poll() is None


def test_only_the_first_guess_is_sent_for_the_second_has_seen_the_truth(browser, pages):
    with class_of(1, browser, pages) as room:
        [person] = room.people
        person.guess(0)
        room.server.wait_until(1, GUESSES[0])
        sent = room.server.file.read_text()
        person.number += 1
        person.guess(0)
        person.guess(1)
        room.server.wait_until(1, GUESSES[1])
        assert room.server.file.read_text().startswith(sent) and len(room.server.answers()) == 2


def test_a_page_says_what_waits_and_what_is_sent_and_forgets_what_waits(browser, pages):
    with class_of(1, browser, pages) as room:
        [person] = room.people
        line, page = person.page.locator("#sending"), person.page
        page.wait_for_function("() => document.getElementById('sending').textContent.startsWith('All that')")
        room.server.kill()
        person.guess(0)
        page.wait_for_function("() => document.getElementById('sending').textContent.endsWith(': 1')")
        page.locator("#forget").click()
        assert page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('fifty'))") == []
        assert "in this browser" in page.locator("footer").text_content() and line.is_visible()


def test_pages_of_a_room_ask_nobody_else(open_page, pages):
    notebook = open_page()
    with open_server(pages) as server:
        asked = []
        notebook.page.on("request", lambda request: asked.append(request.url))
        notebook.page.goto(server.everybody)
        notebook.page.get_by_role("link", name="The lessons").click()
        notebook.page.get_by_role("link", name="Singling out").click()
        notebook.page.wait_for_selector("html[data-ready]")
        reader = Reader(notebook)
        assert reader.guess_everything()
        server.wait_until(1, GUESSES[-1])
        assert {url.split("/")[2] for url in asked if url.startswith("http")} == {server.everybody.split("/")[2]}
        assert not reader.barriers() and not notebook.watch.faults(), notebook.watch.faults()


def test_a_page_of_no_room_carries_nothing_that_sends(open_page, tmp_path):
    reader = Reader(open_page(offline=True)).open(write_pages(tmp_path, build=ALONE) / "small.html")
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    assert reader.guess_everything() == 2 and "You guessed 20" in reader.page.locator(".revealed").first.text_content()
    assert not asked and "/answers" not in reader.page.content() and not reader.page.locator("#sending").count()
    assert not reader.notebook.watch.faults()


def test_the_hour_is_walked_in_the_room_and_sends_what_it_says(open_page, pages):
    walker = Walker(open_page())
    with open_server(pages) as server:
        asked, refused = [], []
        walker.page.on("request", lambda request: asked.append(request.url))
        walker.page.on("response", lambda response: refused.append(response.url) if response.status >= 400 else None)
        walker.page.goto(server.everybody)
        walker.page.get_by_role("link", name="The hour").click()
        walker.page.wait_for_selector("html[data-ready]")
        for name in KNOWN:
            DOINGS[name](walker)
            if name != KNOWN[-1]:
                walker.next()
        server.wait_until(1, "dots")
        for name in (f"{letter}{number}" for letter in "AB" for number in range(1, 5)):
            server.wait_until(1, name, "answer")
        sent = {kind: len(server.answers(kind)) for kind in ("guess", "answer", "decision", "here")}
        assert sent == {"guess": 1, "answer": 8, "decision": 3, "here": 1} and not refused
        assert {url.split("/")[2] for url in asked if url.startswith("http")} == {server.everybody.split("/")[2]}


def test_the_trainer_closes_a_question_by_keyboard_and_the_room_sees_it(open_page, pages):
    notebook = open_page(viewport={"width": 1366, "height": 768})
    with open_server(pages) as server:
        page = notebook.page
        page.goto(server.everybody)
        for person in range(12):
            entry = {"id": IDS[person], "kind": "guess", "screen": GUESSES[0], "value": 4 * person}
            page.request.post(f"{server.everybody}answers", data=entry)
        page.goto(server.trainer)
        page.locator("summary").first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector("table")
        assert page.locator("tbody td:nth-child(2)").all_text_contents() == ["5", "7"]
        assert "The answer" in page.locator("section").first.text_content()
        reader = Reader(notebook)
        assert not reader.barriers() and not reader.beyond_the_screen()
        assert not notebook.watch.faults(), notebook.watch.faults()
