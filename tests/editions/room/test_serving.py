"""The server hands out the room's files, takes answers, does nothing else, and tells nobody who asked."""

import gzip
import json

import pytest

from editions.builds import ROOM
from editions.room.answers import MOST_BYTES
from editions.room.serving import RoomServer, _Request
from tests.editions.room.rooms import ANSWER, GUESS, IDS, opened_room, sent


@pytest.fixture
def room(tmp_path):
    with opened_room(tmp_path) as opened:
        yield opened


def test_pages_of_the_room_may_answer_to_their_server_only(room):
    response = room.ask("/room/pages/small.html")
    page = gzip.decompress(response.text).decode()
    assert response.status == 200 and ROOM.policy in page.replace("&#39;", "'") and "connect-src 'self'" in ROOM.policy
    assert response.headers["Referrer-Policy"] == "no-referrer" and "X-Content-Type-Options" in response.headers
    again = room.ask("/room/pages/small.html", **{"If-None-Match": response.headers["ETag"]})
    assert again.status == 304 and again.text == b""


def test_the_first_page_leads_to_both(room):
    response = room.ask("/room/")
    assert b"staff/hour.html" in response.text and "default-src 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/room",
        "/room/pages",
        "/room/pages/",
        "/room/pages/../../room.jsonl",
        "/room/pages/%2e%2e/%2e%2e/room.jsonl",
        "/room/../trainer",
        "/room/room.jsonl",
        "/room/staff/room.json",
        "/room/pages//small.html",
        "/room//pages/small.html",
        "/[elsewhere/",
        "/other/pages/small.html",
        "/room/answers",
        "/trainer/pages/small.html",
        "/trainer/close",
        "/room/pages/small.html%00",
        "http://elsewhere/",
        "/%FF%FE",
        "/etc/passwd",
    ],
)
def test_everything_else_is_not_found(room, path):
    response = room.ask(path)
    assert (response.status, response.text) == (404, b"Not found.")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"])
def test_there_are_no_other_methods(room, method):
    response = room.ask("/room/answers", method)
    assert response.status == 501 and "Access-Control-Allow-Origin" not in response.headers


def test_an_answer_is_taken_and_a_refusal_says_why(room):
    response = room.answer(sent(value=5))
    assert response.status == 200 and json.loads(response.text) == {"counts": True}
    assert room.answer(sent(value=99)).status == 400 and room.answer(b"nonsense").status == 400
    assert room.answer(sent(), "text/plain").status == 415
    assert room.answer(b" " * (MOST_BYTES + 1)).status == 413
    assert (
        room.ask("/room/answers", "POST", **{"Content-Type": "application/json", "Content-Length": "x"}).status == 413
    )
    assert room.ask("/other/answers", "POST", sent(), **{"Content-Type": "application/json"}).status == 404
    assert len(room.file.read_text().splitlines()) == 2


def test_the_trainer_closes_a_question_and_sees_it_pooled(room):
    for person in range(12):
        room.answer(sent(value=person, browser=IDS[person]))
        room.answer(sent("here", "room", 1, browser=IDS[person]))
    before = room.ask("/trainer/")
    assert b"opened a page: 12" in before.text and b"0 to 6" not in before.text
    closed = room.close(GUESS)
    assert closed.status == 303 and closed.headers["Location"] == "./?open=A%20small%20lesson#guess-small-many"
    after = room.ask("/trainer/?open=A%20small%20lesson")
    assert b"0 to 6</th><td>7<" in after.text and b"The answer: 7<" in after.text and b"<details open>" in after.text
    assert json.loads(room.answer(sent(browser=IDS[77])).text) == {"counts": False}
    assert room.ask("/trainer/?open=A%20small%20lesson").text == after.text


def test_what_cannot_be_closed_is_not_found(room):
    body, kind = b"kind=guess&screen=nothing", {"Content-Type": "application/x-www-form-urlencoded"}
    assert room.ask("/trainer/close", "POST", body, **kind).status == 404
    assert room.ask("/trainer/close", "POST", b"{}", **{"Content-Type": "application/json"}).status == 415
    assert room.ask("/room/close", "POST", body, **kind).status == 404


def test_the_trainers_part_opens_on_this_laptop_only(room, monkeypatch):
    monkeypatch.setattr(_Request, "_from_this_laptop", lambda self: self.client_address[0] == "192.0.2.9")
    assert room.ask("/trainer/").status == 404 and room.close(ANSWER).status == 404
    assert room.ask("/room/").status == 200


def test_nothing_is_written_of_who_has_asked(room, capfd):
    room.answer(sent())
    room.ask("/nowhere")
    room.ask("/room/", "BREW")
    assert "127.0.0.1" not in room.file.read_text().split("\n", 1)[1]
    assert capfd.readouterr() == ("", "")


def test_a_fault_is_told_without_an_address(capsys):
    for failure, told in ((ConnectionResetError(), False), (KeyError("a fault"), True)):
        try:
            raise failure
        except (ConnectionResetError, KeyError):
            RoomServer.handle_error(object.__new__(RoomServer), None, ("192.0.2.9", 5))
        said = capsys.readouterr().err
        assert ("a fault" in said) == told and "192.0.2.9" not in said
