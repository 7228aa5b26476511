"""What is printed: a handout to take home, the paper pack for a room without laptops, and the instructor's copy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from editions.copies import strings
from editions.copies.drawing import drawn, text
from editions.copies.guide import Guide
from editions.copies.sections import ASKED, LATER, Piece, Section, parts_of
from editions.copies.slides import first_sentences, key_points, opening
from editions.pages.parts import Part
from teaching.source import coloured

PICTURES: Final = ("chart", "explorer")
TAKEN_HOME: Final = ("table", "prediction", *PICTURES, LATER)
"""What of a section stands on the handout; of its tables the first alone, and none beside a picture."""


@dataclass(frozen=True)
class Block:
    """A section on paper.

    Attributes:
        heading: of the section.
        minutes: in words; empty where nothing is said.
        goes_on: whether it is for those who go on.
        body: HTML.
    """

    heading: str
    minutes: str
    goes_on: bool
    body: str


def handout(lesson: Sequence[Section]) -> list[Block]:
    """The question, how each section begins, what is guessed and shown there, and what to remember. No answers.

    Args:
        lesson: its sections.
    """
    first, *others = lesson
    asked, aims = opening(first)
    found = [Block(strings.QUESTION, "", False, text(f"**{asked}**\n\n{aims}"))]
    for section in _for_learners(others):
        if section.heading == strings.KEY_POINTS:
            found.append(_block(section, text(key_points(section))))
            continue
        parts = "".join(drawn(part, answers=False) for part in _taken_home(section))
        if parts or not any(parts_of(section.pieces, *TAKEN_HOME, *ASKED)):
            found.append(_block(section, first_sentences(section) + parts))
    return [block for block in found if block.body]


def _taken_home(section: Section) -> Iterator[Part]:
    """What of a section stands on the handout; where that is nothing, its words would speak of what is not there."""
    shown = list(parts_of(section.shown(answers=False), *TAKEN_HOME))
    wanted = not any(part.kind in PICTURES for part in shown)
    for part in shown:
        if part.kind != "table" or wanted:
            yield part
        wanted = wanted and part.kind != "table"


def paper_pack(lesson: Sequence[Section]) -> list[Block]:
    """All that a lesson says, shows and asks, but for code and answers, with room to write.

    Args:
        lesson: its sections.
    """
    blocks = (
        _block(section, "".join(_on_paper(piece, answers=False) for piece in section.shown(answers=False)))
        for section in _for_learners(lesson)
    )
    return [block for block in blocks if block.body]


def instructors_copy(lesson: Sequence[Section], guide: Guide) -> list[Block]:
    """The whole lesson with all answers, and what the guide says of a section above it.

    Args:
        lesson: its sections.
        guide: of the lesson.
    """
    found = [Block(strings.GUIDE, "", False, text(guide.before))]
    for section in lesson:
        note = guide.notes.get(section.heading)
        head = f'<div class="guide"><strong>{strings.HERE}:</strong> {text(note)}</div>' if note else ""
        body = "".join(_on_paper(piece, answers=True) for piece in section.pieces)
        found.append(_block(section, head + body))
    return [*found, Block(strings.GUIDE, "", False, f'<div class="guide">{text(guide.after)}</div>')]


def _for_learners(lesson: Sequence[Section]) -> Iterator[Section]:
    return (section for section in lesson if section.heading not in strings.LEFT_OUT)


def _block(section: Section, body: str) -> Block:
    minutes = strings.MINUTES.format(minutes=section.minutes) if section.minutes else ""
    return Block(section.heading, minutes, section.goes_on, body)


def _on_paper(piece: Piece, *, answers: bool) -> str:
    """One piece; code is for the instructor alone."""
    if piece.part is not None:
        return drawn(piece.part, answers=answers)
    if piece.kind == "text":
        return text(piece.text).replace("<details>", "<details open>")
    return f'<div class="code">{coloured(piece.text)}</div>' if answers and piece.text else ""
