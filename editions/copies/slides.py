"""Slides, by rule: the question of the lesson; for each section its heading, what is asked, a table, its charts.

At the end stands what to remember. A slide never holds an answer: what a page keeps back is not on it, and no picture
that stands below a guess before the next heading; these are shown live, in the lesson.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from editions.copies import strings
from editions.copies.by_hand import letters_to_decide
from editions.copies.drawing import drawn, text
from editions.copies.sections import ASKED, LATER, Section, parts_of
from editions.pages.index import QUESTION
from editions.pages.parts import Part

PICTURES: Final = ("chart", "explorer", "table", LATER)
SENTENCE: Final = re.compile(r".+?[.?!][”)*]*(?=\s|\Z)", re.DOTALL)
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
    """The slides of one section: how it begins, what is asked, its first table, and its pictures."""
    heading, shown = _with_a_capital(section.heading), section.shown(answers=False)
    if lead := first_sentences(section):
        yield Slide(heading, lead, "words", section.goes_on)
    tables = 0
    for part in parts_of(shown, *ASKED, *PICTURES):
        tables += part.kind == "table"
        if part.kind != "table" or tables == 1:
            kind = "picture" if part.kind in PICTURES else "question"
            for body in _bodies(part):
                yield Slide(heading, body, kind, section.goes_on)


def _bodies(part: Part) -> list[str]:
    """What stands on one slide after the other: each letter has its own, and a task comes without its small cases."""
    if part.kind == "sheet":
        return letters_to_decide(part.data["asked"])
    return [drawn(replace(part, parts=()) if part.kind == "task" else part, answers=False)]


def _with_a_capital(heading: str) -> str:
    """A heading that stands alone, which it does not in the lesson.

    Examples:
        >>> _with_a_capital("“zero” is not “harmless”")
        '“Zero” is not “harmless”'
    """
    return re.sub(r"[^\W\d_]", lambda letter: letter[0].upper(), heading, count=1)


def first_sentences(section: Section) -> str:
    """What a section begins with: the first two sentences of its first paragraph that ends as a sentence, as HTML."""
    for piece in section.shown(answers=False):
        if piece.kind == "text":
            for paragraph in re.split(r"\n\s*\n", piece.text):
                sentences = SENTENCE.findall(" ".join(paragraph.split()))
                if sentences and not MARK.match(paragraph.strip()):
                    return text("".join(sentences[:2]))
    return ""


def opening(first: Section) -> tuple[str, str]:
    """The question of a lesson and what one can do afterwards, in Markdown."""
    words = "\n\n".join(piece.text for piece in first.pieces if piece.kind == "text") + "\n\n"
    asked, aims = QUESTION.search(words), AFTERWARDS.search(words)
    return asked[1] if asked else "", aims[1] if aims else ""


def _opening(first: Section) -> str:
    asked, aims = opening(first)
    return f'<div class="question">{text(asked)}</div>{text(aims)}'


def key_points(section: Section) -> str:
    """The list of what to remember, in Markdown."""
    found = [POINTS.search(piece.text) for piece in section.pieces if piece.kind == "text"]
    return next((points[0] for points in found if points), "")


def _points(section: Section) -> str:
    return text(key_points(section))
