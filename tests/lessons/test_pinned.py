"""Answers: under the default seed they do not move without a line in the changelog; no copy for learners holds any."""

import pytest

from editions.copies.building import copy_of
from editions.copies.sections import sections
from tests.editions.copies.lesson import cells as small_lesson
from tests.lessons.copied import pictures_before_the_answer, plain, secrets
from tests.lessons.pinned import CHANGELOG, answers_in, line_for, moved, pinned
from tests.test_structure import LESSONS


@pytest.mark.parametrize("lesson", LESSONS)
def test_answers_are_those_that_were_written_down(lesson, lesson_runs):
    """Where they are not, and should be others: `python -m tests.lessons.pinned`, and a line in the changelog."""
    answers = answers_in(lesson_runs.cells(lesson))
    assert lesson in pinned(), f"Run .venv/bin/python -m tests.lessons.pinned {lesson}"
    assert not moved(pinned()[lesson]["answers"], answers)


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
