"""Open the page in a browser and serve it until it is closed with Ctrl + C."""

import webbrowser
from collections.abc import Callable, Mapping
from typing import Final

from disclosure.own_table.page.serving import PageServer
from disclosure.own_table.sheets.in_memory import FileInMemory

OPEN: Final = (
    "The page is open at {address}\n"
    "It is on this machine only: nothing is sent, and nothing is kept. Close it with Ctrl + C in this window."
)
BUSY: Final = "The page cannot be opened at port {port}: {why}. Choose another one with --port."
CLOSED: Final = "The page is closed."


def open_page(
    say: Callable[[str], object],
    *,
    port: int = 0,
    files: Mapping[str, FileInMemory] | None = None,
    browser: Callable[[str], object] = webbrowser.open,
) -> None:
    """Serve the page until somebody interrupts it.

    Args:
        say: tells where it is.
        port: what it listens to; 0 for any that is free.
        files: what the page begins with: "table", "office", "earlier", "rules" -> file.
        browser: opens an address.

    Raises:
        ValueError: the port cannot be had.
    """
    try:
        server = PageServer(port, files=files)
    except (OSError, OverflowError) as failure:
        why = getattr(failure, "strerror", None) or failure
        raise ValueError(BUSY.format(port=port, why=why)) from None
    with server:
        say(OPEN.format(address=server.address))
        browser(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say(f"\n{CLOSED}")
