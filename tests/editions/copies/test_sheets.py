"""Handout and paper pack hold no answers; the instructor's copy holds them all, and the guide."""

import pytest

from editions.copies.guide import Guide
from editions.copies.sections import sections
from editions.copies.sheets import handout, instructors_copy, paper_pack
from editions.pages.parts import Part
from editions.running import Cell
from tests.editions.copies.lesson import ANSWERS, HEAD, cells

LESSON = sections(cells())
QUESTIONS = next(cell for cell in cells() if cell.source == "questions")
GUIDE = Guide({"One person": "Read it out."}, "Before the plan.", "After the plan.")


def whole(blocks):
    return "".join(f"{block.heading} {block.minutes} {block.body}" for block in blocks)


@pytest.mark.parametrize("make", [handout, paper_pack])
def test_no_answer_and_no_code_is_on_what_learners_get(make):
    text = whole(make(LESSON))
    assert [answer for answer in (*ANSWERS, "SHIFT-ENTER", "ONLY", "import pandas") if answer in text] == []
    assert "How many?" in text and "A second one." in text and "The claims" not in text and "One person 4 min" in text


def test_the_handout_leaves_out_what_it_would_only_announce():
    headings = [block.heading for block in handout(LESSON)]
    assert headings == ["The question", "One person", "“more” of *it*", "Check yourself", "What to remember"]
    alone = [*sections([Cell("markdown", HEAD), Cell("markdown", "## Before · 3 min\n\nFour questions."), QUESTIONS])]
    assert [block.heading for block in handout(alone)] == ["The question"]


def test_a_section_whose_table_is_an_answer_does_not_speak_of_it_on_the_handout():
    guess = next(cell for cell in cells() if cell.source == "guess")
    table = Cell("code", "table", (Part("table", "<table><tr><td>ROWS</td></tr></table>"),))
    spoken_of = Cell("markdown", "## A table · 3 min\n\nThis table is small.")
    before, after = (
        sections([Cell("markdown", HEAD), spoken_of, table, table]),
        sections([Cell("markdown", HEAD), guess, spoken_of, table]),
    )
    assert whole(handout(before)).count("ROWS") == 1
    assert [block.heading for block in handout(after)] == ["The question"]


def test_an_explorer_is_kept_back_until_its_guess_is_made():
    for make in (handout, paper_pack):
        assert whole(make(LESSON)).count("can be moved") == 1 == whole(make(LESSON)).count('class="later')


def test_the_paper_pack_has_all_that_is_said_shown_and_asked():
    text = whole(paper_pack(LESSON))
    for words in (
        "Cross out",
        "1 · The &lt;press&gt;",
        "A third sentence.",
        "EARLY",
        "given",
        "Which is right?",
        "Which one?",
        "Next",
    ):
        assert words in text


def test_the_instructors_copy_has_all_answers_and_the_guide_at_its_place():
    blocks = instructors_copy(LESSON, GUIDE)
    text = whole(blocks)
    assert [answer for answer in ANSWERS if answer not in text] == []
    assert "Read it out." in next(block.body for block in blocks if block.heading == "One person")
    assert "Before the plan." in blocks[0].body and "After the plan." in blocks[-1].body and "pandas" in text
