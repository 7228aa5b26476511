"""Under the default seed, answers do not move between versions without a line in the changelog."""

import pytest

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
