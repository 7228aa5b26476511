"""nbgrader, in an environment of its own, from a course to its marks: right hand-ins, mistakes and cheats."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editions.course.building import make_course
from grading.hand_ins import code_of, hand_ins_in
from tests.grading.class_of_students import notebook_with, right_cells
from tests.grading.test_marking import CHEATS

RIGHT = right_cells("set1")


def but(task, right, wrong):
    """All right but for one mistake."""
    assert right in RIGHT[task]
    return RIGHT | {task: RIGHT[task].replace(right, wrong)}


HAND_INS = {
    "right": (RIGHT, 20),
    "printed_only": (but("my_newcomers", "== 1:", "== 7:"), 19),
    "zeros": (but("my_published", "(counts > 0) & (counts < k)", "counts < k"), 19.5),
    "narrow": (but("my_newcomers", "k - 1)", "k)"), 19),
    "empty": ({}, 0),
    "endless": (RIGHT | {"my_ranges": "def my_ranges(line, k):\n    while True:\n        pass"}, 9),
    "importing": (RIGHT | {"my_published": CHEATS["by import"]}, 15),
    "framing": (RIGHT | {"my_published": CHEATS["by frame"]}, 15),
    "overwriting": (RIGHT | {"my_published": CHEATS["an overwritten comparison"]}, None),
    "everything": (RIGHT | {"my_published": CHEATS["equal to everything"]}, 15),
    "deleting": (RIGHT | {"my_published": None, "my_published-marks": None, "my_ranges-try1": None}, 15),
    "damaged": (None, 0),
}
"""Who hands in what, and the marks that it must get; None where only the first task's are looked at."""


@pytest.fixture(scope="module")
def nbgrader(tmp_path_factory):
    """A command of nbgrader's, in an environment without the kit; it looks for alembic on the path."""
    folder, uv = tmp_path_factory.mktemp("nbgrader"), Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([uv, "pip", "install", "-q", "--python", python, "nbgrader>=0.9.5,<0.10"], check=True)

    def command(course, *words):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        env = kept | {"HOME": str(folder), "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(
            [python, "-m", "nbgrader", *words], cwd=course, env=env, capture_output=True, text=True, timeout=900
        )
        return done.stdout + done.stderr

    return command


@pytest.mark.weekly
def test_from_a_course_to_its_marks(nbgrader, tmp_path):
    (tmp_path / "students.csv").write_text("\n".join(HAND_INS))
    course = tmp_path / "course"
    make_course(course, "a term", tmp_path / "students.csv")
    nbgrader(course, "generate_assignment", "set1")
    assert (course / "release/set1/set1.ipynb").is_file() and "return ..." in (
        course / "release/set1/set1.ipynb"
    ).read_text()
    for student, (written, _) in HAND_INS.items():
        file = course / "submitted" / student / "set1" / "set1.ipynb"
        file.parent.mkdir(parents=True)
        file.write_text("{" if written is None else notebook_with("set1", written))
    told = nbgrader(course, "autograde", "set1")
    assert "12 hand-ins for set1, marked in" in told and "damaged cannot be read" in told
    nbgrader(course, "generate_feedback", "set1")
    nbgrader(course, "export")
    with (course / "grades.csv").open() as stream:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(stream)}
    assert scores == {student: scores[student] if marks is None else marks for student, (_, marks) in HAND_INS.items()}
    assert marks_of(course, "overwriting")["my_published"]["marks"] == 0
    assert "took too long" in (course / "feedback/endless/set1/set1.html").read_text()
    assert len(hand_ins_in(course / "submitted", "set1")) == len(HAND_INS)
    assert code_of(course / "release/set1/set1.ipynb", frozenset())


def marks_of(course, student):
    """What is kept of one student's marks."""
    return json.loads((course / "grader/marks/set1" / f"{student}.json").read_text())["tasks"]
