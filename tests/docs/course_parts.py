"""The parts of the lessons as a course needs them (demo, lab, homework), with the minutes that stand at their headings.

    .venv/bin/python -m tests.docs.course_parts    # writes the table into docs/course.md anew

*Demo* is what a teacher shows and a class guesses; *lab* is what learners move or write themselves; both are the core.
*Homework* is all that is headed "For those who go on", and the questions after it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat

from tests.lessons.cores import GO_ON, HEADING
from tests.test_structure import NUMBERED, ROOT

PAGE = ROOT / "docs" / "course.md"
BEGIN, END = "<!-- parts: made by tests/docs/course_parts.py -->\n", "<!-- end of parts -->"
HEAD = "| lesson | demo | lab | homework |\n|---|---|---|---|\n"
DONE_BY_LEARNERS = re.compile(r"\bexplore_|\brepair_by_hand\(|\.check\(")
"""Code of a section that learners work in: an explorer, a repair by hand, an exercise."""
AFTERWARDS = (GO_ON, "Check yourself")
KINDS = ("demo", "lab", "homework")


@dataclass(frozen=True)
class Section:
    """A section of a lesson.

    Attributes:
        heading: as it stands in the notebook, without its minutes.
        minutes: how long it takes.
        kind: one of `KINDS`.
    """

    heading: str
    minutes: int
    kind: str

    def __str__(self) -> str:
        """Return the heading, shortened, with its minutes."""
        return f"{self.heading.removeprefix(f'{GO_ON}: ')} {self.minutes}"


def sections(lesson: Path) -> list[Section]:
    """The sections of a lesson that have minutes, in order."""
    found: list[Section] = []
    headings: list[tuple[str, int, list[str]]] = []
    for cell in nbformat.read(lesson, 4).cells:
        if cell.cell_type == "code":
            if headings:
                headings[-1][2].append(cell.source)
        else:
            headings += [(heading, int(minutes or 0), []) for heading, minutes in HEADING.findall(cell.source)]
    for heading, minutes, code in headings:
        if minutes:
            found.append(Section(heading, minutes, kind_of(heading, "\n".join(code))))
    return found


def kind_of(heading: str, code: str) -> str:
    """What a section is in a course.

    Examples:
        >>> kind_of("One person", "world"), kind_of("Exercise: subtract", "exercise_1.check(my_rest)")
        ('demo', 'lab')
        >>> kind_of("For those who go on: zero", "explore_zeros(table)")
        'homework'
    """
    if heading.startswith(AFTERWARDS):
        return "homework"
    return "lab" if DONE_BY_LEARNERS.search(code) else "demo"


def row(lesson: Path) -> str:
    """One line of the table: for each kind its minutes in all, and its sections."""
    found = sections(lesson)
    cells = []
    for kind in KINDS:
        of_kind = [section for section in found if section.kind == kind]
        total = sum(section.minutes for section in of_kind)
        cells.append(f"**{total}**: {'; '.join(map(str, of_kind))}" if of_kind else "-")
    number, slug = lesson.stem.split("_", 1)
    name = slug.replace("_", " ").replace("quasi id", "quasi-id")
    return f"| [{number} {name}](../notebooks/{lesson.name}) | {' | '.join(cells)} |\n"


def table() -> str:
    """The whole table, in Markdown."""
    return HEAD + "".join(map(row, NUMBERED))


def with_table(page: str) -> str:
    """A page with the table between its two marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
