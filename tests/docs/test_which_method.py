"""The page of methods names each lesson in which something is published or defended, and none that is not there."""

import re

from tests.test_structure import LESSONS, ROOT

TEXT = (ROOT / "docs" / "which-method.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in TEXT.splitlines() if line.startswith("| **")]
OF_NO_RELEASE = {0, 18}
"""The lesson that explains the kit, and the desk that takes all the others together."""


def lessons_in(text):
    """The numbers that a cell names: "01 to 05, and 11" names six."""
    found = set()
    for first, last in re.findall(r"\b(\d\d)(?: to (\d\d))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_each_kind_of_release_leads_to_a_lesson_or_a_door_of_the_kit():
    assert len(ROWS) > 8 and all(len(row) == 4 for row in ROWS)
    assert [row[0] for row in ROWS if not lessons_in(row[3])] == []


def test_all_lessons_are_named_and_no_others():
    there = {int(lesson[:2]) for lesson in LESSONS}
    assert set().union(*(lessons_in(row[3]) for row in ROWS)) == there - OF_NO_RELEASE
