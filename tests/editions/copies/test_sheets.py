"""Handout and paper pack hold no answers; the instructor's copy holds them all, and the guide."""

import pytest

from editions.copies.guide import Guide
from editions.copies.sections import sections
from editions.copies.sheets import handout, instructors_copy, paper_pack
from tests.editions.copies.lesson import ANSWERS, cells

LESSON = sections(cells())
GUIDE = Guide({"One person": "Read it out."}, "Before the plan.", "After the plan.")


def whole(blocks):
    return "".join(f"{block.heading} {block.minutes} {block.body}" for block in blocks)


@pytest.mark.parametrize("make", [handout, paper_pack])
def test_no_answer_and_no_code_is_on_what_learners_get(make):
    text = whole(make(LESSON))
    assert [answer for answer in (*ANSWERS, "SHIFT-ENTER", "ONLY", "import pandas") if answer in text] == []
    assert "How many?" in text and "A second one." in text and "The claims" not in text and "One person 4 min" in text


def test_the_paper_pack_has_all_that_is_said_shown_and_asked():
    text = whole(paper_pack(LESSON))
    for words in ("A third sentence.", "EARLY", "given", "Which is right?", "Which one?", "Next"):
        assert words in text


def test_the_instructors_copy_has_all_answers_and_the_guide_at_its_place():
    blocks = instructors_copy(LESSON, GUIDE)
    text = whole(blocks)
    assert [answer for answer in ANSWERS if answer not in text] == []
    assert "Read it out." in next(block.body for block in blocks if block.heading == "One person")
    assert "Before the plan." in blocks[0].body and "After the plan." in blocks[-1].body and "pandas" in text
