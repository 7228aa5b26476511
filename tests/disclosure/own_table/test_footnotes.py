import pytest

from disclosure.own_table.footnotes import COVERING_NOTE, SMALL_NOTE, answer_in, clause_on, note_on


@pytest.mark.parametrize(("mark", "note"), [("c", "c: confidential"), ("..", '".." not shown'), ("-", "- none")])
def test_notes_on_marks(mark, note):
    assert note_on(mark, ["Source: census", note]) == note


def test_a_word_is_no_note_on_a_letter():
    assert note_on("c", ["counts of people"]) == ""


def test_a_footnote_may_explain_a_mark_after_other_words():
    note = "Rounded if under 10. .. = fewer than 5"
    assert note_on("..", [note]) == note


def test_what_a_repair_asks_to_be_printed_is_understood_when_it_comes_back():
    """It was asked what 'x' stands for, and an edition with that line was not laid beside the next one."""
    line = f"{COVERING_NOTE.format(mark='x')} {SMALL_NOTE.format(mark='<5', least=0, most=4)}"
    assert answer_in("x", line) == "covers" and answer_in("<5", line) == "0 to 4"
    assert answer_in("x", "x: not shown") == answer_in("c", line) == ""


def test_a_mark_in_brackets_is_explained_by_the_line_that_begins_with_it():
    """ "(x) suppressed: fewer than 5" was not quoted, and thirteen answers were offered."""
    assert note_on("(x)", ["* provisional", "(x) suppressed: fewer than 5"]) == "(x) suppressed: fewer than 5"


@pytest.mark.parametrize("mark", ["<10", "–", "n/a"])
def test_each_mark_of_a_long_line_is_explained_by_it(mark):
    line = "<10: fewer than ten. – nil. p provisional, r revised, n/a not available"
    assert note_on(mark, ["1 as of 1 October", line]) == line


def test_what_is_said_of_a_mark_ends_with_its_sentence():
    assert clause_on("- none. <5 fewer than 5", "-").strip() == "none"
