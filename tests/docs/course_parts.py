"""The lessons as a course needs them: their parts with minutes, what they ask for beforehand, what there is to read.

    .venv/bin/python -m tests.docs.course_parts    # writes both tables into docs/course.md anew

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
BEGIN, END = "<!-- {name}: made by tests/docs/course_parts.py -->\n", "<!-- end of {name} -->"
HEADS = {
    "parts": "| lesson | demo | lab | homework |\n|---|---|---|---|\n",
    "needs": "| lesson | before it | to read | exam |\n|---|---|---|---:|\n",
}
EXAM = re.compile(r"^## (\d+)\. .*?, lessons? (\d\d)(?: and (\d\d))?\)$", re.MULTILINE)
WEEK = re.compile(r"^\| (\d+) \| (\d\d)(?: and (\d\d))? \|", re.MULTILINE)
DONE_BY_LEARNERS = re.compile(r"\bexplore_|\brepair_by_hand\(|\bsheet_for\(|\.check\(")
"""Code of a section that learners work in: an explorer, a repair by hand, a sheet to fill in, an exercise."""
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


def parts_of(lesson: Path) -> str:
    """A line of the first table: for each kind its minutes in all, and its sections."""
    found = sections(lesson)
    cells = []
    for kind in KINDS:
        of_kind = [section for section in found if section.kind == kind]
        total = sum(section.minutes for section in of_kind)
        cells.append(f"**{total}**: {'; '.join(map(str, of_kind))}" if of_kind else "-")
    return f"| [{name_of(lesson)}](../notebooks/{lesson.name}) | {' | '.join(cells)} |\n"


def needs_of(lesson: Path) -> str:
    """A line of the second table: what the guide of a lesson says of it, and its question in the exam."""
    guide = ROOT / "lessons" / lesson.stem.split("_", 1)[1] / "guide.md"
    text = guide.read_text(encoding="utf-8")
    before, reading = (part_of_guide(text, head) for head in ("Before", "To read"))
    keys = ", ".join(dict.fromkeys(re.findall(r"`[a-z]+\d*`", reading)))
    link = guide.relative_to(ROOT).as_posix()
    return f"| [{name_of(lesson)}](../{link}) | {before} | {keys} | {exam_questions().get(lesson.stem[:2], '–')} |\n"


def part_of_guide(text: str, head: str) -> str:
    """A paragraph of a guide by the words that it begins with, on one line, without examples in code.

    Examples:
        >>> part_of_guide("**Before.** Adding and\\nsubtracting:\\n\\n**Materials.** Paper.", "Before")
        'Adding and subtracting.'
    """
    [found] = re.findall(rf"^\*\*{head}\.\*\*(.*?)(?:\n`.*?)?\n\n", text, re.MULTILINE | re.DOTALL)
    return re.sub(r":$", ".", " ".join(found.split()))


def exam_questions() -> dict[str, str]:
    """The question of the exam on each lesson, by the number of the lesson."""
    found = EXAM.findall((ROOT / "docs" / "exam.md").read_text(encoding="utf-8"))
    return {lesson: question for question, *both in found for lesson in both if lesson}


def weeks(page: str) -> dict[str, int]:
    """The week of each lesson, by its number."""
    return {lesson: int(week) for week, *both in WEEK.findall(page) for lesson in both if lesson}


def name_of(lesson: Path) -> str:
    """Number and name of a lesson.

    Examples:
        >>> name_of(Path("07_quasi_identifiers.ipynb"))
        '07 quasi-identifiers'
    """
    return lesson.stem.replace("_", " ").replace("quasi id", "quasi-id")


def with_tables(page: str) -> str:
    """A page with both tables between their marks."""
    for name, line in (("parts", parts_of), ("needs", needs_of)):
        begin, end = BEGIN.format(name=name), END.format(name=name)
        before, _, rest = page.partition(begin)
        table = HEADS[name] + "".join(map(line, NUMBERED))
        page = f"{before}{begin}\n{table}\n{end}{rest.partition(end)[2]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
