"""Slides, by rule: the question of the lesson, and then for each section its heading, what is asked, its pictures.

At the end stands what to remember. A slide never holds an answer: what a page keeps back is not on it, and no chart
that stands below a revealed guess either; these are shown live, in the lesson.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from editions.copies import strings
from editions.copies.drawing import drawn, english
from editions.copies.sections import Section, parts_of
from editions.pages.index import QUESTION
from editions.pages.markdown import as_html

SENTENCE: Final = re.compile(r"(.+?[.?!:])(?=\s|\Z)", re.DOTALL)
MARK: Final = re.compile(r"^(?:#+ |<|!\[|\||- |\d+\. |```)")
AFTERWARDS: Final = re.compile(r"Afterwards you can\s*\n\s*\n((?:- .*\n?(?:  .*\n?)*)+)")
POINTS: Final = re.compile(r"(?:^- .*\n?(?:  .*\n?)*)+", re.MULTILINE)


@dataclass(frozen=True)
class Slide:
    """One slide.

    Attributes:
        heading: above it.
        body: HTML.
        kind: "title", "words", "question", "picture" or "points".
        goes_on: whether it is for those who go on.
    """

    heading: str
    body: str
    kind: str
    goes_on: bool = False


def slides(lesson: Sequence[Section]) -> list[Slide]:
    """Make the slides of a lesson.

    Args:
        lesson: its sections.
    """
    first, *others = lesson
    found = [Slide(first.heading, _opening(first), "title")]
    for section in others:
        if section.heading == strings.KEY_POINTS:
            found.append(Slide(section.heading, _points(section), "points"))
        elif section.heading not in strings.LEFT_OUT:
            found += _of(section)
    return found


def _of(section: Section) -> Iterator[Slide]:
    """The slides of one section: what is asked, and its pictures; a first sentence, where there is neither."""
    shown = section.shown(answers=False)
    made = [
        Slide(section.heading, drawn(part, answers=False), _kind(part), section.goes_on)
        for part in parts_of(shown, "prediction", "question", "task", "chart", "explorer")
    ]
    lead = first_sentence(section)
    if lead:
        yield Slide(section.heading, lead, "words", section.goes_on)
    yield from made


def _kind(part: Any) -> str:
    return "picture" if part.kind in ("chart", "explorer") else "question"


def first_sentence(section: Section) -> str:
    """What a section begins with: the first two sentences of its first paragraph, as HTML."""
    for piece in section.shown(answers=False):
        if piece.kind == "text":
            for paragraph in re.split(r"\n\s*\n", piece.text):
                if paragraph.strip() and not MARK.match(paragraph.strip()):
                    said = "".join(SENTENCE.findall(" ".join(paragraph.split()))[:2])
                    return as_html(said or paragraph, english())
    return ""


def opening(first: Section) -> tuple[str, str]:
    """The question of a lesson and what one can do afterwards, in Markdown."""
    text = "\n\n".join(piece.text for piece in first.pieces if piece.kind == "text") + "\n\n"
    asked, aims = QUESTION.search(text), AFTERWARDS.search(text)
    return asked[1] if asked else "", aims[1] if aims else ""


def _opening(first: Section) -> str:
    asked, aims = opening(first)
    return f'<div class="question">{as_html(asked, english())}</div>{as_html(aims, english())}'


def key_points(section: Section) -> str:
    """The list of what to remember, in Markdown."""
    found = [POINTS.search(piece.text) for piece in section.pieces if piece.kind == "text"]
    return next((points[0] for points in found if points), "")


def _points(section: Section) -> str:
    return as_html(key_points(section), english())
