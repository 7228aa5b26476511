"""A small server on this machine: an address with a token in it, answers that no browser keeps, nothing written down.

The page of a table of one's own (`disclosure.own_table.page`) stands on it, and so does the room (`editions.room`).
"""

import secrets
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import compare_digest
from socketserver import TCPServer
from typing import Any, Final

SECONDS: Final = 20
"""How long a browser may take with its request."""

WAITING: Final = 128
"""How many browsers may knock at once: a whole class opens the address in the same second."""

HTML: Final = "text/html; charset=utf-8"
PLAIN: Final = "text/plain; charset=utf-8"
ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What is said with every answer: take it as what it is, show it in no frame, tell nobody this address."""


def new_token(letters: int) -> str:
    """Draw a part of an address that nobody guesses: letters and digits that are easy to type (6 bits each).

    Args:
        letters: how many.

    Examples:
        >>> len(new_token(9)), new_token(9).isalnum()
        (9, True)
    """
    token = ""
    while len(token) < letters:
        token += "".join(sign for sign in secrets.token_urlsafe(letters) if sign.isalnum() and sign not in "0O1lI")
    return token[:letters]


class QuietServer(ThreadingHTTPServer):
    """A server that asks nobody for this machine's name, and says of a fault what it was, not with whom."""

    daemon_threads = True
    request_queue_size = WAITING

    def server_bind(self) -> None:
        """Listen, without asking for this machine's name: where there is no network, the answer takes long."""
        TCPServer.server_bind(self)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, and not with whom; a browser that goes away is nothing wrong."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            traceback.print_exc()


class QuietRequest(BaseHTTPRequestHandler):
    """One request: its token is read, its body has a kind and a limit, and its answer is kept by nobody."""

    server_version, sys_version = "Fifty-Three", ""
    timeout = SECONDS

    def log_message(self, *_: Any) -> None:
        """Nothing is written about who has asked."""

    def do_GET(self) -> None:
        """Somebody asks for something."""
        self.get()

    def do_POST(self) -> None:
        """Somebody sends something."""
        self.post()

    def get(self) -> None:
        """Hand out what is asked for: nothing, unless a server says otherwise."""
        self.not_found()

    def post(self) -> None:
        """Take what is sent: nothing, unless a server says otherwise."""
        self.not_found()

    def below(self, token: str) -> str | None:
        """What is asked for below a token; None where the address does not begin with it."""
        first, slash, rest = self.path.partition("?")[0].removeprefix("/").partition("/")
        return rest if slash and compare_digest(first.encode(), token.encode()) else None

    def body(self, kind: str, most: int) -> bytes | None:
        """What is sent, if it is of this kind and short enough; else it is refused, and None.

        A page of somebody else's cannot send JSON here: its browser would have to ask first, and is not answered.

        Args:
            kind: the media type.
            most: bytes.
        """
        if self.headers.get_content_type() != kind:
            self.answer(415, f"send {kind}.".encode())
            return None
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > most:
            self.answer(413, f"send at most {most} bytes, and say how many.".encode())
            return None
        return self.rfile.read(int(length))

    def not_found(self) -> None:
        """The same short answer to all that is not there."""
        self.answer(404, b"Not found.")

    def answer(self, status: int, body: bytes, kind: str = PLAIN, policy: str = "", **more: str) -> None:
        """Answer; nothing of it is kept by a browser unless it is told to ask again first.

        Args:
            status: the HTTP status.
            body: what is sent.
            kind: its media type.
            policy: what a browser lets the page do (a content security policy).
            more: further headers.
        """
        self.send_response(status)
        for name, value in ({"Cache-Control": "no-store", "Content-Type": kind} | ALWAYS | more).items():
            self.send_header(name, value)
        if policy:
            self.send_header("Content-Security-Policy", policy)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
