"""Answers: under the default seed they do not move without a line in the changelog; no copy for learners holds any."""

import ast

import pytest

from editions.copies.building import copy_of
from editions.copies.sections import sections
from tests.editions.copies.lesson import cells as small_lesson
from tests.lessons.copied import pictures_before_the_answer, plain, secrets
from tests.lessons.pinned import CHANGELOG, answers_in, line_for, moved, pinned
from tests.test_structure import LESSONS, ROOT, code_cells


@pytest.mark.parametrize("lesson", LESSONS)
def test_answers_are_those_that_were_written_down(lesson, lesson_runs):
    """Where they are not, and should be others: `python -m tests.lessons.pinned`, and a line in the changelog."""
    answers = answers_in(lesson_runs.cells(lesson))
    assert lesson in pinned(), f"Run .venv/bin/python -m tests.lessons.pinned {lesson}"
    assert not moved(pinned()[lesson]["answers"], answers)


def scales(lesson):
    """What each prediction of a notebook can be answered with: its name -> its largest number as it is written."""
    for cell in code_cells(ROOT / "notebooks" / f"{lesson}.ipynb"):
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "predict":
                yield node.args[0].value, {word.arg: word.value for word in node.keywords}.get("maximum")


@pytest.mark.parametrize("lesson", LESSONS)
def test_where_the_answer_may_have_decimals_so_may_a_guess(lesson):
    """Which is where the scale ends in a number with decimals; it need not have any in this world."""
    answers = pinned()[lesson]["answers"]
    with_decimals = {name for name, truths in answers.items() if any(isinstance(truth, float) for truth in truths)}
    ends = {name: end.value for name, end in scales(lesson) if isinstance(end, ast.Constant)}
    assert with_decimals == {name for name, end in ends.items() if isinstance(end, float)}


def test_the_changelog_tells_of_answers_that_have_moved():
    said = CHANGELOG.read_text(encoding="utf-8")
    editions = {lesson: each["edition"] for lesson, each in pinned().items()}
    assert [lesson for lesson, last in editions.items() if last > 1 and line_for(lesson, last) not in said] == []


def test_no_lesson_is_pinned_that_is_gone():
    assert set(pinned()) <= set(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_copy_for_learners_holds_an_answer(lesson, lesson_runs, monkeypatch):
    """Neither solutions, hints, reasons, nor what is folded or waits for a guess. (No chart is drawn for this.)"""
    drawn = []
    monkeypatch.setattr("editions.copies.drawing.picture", lambda part: drawn.append(part) or "a picture")
    cells = lesson_runs.cells(lesson)
    divided = sections(cells)
    held_back = [piece.part for section in divided for piece in section.pieces if piece.is_answer]
    for kind in ("slides", "handout", "paper"):
        page = copy_of(kind, divided, lesson.split("_", 1)[1])
        assert [secret for secret in secrets(cells) if secret in plain(page)] == []
        assert "☑" not in page and 'class="answer"' not in page
    assert not any(part is held for part in drawn for held in held_back)
    assert not any(part is early for part in drawn for early in pictures_before_the_answer(cells))
    whole = copy_of("instructor", divided, lesson.split("_", 1)[1])
    assert [secret for secret in secrets(cells) if secret not in plain(whole)] == [] and "What to do here" in whole


def test_pictures_between_a_guess_and_its_answer_are_found_in_the_run():
    """So that the test above can fail; and one lesson of the kit has such a picture."""
    assert [part.kind for part in pictures_before_the_answer(small_lesson())] == ["explorer"]
