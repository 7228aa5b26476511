"""A small room for tests: two pages, three questions, and a server on a free port."""

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from editions.builds import ROOM, Build
from editions.pages.language import ENGLISH, languages
from editions.pages.page import Address, document
from editions.pages.parts import Part, part_of
from editions.room.book import Book, Place
from editions.room.questions import Question, read_questions
from editions.room.serving import RoomServer
from editions.room.shelf import shelf
from teaching.widgets.prediction import predict

GUESS = Question("guess", "small/many", "How many?", "A small lesson", maximum=20, truth=7)
ANSWER = Question("answer", "A1", "South?", "The hour", choices=("a", "b"), right="b")
DECISION = Question("decision", "press", "A press line?", "The hour", choices=("publish", "change"))
QUESTIONS = {question.key: question for question in (GUESS, ANSWER, DECISION)}
IDS = [f"{number:016x}" for number in range(200)]


def sent(kind: str = "guess", screen: str = "small/many", value: Any = 5, browser: str = IDS[1]) -> bytes:
    """An answer, as a page sends it."""
    return json.dumps({"id": browser, "kind": kind, "screen": screen, "value": value}).encode()


def write_pages(folder: Path, *, build: Build = ROOM) -> Path:
    """A page with one guess at a number and one at a text, and the questions of an hour."""
    number = predict("small/many", "How many?", minimum=0, maximum=20)
    text = predict("small/who", "Who?", options=["Ada", "Bea"])
    shown = [part_of(number), part_of(number.reveal(7)), part_of(text), part_of(text.reveal("Ada"))]
    data = [{"kind": part.kind, **part.data} for part in shown]
    body = "".join(_place(part, number) for number, part in enumerate(shown))
    page = document(Address("small", "A small lesson", languages()[ENGLISH], "1", build=build), body, data)
    for name, text in {"pages/small.html": page, "pages/index.html": "<title>Lessons</title>"}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "pages"


def _place(part: Part, number: int) -> str:
    return f'<div class="part {part.kind}" data-part="{number}"></div>'


def write_hour(folder: Path) -> Path:
    """An hour with an answer and a decision."""
    (folder / "staff").mkdir()
    fields = ("kind", "name", "words", "choices", "right")
    asked = [{name: getattr(each, name) for name in fields} for each in (ANSWER, DECISION)]
    (folder / "staff/room.json").write_text(json.dumps({"title": "The hour", "questions": asked}))
    (folder / "staff/hour.html").write_text("<title>The hour</title>")
    return folder / "staff"


@dataclass(frozen=True)
class Room:
    """A room that is open."""

    server: RoomServer
    file: Path

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    def ask(self, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
        """Send one request, with the path as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, body or None, headers)
        response = connection.getresponse()
        response.text = response.read()  # type: ignore[attr-defined]
        connection.close()
        return response

    def answer(self, body: bytes, kind: str = "application/json") -> http.client.HTTPResponse:
        """Send an answer."""
        return self.ask("/room/answers", "POST", body, **{"Content-Type": kind})

    def close(self, question: Question) -> http.client.HTTPResponse:
        """Close a question, as the trainer."""
        body = f"kind={question.kind}&screen={question.name}".encode()
        return self.ask("/trainer/close", "POST", body, **{"Content-Type": "application/x-www-form-urlencoded"})


@contextmanager
def opened_room(folder: Path, *, token: str = "room", trainer: str = "trainer") -> Iterator[Room]:
    """A room with the small pages, closed at the end."""
    pages, hour = write_pages(folder), write_hour(folder)
    book = Book(folder / "room.jsonl", read_questions(pages, hour), Place(token, trainer, "127.0.0.1", 0))
    server = RoomServer(book, shelf({"pages": pages, "staff": hour}))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield Room(server, book.file)
    server.shutdown()
    server.server_close()
    thread.join()
