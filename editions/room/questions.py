"""What the pages ask, read from the pages themselves: the scale of each guess, and the truth that belongs to it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Final, Literal

Kind = Literal["guess", "answer", "decision"]
"""A number on a scale; a choice that is right or wrong; a choice that is neither."""

SHOWN: Final = re.compile(r'<script type="application/json" id="what-is-shown">(.*?)</script>', re.DOTALL)
TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
OF_THE_HOUR: Final = "room.json"
"""Beside the pages of the hour: a list of its questions, each as the fields of `Question`."""


@dataclass(frozen=True)
class Question:
    """Something that everybody in the room is asked.

    Attributes:
        kind: see `Kind`.
        name: the screen or the guess, such as ``"suppression/found"``.
        words: what is asked.
        place: the title of the lesson, or of the hour.
        minimum, maximum, whole: the scale of a guess.
        truth: what a guess is held against; None where the page tells none.
        choices: of an answer or a decision.
        right: the right choice of an answer.
    """

    kind: Kind
    name: str
    words: str
    place: str
    minimum: float = 0
    maximum: float = 0
    whole: bool = True
    truth: float | None = None
    choices: tuple[str, ...] = ()
    right: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be asked."""
        object.__setattr__(self, "choices", tuple(self.choices))
        if self.kind == "answer" and self.right not in self.choices:
            raise ValueError(f"{self.name}: the right choice, {self.right!r}, is none of {', '.join(self.choices)}.")

    @property
    def key(self) -> tuple[str, str]:
        """What tells it apart from all others: its kind and its name."""
        return self.kind, self.name


def read_questions(pages: Path, hour: Path | None = None) -> dict[tuple[str, str], Question]:
    """Read all that can be pooled: guesses at numbers in the lessons, and what the hour lists.

    Args:
        pages: the folder of the lessons' pages.
        hour: the folder of the hour, if there is one.

    Returns:
        Kind and name -> question, lesson after lesson. Pages in other languages ask the same: English is read.
    """
    asked = [question for page in sorted(pages.glob("*.html")) for question in _in_page(page.read_text("utf-8"))]
    listed = hour / OF_THE_HOUR if hour else None
    if listed and listed.is_file():
        entries = json.loads(listed.read_text("utf-8"))
        asked += [Question(place=entries["title"], **entry) for entry in entries["questions"]]
    return {question.key: question for question in asked}


def _in_page(html: str) -> Iterator[Question]:
    """The guesses at numbers of one page."""
    if (carried := SHOWN.search(html)) is None:
        return
    parts = json.loads(carried[1])["parts"]
    truths = {part["name"]: part["truth"] for part in parts if part["kind"] == "reveal"}
    title = TITLE.search(html)
    for part in parts:
        if part["kind"] == "prediction" and not part["options"]:
            yield Question(
                "guess",
                part["name"],
                part["question"],
                unescape(title[1]) if title else "",
                minimum=_tidy(part["minimum"]),
                maximum=_tidy(part["maximum"]),
                whole=part["whole"],
                truth=_number(truths.get(part["name"])),
            )


def _number(truth: Any) -> float | None:
    """A truth that guesses at numbers can be held against; None where it is none."""
    return truth if isinstance(truth, int | float) and not isinstance(truth, bool) else None


def _tidy(value: Any) -> float:
    """A whole number without a decimal point."""
    return int(value) if float(value).is_integer() else float(value)
