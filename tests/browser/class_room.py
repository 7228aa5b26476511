"""A class of browsers in a room: one server in a process of its own, and as many participants as are asked for."""

import json
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, BrowserContext, Page

from editions.builds import ROOM
from editions.home import HOME
from editions.pages.building import Edition, build_other_pages, write_lesson
from editions.pages.language import languages
from editions.running import Cell
from editions.staff.building import Order, build_staff

LESSON = "01_singling_out"
GUESSES = ("singling_out/alone", "singling_out/accused", "singling_out/rare")
"""The guesses at numbers of the lesson, in the order of the page."""

PATIENCE = 60


def room_pages(folder: Path, cells: list[Cell]) -> Path:
    """One lesson, the first page and the hour, in the build for rooms.

    Args:
        folder: where they go.
        cells: what the lesson shows.
    """
    pages, edition, lesson = folder / "pages", Edition(build=ROOM), HOME / f"notebooks/{LESSON}.ipynb"
    pages.mkdir()
    write_lesson(cells, lesson, folder=pages, edition=edition, lessons=[lesson])
    for language in languages().values():
        build_other_pages(pages, edition, [lesson], language)
    build_staff(folder / "staff", Order(build=ROOM))
    return pages


@dataclass
class Server:
    """The room's program.

    Attributes:
        command: how it was started.
        process: it.
        everybody, trainer: its addresses.
        file: where the answers are.
    """

    command: list[str]
    process: subprocess.Popen[str]
    everybody: str
    trainer: str
    file: Path

    def answers(self, kind: str = "guess") -> Counter[tuple[str, str]]:
        """How often each browser's answer to each screen is in the file."""
        entries = [json.loads(line) for line in self.file.read_text("utf-8").splitlines()[1:]]
        return Counter((entry["id"], entry["screen"]) for entry in entries if entry.get("kind") == kind)

    def wait_until(self, count: int, screen: str, kind: str = "guess") -> float:
        """Wait until so many browsers have answered; return the seconds."""
        began = time.monotonic()
        while sum(screen == asked for _, asked in self.answers(kind)) < count:
            assert time.monotonic() - began < PATIENCE, self.answers(kind)
            time.sleep(0.02)
        return time.monotonic() - began

    def memory(self) -> float:
        """Megabytes that it holds."""
        return psutil.Process(self.process.pid).memory_info().rss / 1e6

    def kill(self) -> None:
        """Kill it, as a crash does, and close what it spoke through."""
        self.process.kill()
        self.process.communicate()


def started(pages: Path, *more: str) -> Server:
    """Start a room on this machine only, and read from its words where it is."""
    command = [
        sys.executable,
        "-m",
        "editions.room",
        "--pages",
        str(pages),
        "--staff",
        str(pages.parent / "staff"),
        *more,
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HOME)
    said: list[str] = []
    assert process.stdout
    while not said or "closes the room" not in said[-1]:
        said.append(process.stdout.readline())
        assert said[-1], said
    addresses = [line.strip() for line in said if line.startswith("    http")]
    [file] = [line.split(" in ")[1].strip()[:-1] for line in said if line.startswith("Answers are kept in")]
    return Server(command, process, *addresses, file=Path(file))


@contextmanager
def open_server(pages: Path) -> Iterator[Server]:
    """A room on a free port, closed at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = started(pages, "--port", str(port))
    try:
        yield server
    finally:
        if server.process.poll() is None:  # a test may have ended it
            server.process.terminate()
            server.process.communicate()
        server.file.unlink(missing_ok=True)


@dataclass
class Participant:
    """Somebody with a browser of her own."""

    context: BrowserContext
    page: Page
    number: int

    def reload(self) -> None:
        """Load the page again, and wait until it is drawn."""
        self.page.reload()
        self.page.wait_for_selector("html[data-ready]")

    def guess(self, place: int) -> None:
        """Make one of the guesses at a number."""
        box = self.page.locator(".prediction input[type=number]").nth(place)
        box.fill(str(self.number % 11))
        box.press("Enter")


@dataclass
class ClassRoom:
    """All that are in the room.

    Attributes:
        server: that they have the pages from.
        megabytes: what it held before anybody came.
        people: those who came.
    """

    server: Server
    megabytes: float
    people: list[Participant] = field(default_factory=list)

    def each(self, act: Callable[[Participant], Any]) -> None:
        """Let each do something."""
        for person in self.people:
            act(person)


@contextmanager
def class_of(count: int, browser: Browser, pages: Path, name: str = LESSON) -> Iterator[ClassRoom]:
    """As many participants as asked for, each at the same page; all load it at once."""
    with open_server(pages) as server:
        room = ClassRoom(server, server.memory())
        for number in range(count):
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            room.people.append(Participant(context, context.new_page(), number))
        address = f"{server.everybody}pages/{name}.html"
        room.each(lambda person: person.page.goto(address, wait_until="commit", timeout=90_000))
        room.each(lambda person: person.page.wait_for_selector("html[data-ready]", timeout=90_000))
        yield room
        room.each(lambda person: person.context.close())


def whole_lesson(room: ClassRoom, reloads: int, offline: int) -> dict[str, float]:
    """Answer, reload, go offline, and live through a crash of the server; every answer must be there, once.

    Args:
        room: with its participants.
        reloads, offline: how many of them reload, and how many go offline and come back.

    Returns:
        Seconds after the crash until all answers were there, and megabytes that the server has grown by.
    """
    people, server = room.people, room.server
    away = people[:offline]
    for person in away:
        person.context.set_offline(True)
    room.each(lambda person: person.guess(0))
    for person in people[offline : offline + reloads]:
        person.reload()
    server.wait_until(len(people) - offline, GUESSES[0])
    assert len(server.answers()) == len(people) - offline
    for person in away:
        person.context.set_offline(False)
        if person.number % 2 == 0:
            person.reload()
    server.wait_until(len(people), GUESSES[0])
    grown = server.memory() - room.megabytes

    server.kill()
    room.each(lambda person: person.guess(1))
    room.server = started(Path(server.command[4]), "--resume", str(server.file))
    server.process = room.server.process
    seconds = room.server.wait_until(len(people), GUESSES[1])
    answers = room.server.answers()
    assert set(answers.values()) == {1} and len(answers) == 2 * len(people)
    assert len({browser for browser, _ in answers}) == len(people)
    return {"seconds": seconds, "megabytes": grown}
