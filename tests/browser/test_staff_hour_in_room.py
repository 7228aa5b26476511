"""The staff hour in its build for a room: what its first screen says is what leaves, once, and nothing else."""

import json
from contextlib import contextmanager
from threading import Thread

import pytest

from editions.builds import ROOM
from editions.room.book import Book, Place
from editions.room.questions import read_questions
from editions.room.serving import RoomServer
from editions.room.shelf import shelf
from editions.staff.building import PAGE, Order, build_staff
from editions.staff.words import read_words
from tests.browser.hour_page import Walker
from tests.browser.test_staff_hour import answer, begin, decide, dots

WORDS = read_words()
FIELDS = {"id", "kind", "screen", "value"}


@contextmanager
def opened(folder):
    """A room that serves the hour; its address, and the file of what was answered."""
    hour = build_staff(folder / "staff", Order(build=ROOM)).parent
    (folder / "pages").mkdir()
    questions = read_questions(folder / "pages", hour)
    book = Book(folder / "room.jsonl", questions, Place("room", "trainer", "127.0.0.1", 0))
    server = RoomServer(book, shelf({"staff": hour}))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/room/staff/{PAGE}", book.file
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def room(tmp_path):
    with opened(tmp_path) as place:
        yield place


def answers(file):
    entries = [json.loads(line) for line in file.read_text("utf-8").splitlines()[1:]]
    return [entry for entry in entries if entry.get("kind") in ("guess", "answer", "decision")]


def wait_until_sent(walker):
    told = "(text) => document.getElementById('sending').textContent === text"
    walker.page.wait_for_function(told, arg=WORDS["page"]["all_sent"])


def test_answers_guess_and_decisions_arrive_once_and_nothing_else_leaves(room, open_page):
    address, file = room
    notebook = open_page()
    sent = []
    notebook.page.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    walker = Walker(notebook).open(address)
    assert WORDS["leaves"]["room"] in begin(walker) and not walker.barriers()
    walker.next()
    answer(walker)
    walker.go_to("dots")
    dots(walker)
    walker.go_to("decide")
    decide(walker)
    walker.next()
    answer(walker)
    wait_until_sent(walker)
    walker.reload()
    walker.go_to("home")
    wait_until_sent(walker)
    kept = answers(file)
    names = [f"{letter}{place}" for letter in "AB" for place in range(1, 5)]
    assert sorted(entry["screen"] for entry in kept) == sorted([*names, "dots", "press", "dashboard", "survey"])
    assert len({entry["id"] for entry in kept}) == 1
    assert next(entry["value"] for entry in kept if entry["screen"] == "dots") == 9
    posted = [(url, json.loads(body)) for method, url, body in sent if method == "POST"]
    assert {url for url, _ in posted} == {address.split("/staff/")[0] + "/answers"}
    assert all(set(body) == FIELDS for _, body in posted)
    assert {url for method, url, _ in sent if method != "POST" and url.startswith("http")} == {address}
    assert not notebook.watch.faults(), notebook.watch.faults()


def test_what_is_answered_without_a_network_waits_and_goes_out_later_once(room, open_page):
    address, file = room
    notebook = open_page(expected=("http://127.0.0.1",))  # a post without a network is an error in the console
    walker = Walker(notebook).open(address)
    walker.next()
    answer(walker)
    walker.page.context.set_offline(True)
    walker.next()
    waiting = "() => document.getElementById('sending').textContent.startsWith('4 ')"
    walker.page.wait_for_function(waiting)
    assert not answers(file)
    walker.page.context.set_offline(False)
    wait_until_sent(walker)
    assert len(answers(file)) == 4
