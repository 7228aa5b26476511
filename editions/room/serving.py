"""The server: it hands out what is on the shelf, takes answers, and shows the trainer what may be shown.

Whoever asks for anything else gets the same short "not found". Nothing is written about who has asked.
"""

import json
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qs, quote

from disclosure.loopback import HTML, QuietRequest, QuietServer
from editions.room.answers import MOST_BYTES, read_answer
from editions.room.book import Book, FullError
from editions.room.screens import anchor, entry_page, trainer_page
from editions.room.shelf import Item

OWN_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class RoomServer(QuietServer):
    """A room that is open.

    Args:
        book: takes the answers, and knows where the room is.
        shelf: address -> file.
        keeps: whether the answers are kept when the room is closed.
    """

    def __init__(self, book: Book, shelf: Mapping[str, Item], *, keeps: bool = False) -> None:
        """Listen where the book says."""
        self.book, self.shelf, self.keeps = book, shelf, keeps
        super().__init__((book.place.host, book.place.port), _Request)

    @property
    def everybody(self) -> str:
        """The address for participants."""
        return f"http://{self.book.place.host}:{self.server_address[1]}/{self.book.place.token}/"

    @property
    def trainer(self) -> str:
        """The trainer's address."""
        return f"http://{self.book.place.host}:{self.server_address[1]}/{self.book.place.trainer}/"


class _Request(QuietRequest):
    """One request."""

    server: RoomServer

    def get(self) -> None:
        """Hand out a page."""
        way, rest = self._way()
        if way == "room":
            self._hand_out(rest)
        elif way == "trainer" and rest == "":
            self._show_trainer()
        else:
            self.not_found()

    def post(self) -> None:
        """Take an answer, or close a question."""
        match self._way():
            case "room", "answers":
                self._take_answer()
            case "trainer", "close":
                self._close_question()
            case _:
                self.not_found()

    def _way(self) -> tuple[str, str]:
        """Whose part of the tree is asked for, and what in it; the trainer's opens on this laptop only."""
        place = self.server.book.place
        if (rest := self.below(place.token)) is not None:
            return "room", rest
        if (rest := self.below(place.trainer)) is not None and self._from_this_laptop():
            return "trainer", rest
        return "", ""

    def _from_this_laptop(self) -> bool:
        """Whether the one who asks is at the address that is asked."""
        return self.client_address[0] == self.connection.getsockname()[0]

    def _hand_out(self, name: str) -> None:
        """A file of the shelf, packed, or the page to begin with."""
        if name == "":
            hour = [quote(each) for each in self.server.shelf if each.startswith("staff/") and each.endswith(".html")]
            self.answer(200, entry_page(hour, keeps=self.server.keeps).encode(), HTML, policy=OWN_POLICY)
        elif (item := self.server.shelf.get(name)) is None:
            self.not_found()
        elif self.headers.get("If-None-Match") == item.tag:
            self.answer(304, b"", item.kind, ETag=item.tag)
        else:
            packed = {"Content-Encoding": "gzip", "ETag": item.tag, "Cache-Control": "private, no-cache"}
            self.answer(200, item.packed, item.kind, **packed)

    def _take_answer(self) -> None:
        """An answer: taken, or refused in a sentence."""
        if (sent := self.body("application/json", MOST_BYTES)) is None:
            return
        try:
            counts = self.server.book.take(read_answer(sent, self.server.book.questions))
        except ValueError as refusal:
            self.answer(400, str(refusal).encode())
        except FullError as full:
            self.answer(507, str(full).encode())
        else:
            self.answer(200, json.dumps({"counts": counts}).encode(), "application/json")

    def _show_trainer(self) -> None:
        """The trainer's page."""
        book = self.server.book
        asked = parse_qs(self.path.partition("?")[2]).get("open", [""])[0]
        page = trainer_page(
            book.questions, book.shown(), everybody=self.server.everybody, browsers=book.browsers(), opened=asked
        )
        self.answer(200, page.encode(), HTML, policy=OWN_POLICY)

    def _close_question(self) -> None:
        """Close a question, then show the trainer's page at its place."""
        if (sent := self.body("application/x-www-form-urlencoded", MOST_BYTES)) is None:
            return
        form = parse_qs(sent.decode("utf-8", "replace"))
        key = (form.get("kind", [""])[0], form.get("screen", [""])[0])
        if key not in self.server.book.questions:
            self.not_found()
            return
        self.server.book.close(key)
        place = quote(self.server.book.questions[key].place)
        self.answer(303, b"", Location=f"./?open={place}#{anchor(key)}")
