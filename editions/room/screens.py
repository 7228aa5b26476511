"""The two pages that a room makes by itself: the one to begin with, and the trainer's. Neither runs a script."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from editions.room.opening import picture
from editions.room.questions import Question

FOLDER: Final = Path(__file__).parent
_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined
)


@dataclass(frozen=True)
class Line:
    """One line of what is shown.

    Attributes:
        name: of the group.
        people: how many.
        share: the length of its bar, in per cent.
        true: whether the answer lies in it.
    """

    name: str
    people: int
    share: float
    true: bool


@dataclass(frozen=True)
class Row:
    """A question on the trainer's page.

    Attributes:
        kind, name, words: of the question.
        anchor: its place on the page.
        closed: whether it is closed.
        head: what the first column holds.
        lines: what is shown; empty where nothing may be.
        truth: what it is held against; None where there is none.
    """

    kind: str
    name: str
    words: str
    anchor: str
    closed: bool
    head: str
    lines: tuple[Line, ...]
    truth: str | None


@cache
def words(language: str = "en") -> dict[str, Any]:
    """What a room says, in one language."""
    return tomllib.loads((FOLDER / "words" / f"{language}.toml").read_text(encoding="utf-8"))


def entry_page(hour: Sequence[str], *, keeps: bool) -> str:
    """The page to begin with: what is here, and what is sent.

    Args:
        hour: addresses of the pages of the hour, if it is there.
        keeps: whether the answers are kept when the room is closed.
    """
    return _filled("entry", "entry", hour=hour, keeps=keeps)


def trainer_page(
    questions: Mapping[tuple[str, str], Question],
    shown: Mapping[tuple[str, str], Any],
    *,
    everybody: str,
    browsers: int,
    opened: str = "",
) -> str:
    """The trainer's page: the address, and each question with its button or with what is shown of it.

    Args:
        questions: kind and name -> question.
        shown: what is shown of those that are closed (`editions.room.book.display`).
        everybody: the address for participants.
        browsers: how many have opened a page.
        opened: the lesson that is unfolded.
    """
    places = [(place, list(_rows(asked, shown))) for place, asked in _by_place(questions.values())]
    address = {"everybody": everybody, "picture": picture(everybody)}
    return _filled("trainer", "trainer", **address, browsers=browsers, places=places, open=opened)


def anchor(key: tuple[str, str]) -> str:
    """The place of a question on the trainer's page.

    Examples:
        >>> anchor(("guess", "suppression/found"))
        'guess-suppression-found'
    """
    return re.sub(r"\W+", "-", "-".join(key))


def _filled(template: str, part: str, **slots: Any) -> str:
    """One of the pages, with the words that belong to it."""
    style = (FOLDER / "room.css").read_text(encoding="utf-8")
    page = _TEMPLATES.get_template(f"{template}.html")
    return page.render(say=words()[part], language=words()["language"], style=style, **slots)


def _by_place(questions: Iterable[Question]) -> Iterator[tuple[str, list[Question]]]:
    """Lesson after lesson."""
    places: dict[str, list[Question]] = {}
    for question in questions:
        places.setdefault(question.place, []).append(question)
    yield from places.items()


def _rows(questions: Iterable[Question], shown: Mapping[tuple[str, str], Any]) -> Iterator[Row]:
    """Question after question."""
    for question in questions:
        lines = tuple(_lines(question, shown.get(question.key)))
        closed = question.key in shown
        truth = f"{question.truth:,g}" if closed and question.truth is not None else question.right or None
        yield Row(
            question.kind,
            question.name,
            question.words,
            anchor(question.key),
            closed,
            words()["trainer"]["guess"] if question.kind == "guess" else "",
            lines,
            truth,
        )


def _lines(question: Question, shown: Any) -> Iterator[Line]:
    """What is shown of one question, line by line."""
    say = words()["trainer"]
    if not shown:
        return
    if question.kind == "guess":
        groups = [(say["between"].format(low=f"{low:,g}", high=f"{high:,g}"), people) for low, high, people in shown]
        true = _place_of(question.truth, [low for low, _, _ in shown])
    elif question.kind == "answer":
        groups, true = [(say["right"], shown[0]), (say["wrong"], shown[1])], None
    else:
        groups, true = list(shown.items()), None
    most = max(people for _, people in groups)
    for place, (name, people) in enumerate(groups):
        yield Line(name, people, round(100 * people / most, 1), place == true)


def _place_of(truth: float | None, lows: Sequence[float]) -> int | None:
    """The bin in which the answer lies, by the lower ends of all; None where there is no answer, or it lies below."""
    below = [place for place, low in enumerate(lows) if truth is not None and low <= truth]
    return below[-1] if below else None
