from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory

TEXT = "Area,a,b,c,d,All\nN,120,c,130,c,264\nS,88,12,91,9,200\nE,45,c,50,c,103\nAll,253,27,271,16,567\n"


def check(**answers):
    return check_table(FileInMemory("b.csv", TEXT.encode()), answers=answers)


def test_a_mark_that_cannot_be_small_only_is_named_and_what_else_it_covers_is_asked():
    """c was said to be 1 to 4, two of them hold 14, and "0 to 8" was told with no word on that."""
    found = check(**{"mark c": "1 to 4"})
    assert any(said.startswith("'c' cannot be only 1 to 4 here: No whole numbers fit") for said in found.sentences)
    assert [question.name for question in found.questions] == ["covering c"]
    assert list(found.questions[0].options) == ["covers others too", "covers others too, zeros among them"]


def test_nobody_said_yet_that_it_is_small():
    assert not any("cannot be only" in said for said in check().sentences)


def test_once_that_is_answered_nothing_is_said_of_answers():
    found = check(**{"mark c": "1 to 4", "covering c": "covers others too"})
    assert found.questions == () and not any("answer" in why for why in found.findings["why"])
