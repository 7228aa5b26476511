"""The server: it hands out what is on the shelf, takes answers, and shows the trainer what may be shown.

Whoever asks for anything else gets the same short "not found". Nothing is written about who has asked.
"""

import json
import sys
import traceback
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import compare_digest
from socketserver import TCPServer
from typing import Any, Final
from urllib.parse import parse_qs, quote

from editions.room.answers import MOST_BYTES, read_answer
from editions.room.book import Book, FullError
from editions.room.screens import anchor, entry_page, trainer_page
from editions.room.shelf import Item

SECONDS: Final = 20
"""How long a browser may take with its request."""

WAITING: Final = 128
"""How many browsers may knock at once: a whole class opens the address in the same second."""

HTML: Final = "text/html; charset=utf-8"
OWN_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class RoomServer(ThreadingHTTPServer):
    """A room that is open.

    Args:
        book: takes the answers, and knows where the room is.
        shelf: address -> file.
        keeps: whether the answers are kept when the room is closed.
    """

    daemon_threads = True
    request_queue_size = WAITING

    def __init__(self, book: Book, shelf: Mapping[str, Item], *, keeps: bool = False) -> None:
        """Listen where the book says."""
        self.book, self.shelf, self.keeps = book, shelf, keeps
        super().__init__((book.place.host, book.place.port), _Request)

    def server_bind(self) -> None:
        """Listen, without asking for this laptop's name: where there is no network, the answer takes long."""
        TCPServer.server_bind(self)

    @property
    def everybody(self) -> str:
        """The address for participants."""
        return f"http://{self.book.place.host}:{self.server_address[1]}/{self.book.place.token}/"

    @property
    def trainer(self) -> str:
        """The trainer's address."""
        return f"http://{self.book.place.host}:{self.server_address[1]}/{self.book.place.trainer}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, and not with whom; a browser that goes away is nothing wrong."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            traceback.print_exc()


class _Request(BaseHTTPRequestHandler):
    """One request."""

    server: RoomServer
    server_version, sys_version = "Fifty-Three", ""
    timeout = SECONDS

    def log_message(self, *_: Any) -> None:
        """Nothing is written about who has asked."""

    def do_GET(self) -> None:
        """Hand out a page."""
        way, rest = self._way()
        if way == "room":
            self._hand_out(rest)
        elif way == "trainer" and rest == "":
            self._show_trainer()
        else:
            self._not_found()

    def do_POST(self) -> None:
        """Take an answer, or close a question."""
        match self._way():
            case "room", "answers":
                self._take_answer()
            case "trainer", "close":
                self._close_question()
            case _:
                self._not_found()

    def _way(self) -> tuple[str, str]:
        """Whose part of the tree is asked for, and what in it; the trainer's opens on this laptop only."""
        place = self.server.book.place
        first, slash, rest = self.path.partition("?")[0].removeprefix("/").partition("/")
        if slash and compare_digest(first.encode(), place.token.encode()):
            return "room", rest
        if slash and compare_digest(first.encode(), place.trainer.encode()) and self._from_this_laptop():
            return "trainer", rest
        return "", ""

    def _from_this_laptop(self) -> bool:
        """Whether the one who asks is at the address that is asked."""
        return self.client_address[0] == self.connection.getsockname()[0]

    def _hand_out(self, name: str) -> None:
        """A file of the shelf, packed, or the page to begin with."""
        if name == "":
            hour = [quote(each) for each in self.server.shelf if each.startswith("staff/") and each.endswith(".html")]
            self._send(200, entry_page(hour, keeps=self.server.keeps).encode(), HTML, policy=OWN_POLICY)
        elif (item := self.server.shelf.get(name)) is None:
            self._not_found()
        elif self.headers.get("If-None-Match") == item.tag:
            self._send(304, b"", item.kind, ETag=item.tag)
        else:
            packed = {"Content-Encoding": "gzip", "ETag": item.tag, "Cache-Control": "private, no-cache"}
            self._send(200, item.packed, item.kind, **packed)

    def _take_answer(self) -> None:
        """An answer: taken, or refused in a sentence."""
        if (sent := self._body("application/json")) is None:
            return
        try:
            counts = self.server.book.take(read_answer(sent, self.server.book.questions))
        except ValueError as refusal:
            self._send(400, str(refusal).encode())
        except FullError as full:
            self._send(507, str(full).encode())
        else:
            self._send(200, json.dumps({"counts": counts}).encode(), "application/json")

    def _body(self, kind: str) -> bytes | None:
        """What is sent, if it is of this kind and short enough; else it is refused, and None.

        A page of somebody else's cannot send JSON here: its browser would have to ask first, and is not answered.
        """
        if self.headers.get_content_type() != kind:
            self._send(415, f"send {kind}.".encode())
            return None
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            self._send(413, f"send at most {MOST_BYTES} bytes, and say how many.".encode())
            return None
        return self.rfile.read(int(length))

    def _show_trainer(self) -> None:
        """The trainer's page."""
        book = self.server.book
        asked = parse_qs(self.path.partition("?")[2]).get("open", [""])[0]
        page = trainer_page(
            book.questions, book.shown(), everybody=self.server.everybody, browsers=book.browsers(), opened=asked
        )
        self._send(200, page.encode(), HTML, policy=OWN_POLICY)

    def _close_question(self) -> None:
        """Close a question, then show the trainer's page at its place."""
        if (sent := self._body("application/x-www-form-urlencoded")) is None:
            return
        form = parse_qs(sent.decode("utf-8", "replace"))
        key = (form.get("kind", [""])[0], form.get("screen", [""])[0])
        if key not in self.server.book.questions:
            self._not_found()
            return
        self.server.book.close(key)
        place = quote(self.server.book.questions[key].place)
        self._send(303, b"", Location=f"./?open={place}#{anchor(key)}")

    def _not_found(self) -> None:
        self._send(404, b"Not found.")

    def _send(
        self, status: int, body: bytes, kind: str = "text/plain; charset=utf-8", policy: str = "", **more: str
    ) -> None:
        """Answer; nothing of it is kept by a browser unless it is told to ask again first."""
        self.send_response(status)
        for name, value in ({"Cache-Control": "no-store", "Content-Type": kind} | ALWAYS | more).items():
            self.send_header(name, value)
        if policy:
            self.send_header("Content-Security-Policy", policy)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
