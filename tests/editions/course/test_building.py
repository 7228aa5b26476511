"""A course's folder: what students get, what the grader keeps, and what stays when students are added."""

import json
from unittest.mock import patch

import pandas as pd
import pytest

from editions.course.__main__ import main
from editions.course.building import ids_in, make_course
from grading.course import CourseError, course_set
from grading.hand_ins import hand_ins_in
from grading.marking import write_marks
from grading.sets import SETS
from grading.term import TermError
from tests.grading.class_of_students import notebook_with, right_cells


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of one student."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "students.csv").write_text("id,name\nnova17,Nova\n")
    main(["--out", str(folder / "out"), "--term", "t", "--students", str(folder / "students.csv")])
    return folder / "out"


def test_students_get_texts_and_files_and_no_secret(course):
    given = contents(course / "source")
    assert {name.partition("/")[0] for name in given} == set(SETS)
    secret = json.loads((course / "grader" / "term.json").read_text())["secret"]
    seed = course_set(course, "set1").term.seed("nova17")
    everything = b"".join(given.values()).decode()
    assert not any(word in everything for word in (secret, seed, "nova17", "expected"))
    code = course_set(course, "set1").term.code("nova17")
    assert all(set(pd.read_csv(file)["code"]) == {code} for file in course.glob("source/*/*.csv"))


def test_a_student_who_comes_later_changes_nothing_for_the_others(course, tmp_path):
    before = contents(course)
    (tmp_path / "late.txt").write_text("bea\n")
    with (
        patch("editions.course.building.world_of", side_effect=RuntimeError("interrupted")),
        pytest.raises(RuntimeError),
    ):
        make_course(course, "t", tmp_path / "late.txt")
    assert contents(course) == before
    make_course(course, "t", None)
    assert contents(course) == before
    make_course(course, "t", tmp_path / "late.txt")
    after = contents(course)
    own = {
        name: [line for line in text.splitlines() if line in after[name].splitlines()] for name, text in before.items()
    }
    assert all(own[name] == before[name].splitlines() for name in before if name.endswith((".csv", ".ipynb")))
    with pytest.raises(TermError, match="belongs to the term"):
        make_course(course, "another", None)


def test_hand_ins_are_marked_and_a_damaged_one_is_named(course, tmp_path):
    for student, text in {
        "nova17": notebook_with("set1", right_cells("set1")),
        "bad": "{",
        "eve": notebook_with("set1", {}),
    }.items():
        (tmp_path / f"{student}.ipynb").write_text(text)
    told = write_marks(course_set(course, "set1"), hand_ins_in(tmp_path, "set1"))
    marks = pd.read_csv(course / "grader" / "marks" / "set1.csv").set_index("id")["total"]
    assert marks.to_dict() == {"nova17": 20, "bad": 0, "eve": 0}
    assert "bad cannot be read" in told and "eve is not among the students" in told
    kept = json.loads((course / "grader" / "marks" / "set1" / "nova17.json").read_text())
    assert kept["tasks"]["my_ranges"]["marks"] == 5
    assert "pairs compared 0" in (course / "grader" / "marks" / "set1-look.md").read_text() and "to look at" not in told


@pytest.mark.parametrize(
    ("text", "ids"),
    [("ada\nbea\n", ["ada", "bea"]), ("name,id\nAda,0017\n\n", ["0017"]), ("\ufeffid\nada\n", ["ada"])],
)
def test_ids_are_read_as_they_stand(tmp_path, text, ids):
    (tmp_path / "s.csv").write_text(text, "utf-8")
    assert ids_in(tmp_path / "s.csv") == ids


@pytest.mark.parametrize(
    ("text", "why"), [("", "names no student"), ("id\n", "names no student"), ("ada\nada", "twice")]
)
def test_a_file_of_students_that_cannot_be_meant_is_refused(tmp_path, text, why):
    (tmp_path / "s.csv").write_text(text)
    with pytest.raises(ValueError, match=why):
        ids_in(tmp_path / "s.csv")


def test_a_folder_without_a_course_is_named(tmp_path, capsys):
    with pytest.raises(CourseError, match="no course"):
        course_set(tmp_path, "set1")
    with patch("editions.course.__main__.find_spec", return_value=None), pytest.raises(SystemExit):
        main(["--term", "t"])
    assert "clone" in capsys.readouterr().err
