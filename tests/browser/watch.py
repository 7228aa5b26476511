"""What happens behind a page's back: requests that leave this machine, errors in the console, errors in the kernel."""

import re
import time
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebSocket

KERNEL_ERROR = re.compile(rb'"msg_type":\s*"error"')
ERROR_NAME = re.compile(rb'"ename":\s*"([^"]*)",\s*"evalue":\s*"((?:[^"\\]|\\.)*)"')
GAVE_UP = "[anywidget] Failed to initialize model."
CHART_MADE = re.compile(rb'"msg_type":\s*"comm_open".*("_vl_selections"|"lookups")', re.DOTALL)


class Watch:
    """Listens to all pages of a browser context.

    A callback of a widget that fails shows no error in the notebook: the kernel says so on its socket only, so the
    socket is read too.

    Args:
        context: the pages to listen to.
        expected: beginnings of addresses that may be asked for elsewhere (each test that names one says why).
    """

    def __init__(self, context: BrowserContext, expected: tuple[str, ...] = ()) -> None:
        self.expected = expected
        self.left: list[str] = []
        self.console: list[str] = []
        self.kernel: list[str] = []
        self.charts_made = 0
        self.sent: list[bytes] = []
        context.on("request", lambda request: self._asked(request.url))
        context.on("console", self._said)
        context.on("weberror", lambda error: self.console.append(str(error.error)))
        context.on("page", self._listen_to_sockets)

    def faults(self) -> list[str]:
        """All that should not have happened, one sentence each."""
        return [
            *(f"asked for {url}" for url in self.left),
            *(f"console: {text}" for text in self.console),
            *(f"kernel: {text}" for text in self.kernel),
        ]

    def was_too_slow(self) -> bool:
        """Whether the one thing wrong is that a widget took over two seconds to start, which anywidget does not wait.

        A machine that runs two browsers at once can be that slow; a cell that is run again then mends it.
        """
        return bool(self.console) and {*self.faults()} == {f"console: {GAVE_UP}"}

    def wait_for_fault(self, page: Page) -> None:
        """Wait until something is wrong. (For the tests of this class; a good page never gets there.)

        Raises:
            TimeoutError: nothing was.
        """
        end = time.monotonic() + 30
        while not self.faults():
            if time.monotonic() > end:
                raise TimeoutError("nothing went wrong")
            page.wait_for_timeout(20)  # lets events arrive

    def wait_until_told(self, page: Page, words: str, earlier: int = 0) -> None:
        """Wait until the kernel has been told something, such as ``'"k":21'``, leaving out so many earlier messages.

        Raises:
            TimeoutError: it never was.
        """
        end = time.monotonic() + 30
        while not any(words.encode() in message.replace(b" ", b"") for message in self.sent[earlier:]):
            if time.monotonic() > end:
                raise TimeoutError(f"the kernel was never told {words}")
            page.wait_for_timeout(20)  # lets events arrive

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        outside = parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1"
        if outside and not url.startswith(self.expected or ("never:",)):
            self.left.append(url)

    def _said(self, message: ConsoleMessage) -> None:
        source = message.location.get("url", "")
        if message.type == "error" and not source.startswith(self.expected or ("never:",)):
            self.console.append(f"{message.text} ({source})")

    def _listen_to_sockets(self, page: Page) -> None:
        page.on("websocket", self._opened)

    def _opened(self, socket: WebSocket) -> None:
        self._asked(socket.url)
        socket.on("framereceived", self._received)
        socket.on("framesent", self._sent)

    def _sent(self, frame: bytes | str) -> None:
        data = frame.encode() if isinstance(frame, str) else frame
        if b'"comm_msg"' in data:
            self.sent.append(data)

    def _received(self, frame: bytes | str) -> None:
        data = frame.encode() if isinstance(frame, str) else frame
        self.charts_made += bool(CHART_MADE.search(data))
        if KERNEL_ERROR.search(data):
            named = ERROR_NAME.search(data)
            self.kernel.append(b": ".join(named.groups()).decode() if named else "an error")
