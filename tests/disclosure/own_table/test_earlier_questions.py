"""Two editions: the earlier one has a mark of its own, and all its counts are multiples of 10."""

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.in_words import summary
from disclosure.own_table.repairing import propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.terminal import answered, question_lines
from disclosure.own_table.wishes import Wishes

NOW = "Town,a,b,c,Total\nX,c,20,9,32\nY,11,8,14,33\nZ,6,12,15,33\nTotal,20,40,38,98\nc: 1 to 4,,,,\n"
OFFICE = NOW.replace("X,c", "X,3")
BEFORE = NOW.replace("X,c,20", "X,c,x").replace("Y,11,8", "Y,x,x") + '"x: {note}",,,,\n'
COVERS = "not shown, so that other numbers cannot be worked out."
TOLD = {"mark c": "1 to 4", "covering c": "small counts only", "earlier": "same_people"}
MARK_X = "earlier edition: mark x"


def check(note=COVERS, now=NOW, office=OFFICE, before=BEFORE, **answers):
    texts = {"now.csv": now, "office.csv": office, "before.csv": before.format(note=note)}
    files = {name: FileInMemory(name, text.encode()) for name, text in texts.items()}
    return check_table(
        files["now.csv"], office=files["office.csv"], earlier=files["before.csv"], answers=TOLD | answers
    )


def test_what_an_earlier_edition_leaves_open_is_asked_like_the_tables_own():
    """It stood among what was not checked, with no place to answer, and a repair was proposed all the same."""
    found = check("hidden")
    assert [question.name for question in found.questions] == [MARK_X] and found.exit_code == 2
    lines = question_lines(found.questions[0])
    assert "In the earlier edition before.csv: What does 'x' stand for? (There: C2, B3, C3.)" in lines
    assert summary(found).startswith("The earlier edition before.csv is not laid beside this table yet: answer first")
    with pytest.raises(ValueError, match=r"Nothing is proposed yet\. The earlier edition before\.csv is not laid"):
        propose(found, Wishes(5))


def test_once_it_is_answered_the_edition_is_laid_beside_and_no_repair_forgets_it():
    """With the earlier edition's 9, a 20 that stays printed here leaves 3 of 32: it was to stay, as the cheapest."""
    found = check("hidden", **{MARK_X: "covers"})
    assert found.questions == () and found.earlier is not None and not found.not_beside
    assert set(propose(found, Wishes(5)).changes) == {"C2", "B3", "C3"}


def test_the_line_that_a_repair_asks_for_is_no_question_when_it_comes_back():
    found = check()
    assert found.questions == () and found.earlier is not None
    told = " ".join(found.sentences)
    assert "Only one answer fits what is printed: covers" in told
    assert "For the earlier edition before.csv holds what this table's answers say: What does 'c' stand for?" in told


def test_an_answer_of_its_own_comes_before_that_of_the_table():
    found = check("hidden", **{MARK_X: "not told", "earlier edition: mark c": "1 to 6"})
    assert found.earlier is not None and found.earlier.release.rule.threshold == 7


def test_another_range_may_be_typed_for_its_mark():
    question = check("hidden").questions[0]
    assert answered([question], str, lambda _: "1 to 6") == {MARK_X: "1 to 6"}


def test_a_wrong_answer_is_said_first():
    found = check("hidden", **{MARK_X: "small"})
    assert "'small' is no answer to 'mark x'" in found.not_beside and found.exit_code == 2
    assert propose(found, Wishes(5)).sentence.startswith("The earlier edition before.csv was not laid beside this one")


def test_whether_only_the_earlier_edition_was_rounded():
    """Its counts are multiples of 10 and those of the table are not: the table had no question whose answer it took."""
    now, before = (
        "Region,Count\nNorth,5\nSouth,7\nEast,31\nTotal,43\n",
        "Region,Count\nNorth,c\nSouth,x\nEast,30\nTotal,40\n",
    )
    found = check(now=now, office=now, before=before + "c: 1 to 4\nx: hidden\n", earlier="stocks")
    assert "earlier edition: rounding" in [question.name for question in found.questions]
    assert found.exit_code == 2 and "Nobody was found" not in summary(found)
