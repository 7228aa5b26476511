"""Open a room: `python -m editions.room --host lan`."""

import argparse
import signal
import sys
from pathlib import Path
from typing import Any, Final

from disclosure.saying import say
from disclosure.starting import start
from editions.room.session import RoomError, Wishes, announcement, close_room, open_room

ENDS: Final = ("SIGTERM", "SIGHUP")
"""Signals that end a room as Ctrl + C does, where the system has them."""


def main(arguments: list[str]) -> None:
    """Open a room as asked for, and serve until it is closed."""
    for name in ENDS:
        if number := getattr(signal, name, None):
            signal.signal(number, _end)
    wishes = Wishes(**vars(_parser().parse_args(arguments)))
    try:
        server = open_room(wishes, say, _wait)
    except RoomError as failure:
        sys.exit(str(failure))
    except (KeyboardInterrupt, EOFError):
        sys.exit("The room stays closed.")
    try:
        say(announcement(server, wishes.keep))
        server.serve_forever()
    except KeyboardInterrupt:
        say("\n" + close_room(server, wishes.keep))


def _parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    parser = argparse.ArgumentParser(description="Serve the hour and the lessons' pages to a room without internet.")
    parser.add_argument("--host", default=Wishes.host, help="127.0.0.1: this laptop only; lan: the room; or an address")
    parser.add_argument("--port", type=int, default=Wishes.port, help=f"the number to listen to ({Wishes.port})")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the answers here; else they are deleted")
    parser.add_argument("--resume", type=Path, metavar="FILE", help="open a room again whose program died")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="the lessons; made if not there (dist/room/pages)")
    parser.add_argument("--staff", type=Path, metavar="FOLDER", help="the hour; the same (dist/room/staff)")
    return parser


def _wait(text: str) -> None:
    """Wait for Enter, if somebody sits there."""
    if sys.stdin.isatty():
        input(text)


def _end(*_: Any) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    start(main)
