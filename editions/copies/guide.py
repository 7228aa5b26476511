"""The teacher's page of a lesson: what to do in each of its sections, and all the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import lessons
from editions.copies.sections import Section

FOLDER: Final = Path(lessons.__file__).parent
ROW: Final = re.compile(r"^\| ([\d+ ]+) \| (.*?) \| (.*?) \|$", re.MULTILINE)
TABLE: Final = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Guide:
    """A guide, taken apart.

    Attributes:
        notes: for each section of the lesson that the guide speaks of, what to do there, by its heading.
        before: what stands above the plan, in Markdown.
        after: what stands below it.
    """

    notes: dict[str, str]
    before: str
    after: str


def guide_of(lesson: str, sections: Sequence[Section], folder: Path = FOLDER) -> Guide:
    """Read the guide of a lesson, and place its plan.

    Sections and lines of the plan have the same minutes in the same order; where they do not, a line is placed by name,
    and what has no place stays in the plan above.

    Args:
        lesson: its name without number.
        sections: of the lesson.
        folder: with the folders of the lessons.
    """
    text = (folder / lesson / "guide.md").read_text(encoding="utf-8")
    before, plan, after = _around(text)
    rows = ROW.findall(plan)
    timed = [section for section in sections if section.minutes is not None]
    minutes = [sum(int(number) for number in row[0].split("+")) for row in rows]
    if minutes == [section.minutes for section in timed]:
        notes = {section.heading: row[2] for section, row in zip(timed, rows, strict=True)}
    else:
        notes = {section.heading: row[2] for section in timed for row in rows if row[1] == section.heading}
    placed = set(notes.values())
    left = "\n".join(f"- *{row[1]}* ({row[0]} min): {row[2]}" for row in rows if row[2] not in placed)
    return Guide(notes, f"{before.split(chr(10), 1)[1]}\n\n{left}", after)


def _around(text: str) -> tuple[str, str, str]:
    """What stands above the plan, which is the first table; the plan; and what stands below it."""
    plan = TABLE.search(text)
    return (text[: plan.start()], plan[0], text[plan.end() :]) if plan else (text, "", "")
