"""A lesson that has been run, in its sections; and which of its pieces give an answer away.

An answer is what a page keeps back (everything from a revealed guess to the next heading, but for what is asked there);
what cells show while a guess is open; and what is folded in a text. An explorer that is kept back leaves its place to a
sentence. What only a notebook needs, and the asserts, are left out as on a page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from editions.pages.page import NOTEBOOK_ONLY
from editions.pages.parts import Part
from editions.running import Cell, title_in

HEADING: Final = re.compile(r"^## (?:(For those who go on): )?(.*?)(?: · (\d+) min)?\s*$", re.MULTILINE)
FOLDED: Final = re.compile(r"<details>.*?</details>\s*", re.DOTALL)
ASKED: Final = frozenset({"prediction", "question", "task", "hand_repair", "sheet"})
"""Parts that ask something: they are shown wherever they stand; their answers are not."""
LATER: Final = "later"
"""What stands in place of an explorer until a guess is made."""


@dataclass(frozen=True)
class Piece:
    """A text, the code of a cell, or something that a cell shows.

    Attributes:
        kind: which of these.
        text: Markdown, or code.
        part: what is shown.
        is_answer: whether it gives an answer away.
    """

    kind: Literal["text", "code", "part"]
    text: str = ""
    part: Part | None = None
    is_answer: bool = False


@dataclass
class Section:
    """What stands below one heading.

    Attributes:
        heading: without its minutes; the title of the lesson, for what stands before the first one.
        minutes: how long it takes; None where nothing is said.
        goes_on: whether it is for those who go on, beyond the core.
        pieces: in their order.
    """

    heading: str
    minutes: int | None = None
    goes_on: bool = False
    pieces: list[Piece] = field(default_factory=list)

    def shown(self, *, answers: bool) -> list[Piece]:
        """The pieces, with answers or without."""
        return [piece for piece in self.pieces if answers or not piece.is_answer]


def sections(cells: Sequence[Cell]) -> list[Section]:
    """Divide a lesson.

    Args:
        cells: with what they show as parts.

    Examples:
        >>> found = sections([Cell("markdown", "# A lesson\\n\\nWhat it asks.\\n\\n## One person · 4 min\\n\\nBea.")])
        >>> [(section.heading, section.minutes) for section in found]
        [('A lesson', None), ('One person', 4)]
    """
    found, guesses = [Section("")], _Guesses()
    for cell in cells:
        if NOTEBOOK_ONLY in cell.tags:
            continue
        if cell.kind == "markdown":
            for heading, text in _by_heading(cell.source):
                if heading:
                    found.append(heading)
                    guesses.revealed = False
                texts = _texts(text, held_back=guesses.revealed)
                found[-1].pieces += [piece for piece in texts if piece.text.strip()]
        elif "assert " not in cell.source and all(part.kind != "outcome" for part in cell.shown):
            found[-1].pieces.append(Piece("code", cell.source, is_answer=guesses.revealed))
            found[-1].pieces += [piece for part in cell.shown for piece in guesses.pieces_of(part)]
    _take_title(found[0])
    return [section for section in found if section.pieces or section is found[0]]


def _take_title(first: Section) -> None:
    """Let the title of the lesson be the heading of what stands before the first one."""
    for place, piece in enumerate(first.pieces):
        if piece.kind == "text" and (title := title_in(piece.text)):
            first.heading = title.lstrip("# ").strip()
            first.pieces[place] = Piece("text", piece.text.replace(title, "", 1))
            return


@dataclass
class _Guesses:
    """What was guessed so far.

    Attributes:
        revealed: whether a guess was revealed below this heading.
        open: the names of guesses that were asked for and not revealed yet.
    """

    revealed: bool = False
    open: set[str] = field(default_factory=set)

    def pieces_of(self, part: Part) -> list[Piece]:
        """The next thing that is shown; an explorer that would give an answer away is followed by a sentence."""
        told = self._told_by(part)
        piece = Piece("part", part=part, is_answer=told)
        kept_back = told and any(parts_of([piece], "explorer"))
        return [piece, Piece("part", part=Part(LATER))] if kept_back else [piece]

    def _told_by(self, part: Part) -> bool:
        """Whether the next thing that is shown gives an answer away."""
        if part.kind == "reveal":
            self.revealed = True
            self.open.discard(part.data["name"])
        told = self.revealed or bool(self.open)
        if part.kind == "prediction":
            self.open.add(part.data["name"])
        return told and not _asks(part)


def _by_heading(text: str) -> Iterator[tuple[Section | None, str]]:
    """The texts of a cell, each with the heading above it; the first one has none."""
    places = list(HEADING.finditer(text))
    ends = [*(place.start() for place in places[1:]), len(text)]
    yield None, text[: places[0].start()] if places else text
    for place, end in zip(places, ends, strict=False):
        minutes = int(place[3]) if place[3] else None
        yield Section(place[2], minutes, place[1] is not None), text[place.end() : end]


def _texts(text: str, *, held_back: bool) -> Iterator[Piece]:
    """A text, and what is folded in it by itself."""
    end = 0
    for folded in FOLDED.finditer(text):
        yield Piece("text", text[end : folded.start()], is_answer=held_back)
        yield Piece("text", folded[0], is_answer=True)
        end = folded.end()
    yield Piece("text", text[end:], is_answer=held_back)


def _asks(part: Part) -> bool:
    """Whether a part asks something."""
    return part.kind in ASKED or (part.kind == "several" and all(map(_asks, part.parts)))


def parts_of(pieces: Sequence[Piece], *kinds: str) -> Iterator[Part]:
    """The parts of some kinds, also those within others.

    Args:
        pieces: of a section.
        kinds: as of `editions.pages.parts.Part`.
    """
    waiting: list[Any] = [piece.part for piece in pieces if piece.part is not None]
    while waiting:
        part = waiting.pop(0)
        if part.kind in kinds:
            yield part
        elif part.kind == "several":
            waiting[:0] = part.parts
