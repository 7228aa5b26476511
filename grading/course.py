"""A course's folder as its grader sees it: the term, the students, their keys and files."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from grading.sets import SETS
from grading.tasks import ProblemSet
from grading.term import Term, read_term

NO_COURSE: Final = "There is no course in {folder}. Make one first: make course OUT={folder} TERM=..."
NO_SET: Final = "There is no set {name!r} in this course. What there is: {there}."


class CourseError(ValueError):
    """A course's folder cannot be used; the sentence says what to do."""


@dataclass(frozen=True)
class CourseSet:
    """One problem set of a course.

    Args:
        folder: the course's.
        problem_set: the set.
        term: whose secret the cases come from.
    """

    folder: Path
    problem_set: ProblemSet
    term: Term

    @cached_property
    def keys(self) -> Mapping[str, Any]:
        """The answers in each student's world, by code."""
        return dict(json.loads((self.folder / "grader" / "keys" / f"{self.name}.json").read_text(encoding="utf-8")))

    @cached_property
    def files(self) -> Mapping[str, Mapping[str, str]]:
        """What each student has got, by code and file name: the text of a CSV file."""
        texts: dict[str, dict[str, str]] = defaultdict(dict)
        for name in self.problem_set.files:
            file = self.folder / "source" / self.name / f"{name}.csv"
            heading, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
            by_code: dict[str, list[str]] = defaultdict(list)
            for row in rows:
                by_code[row.partition(",")[0]].append(row)
            for code, own in by_code.items():
                texts[code][f"{name}.csv"] = "".join([heading, *own])
        return texts

    @cached_property
    def cells(self) -> list[tuple[str, str, bool]]:
        """The code cells of the set itself: id, code, and whether students write them."""
        file = self.folder / "source" / self.name / f"{self.name}.ipynb"
        cells = [cell for cell in json.loads(file.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
        told = [(cell["metadata"]["nbgrader"], "".join(cell["source"])) for cell in cells]
        return [(known["grade_id"], source, bool(known["solution"])) for known, source in told]

    @property
    def name(self) -> str:
        """The set's name."""
        return self.problem_set.name

    @property
    def locked(self) -> frozenset[str]:
        """The ids of the code cells that students do not write."""
        return frozenset(grade_id for grade_id, _, written in self.cells if not written)

    @property
    def first_cell(self) -> str:
        """The cell that reads a student's files."""
        return next(source for grade_id, source, _ in self.cells if grade_id == f"{self.name}-files")

    @cached_property
    def students(self) -> frozenset[str]:
        """The ids of all students."""
        text = (self.folder / "grader" / "students.csv").read_text(encoding="utf-8")
        return frozenset(row["id"] for row in csv.DictReader(io.StringIO(text)))

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Whose code is which: the student's id by it."""
        return {self.term.code(student): student for student in sorted(self.students)}


def course_set(folder: Path, name: str) -> CourseSet:
    """One problem set of the course in a folder.

    Raises:
        CourseError: there is no such course or set.
        TermError: the term cannot be used.
    """
    try:
        term = read_term(folder / "grader")
    except FileNotFoundError:
        raise CourseError(NO_COURSE.format(folder=folder)) from None
    if name not in SETS:
        raise CourseError(NO_SET.format(name=name, there=", ".join(SETS)))
    return CourseSet(folder, SETS[name], term)
