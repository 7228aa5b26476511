"""A lesson is divided at its headings, and what gives an answer away is known."""

from editions.copies.sections import parts_of, sections
from editions.pages.parts import Part
from editions.running import Cell
from tests.editions.copies.lesson import FIGURE, cells


def test_headings_minutes_and_what_is_beyond_the_core():
    found = [(section.heading, section.minutes, section.goes_on) for section in sections(cells())]
    assert found == [
        ("02 · A lesson", None, False),
        ("One person", 4, False),
        ("“more” of *it*", 5, True),
        ("Check yourself", None, False),
        ("What to remember", None, False),
    ]


def test_answers_are_what_is_revealed_what_is_shown_meanwhile_and_what_is_folded():
    told = [
        piece.text or piece.part.text or piece.part.kind
        for section in sections(cells())
        for piece in section.pieces
        if piece.is_answer and piece.kind != "code"
    ]
    assert [words.split("\n")[0] for words in told] == [
        "<p>BETWEEN</p>",
        "explorer",
        "reveal",
        "AFTERWARDS it is so.",
        "chart",
        "reveal",
        "<details><summary>Compare afterwards</summary>",
    ]


def test_the_title_is_found_below_what_a_teacher_has_put_above_it():
    above = [Cell("code", "1 + 1"), Cell("markdown", "For my class."), Cell("markdown", "# A lesson\n\nWords.")]
    [section] = sections(above)
    assert section.heading == "A lesson"
    assert [piece.text.strip() for piece in section.pieces] == ["1 + 1", "For my class.", "Words."]
    assert sections([Cell("markdown", "## One person\n\nBea.")])[0].heading == ""


def test_what_is_asked_is_none_and_an_explorer_that_is_one_leaves_its_place_to_a_sentence():
    shown = [piece for section in sections(cells()) for piece in section.shown(answers=False)]
    assert len(list(parts_of(shown, "prediction", "question", "task", "hand_repair", "sheet"))) == 6
    assert [part.kind for part in parts_of(shown, "explorer", "chart", "later")] == ["later", "chart"]
    assert len(list(parts_of(shown, "html", "outcome"))) == 0


def test_an_explorer_that_answers_no_open_guess_is_shown():
    [section] = sections(
        [Cell("markdown", "# A"), Cell("code", "explorer", (Part("explorer", data={"figure": FIGURE}),))]
    )
    assert [part.kind for part in parts_of(section.shown(answers=False), "explorer", "later")] == ["explorer"]
