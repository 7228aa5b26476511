"""The plan of the course keeps to the notebooks: their minutes, their order, and what each asks for beforehand."""

import re

import pytest

from tests.docs.course_parts import KINDS, PAGE, WEEK, kind_of, sections, weeks, with_tables
from tests.lessons.cores import GO_ON
from tests.test_structure import LESSONS, NUMBERED, READ_AGAIN, ROOT

TEXT = PAGE.read_text(encoding="utf-8")
WEEK_OF = weeks(TEXT)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_both_tables_are_those_of_the_notebooks_and_guides():
    """After a change of a notebook: `python -m tests.docs.course_parts`."""
    assert with_tables(TEXT) == TEXT


@pytest.mark.parametrize("lesson", READ_AGAIN, ids=lambda lesson: lesson.stem)
def test_every_lesson_has_all_three_kinds_and_all_its_minutes(lesson):
    found = sections(lesson)
    assert {section.kind for section in found} == set(KINDS)
    [promised] = re.findall(rf"{lesson.name}\).*all (\d+) \|", README)
    assert sum(section.minutes for section in found) == int(promised)


def test_what_learners_move_or_write_is_lab_and_what_comes_after_the_core_is_homework():
    assert kind_of("Move phi", "explorer = explore_linking(guesses)") == "lab"
    assert kind_of(f"{GO_ON}: two exercises", "exercise_2.check(my_x)") == "homework"
    assert kind_of("The joke", "len(rows)") == "demo"


def test_twelve_weeks_hold_every_lesson_in_its_order():
    in_order = list(WEEK_OF.values())
    assert [int(week) for week, *_ in WEEK.findall(TEXT)] == list(range(1, 13)) and in_order == sorted(in_order)
    assert {lesson[:2] for lesson in LESSONS} <= set(WEEK_OF)


@pytest.mark.parametrize("lesson", [path.stem for path in NUMBERED])
def test_what_a_lesson_needs_has_come_before_it_or_comes_in_its_week(lesson):
    guide = (ROOT / "lessons" / lesson.split("_", 1)[1] / "guide.md").read_text(encoding="utf-8")
    [needed] = re.findall(r"^\*\*Before\.\*\*(.*?)\n\n", guide, re.MULTILINE | re.DOTALL)
    assert [number for number in re.findall(r"\b([01]\d)\b", needed) if WEEK_OF[number] > WEEK_OF[lesson[:2]]] == []


def test_problem_sets_are_handed_in_when_the_page_for_graders_says():
    page = (ROOT / "docs" / "grading.md").read_text(encoding="utf-8")
    last = {int(n): int(week) for n, week in re.findall(r"^\| set(\d) \|.*?(\d+) \|$", page, re.MULTILINE)}
    rows = re.findall(r"^\| (\d+) \|.*\| problem sets? (\d)(?: and (\d))?", TEXT, re.MULTILINE)
    assert {int(n): int(week) for week, *both in rows for n in both if n} == last and len(last) == 8
