"""A room from its opening to its end: what that means is said first, and what was answered is deleted last."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from disclosure.loopback import new_token
from editions.home import MADE
from editions.room.book import Book, Place
from editions.room.opening import LAN, ONLY_HERE, addresses, new_file, picture_in_letters
from editions.room.questions import read_questions
from editions.room.screens import words
from editions.room.serving import RoomServer
from editions.room.shelf import shelf

TYPED, SECRET = 8, 24
"""Letters of the participants' part of an address, which some have to type, and of the trainer's."""

LESSONS: Final = ("editions.pages", "--room")
HOUR: Final = ("editions.staff", "--build", "room")
"""Modules that make the pages, in the build for rooms."""

TERMINAL: Final = words()["terminal"]
Say = Callable[[str], None]


class RoomError(RuntimeError):
    """The room cannot be opened; the sentence says why, and what to do."""


@dataclass(frozen=True)
class Wishes:
    """How a room is to be opened.

    Args:
        pages: the folder of the lessons' pages, in the build for rooms; made if it is not there. None: the kit's own.
        staff: the folder of the hour, the same.
        host: the address to listen to: this laptop only, or ``"lan"`` for that in the network.
        port: the number to listen to.
        keep: where the answers go at the end; None: they are deleted.
        resume: the file of a room that was open before; None: a new room.
    """

    pages: Path | None = None
    staff: Path | None = None
    host: str = ONLY_HERE
    port: int = 8053
    keep: Path | None = None
    resume: Path | None = None


def open_room(wishes: Wishes, say: Say, wait: Callable[[str], object]) -> RoomServer:
    """Open a room; what that means is said before anything listens.

    Args:
        wishes: how.
        say: tells the trainer something.
        wait: tells something, and waits until the trainer agrees.

    Raises:
        RoomError: it cannot be opened. Nothing listens then.
    """
    if wishes.keep and wishes.keep.exists():
        raise RoomError(TERMINAL["keep_exists"].format(keep=wishes.keep))
    pages = _made(wishes.pages, "pages", LESSONS, say)
    staff = _made(wishes.staff, "staff", HOUR, say)
    book = _book(wishes, pages, staff)
    try:
        _say_what_opening_means(book.place, say, wait)
        items = shelf({"pages": pages, "staff": staff})
        return RoomServer(book, items, keeps=wishes.keep is not None)
    except BaseException as failure:
        if not wishes.resume:
            book.file.unlink()
        if isinstance(failure, OSError):
            where = {"host": book.place.host, "port": book.place.port}
            raise RoomError(TERMINAL["busy"].format(**where, why=failure.strerror or failure)) from None
        raise


def _book(wishes: Wishes, pages: Path, staff: Path) -> Book:
    """A new book, or the one of a room that was open before."""
    if wishes.resume and not wishes.resume.is_file():
        raise RoomError(TERMINAL["not_there"].format(file=wishes.resume))
    questions = read_questions(pages, staff)
    if wishes.resume is None:
        return Book(new_file(), questions, Place(new_token(TYPED), new_token(SECRET), _host(wishes.host), wishes.port))
    try:
        return Book(wishes.resume, questions)
    except ValueError as failure:
        raise RoomError(str(failure)) from None


def _say_what_opening_means(place: Place, say: Say, wait: Callable[[str], object]) -> None:
    """Say who will be able to reach this laptop, before anybody is."""
    if place.host == ONLY_HERE:
        say(TERMINAL["only_here"])
    else:
        say(TERMINAL["opens"].format(host=place.host, port=place.port))
        wait(TERMINAL["press"])


def announcement(server: RoomServer, keep: Path | None) -> str:
    """What the terminal shows while the room is open: addresses, and where the answers are.

    Args:
        server: of the room.
        keep: where the answers go at the end; None: they are deleted.
    """
    host, file = server.book.place.host, server.book.file
    others = [each for each in addresses() if each != host] if host != ONLY_HERE else []
    kept = TERMINAL["kept_after"].format(keep=keep) if keep else TERMINAL["deleted_after"]
    shown = TERMINAL["open"].format(
        everybody=server.everybody,
        picture=picture_in_letters(server.everybody),
        trainer=server.trainer,
        file=file,
        after=kept,
        again=f"make room RESUME={file}",
    )
    return "\n".join([shown, *([TERMINAL["also"].format(others=", ".join(others))] if others else [])])


def close_room(server: RoomServer, keep: Path | None) -> str:
    """Close a room: its answers are deleted, or moved to where they are to be kept; return the sentence for that."""
    server.server_close()
    if keep is None:
        server.book.file.unlink()
        return str(TERMINAL["deleted"])
    shutil.move(server.book.file, keep)
    return str(TERMINAL["kept"].format(keep=keep))


def _made(named: Path | None, usual: str, command: Sequence[str], say: Say) -> Path:
    """A folder with pages. Whoever names one knows how old it is; of the kit's own that is said.

    Pages that are not there are made, in a Python of their own: what that needs does not stay in this one's memory.
    """
    folder = named or MADE / "room" / usual
    if any(folder.glob("*.html")):
        day = date.fromtimestamp(folder.stat().st_mtime)
        if named is None:
            say(TERMINAL["made"].format(folder=folder, day=day.isoformat()))
        return folder
    say(TERMINAL["making"].format(folder=folder))
    if subprocess.run([sys.executable, "-m", *command, "--out", str(folder)], check=False).returncode:
        raise RoomError(TERMINAL["not_made"].format(folder=folder))
    return folder


def _host(wanted: str) -> str:
    """The address to listen to."""
    if wanted != LAN:
        return wanted
    if not (found := addresses()):
        raise RoomError(TERMINAL["no_network"])
    return found[0]
