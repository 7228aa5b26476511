"""The server of the page: files and answers come in, what was found goes out; nothing is kept between two requests.

It listens on this machine only, below an address with a secret token.
"""

import base64
import json
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from disclosure.loopback import HTML, QuietRequest, QuietServer, new_token
from disclosure.own_table.page.document import page
from disclosure.own_table.page.doing import checked, files_made, repaired, threshold_tried
from disclosure.own_table.page.requests import MOST_SENT, read_request
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.saying import in_a_sentence

HERE: Final = Path(__file__).parent
ONLY_HERE: Final = "127.0.0.1"
SECRET: Final = 24
"""Letters of the token."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""What a browser lets the page do: run its own script, and talk to this server. No text becomes code."""

PARTS: Final = {
    "page.css": "text/css; charset=utf-8",
    "moving.js": "text/javascript; charset=utf-8",
    "grid.js": "text/javascript; charset=utf-8",
    "showing.js": "text/javascript; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
}
"""All that can be asked for beside the page itself."""

DOINGS: Final[dict[str, Callable[..., dict[str, Any]]]] = {
    "check": checked,
    "threshold": threshold_tried,
    "repair": repaired,
    "files": files_made,
}
"""What the page can ask for."""

AT_FAULT: Final = "Something went wrong in the program, and the table was not checked. Its window says what: {kind}."


class PageServer(QuietServer):
    """A server for one person at this machine.

    Args:
        port: what it listens to; 0 for any that is free.
        token: the first part of its address; by default one that nobody guesses.
        files: what the page begins with: "table", "office", "earlier", "rules" -> file.
    """

    def __init__(self, port: int = 0, token: str = "", files: Mapping[str, FileInMemory] | None = None) -> None:
        """Listen on this machine."""
        self.token = token or new_token(SECRET)
        self.begins = {name: {"name": file.name, "bytes": file.content} for name, file in (files or {}).items()}
        super().__init__((ONLY_HERE, port), _Request)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{ONLY_HERE}:{self.server_address[1]}/{self.token}/"


class _Request(QuietRequest):
    """One request."""

    server: PageServer

    def get(self) -> None:
        """Hand out the page, or a part of it."""
        name = self.below(self.server.token)
        if name == "":
            self.answer(200, page().encode(), HTML, policy=POLICY)
        elif name == "begin":
            self._say(200, self.server.begins)
        elif name in PARTS:
            self.answer(200, (HERE / name).read_bytes(), PARTS[name])
        else:
            self.not_found()

    def post(self) -> None:
        """Do what the page asks for; whatever cannot be done is a sentence."""
        doing = DOINGS.get(self.below(self.server.token) or "")
        if doing is None:
            self.not_found()
            return
        if (sent := self.body("application/json", MOST_SENT)) is None:
            return
        try:
            status, answer = 200, doing(read_request(sent))
        except ValueError as refusal:
            status, answer = 200, {"refused": in_a_sentence(refusal)}
        except Exception as fault:
            traceback.print_exc()
            status, answer = 500, {"refused": AT_FAULT.format(kind=type(fault).__name__)}
        self._say(status, answer)

    def _say(self, status: int, answer: dict[str, Any]) -> None:
        """Answer in JSON; bytes of files in base 64."""
        text = json.dumps(answer, ensure_ascii=False, default=lambda each: base64.b64encode(each).decode())
        self.answer(status, text.encode(), "application/json")
