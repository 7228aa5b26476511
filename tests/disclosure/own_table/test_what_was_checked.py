from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.what_was_checked import EARLIER, GROUPS, NOBODY_FOUND, checked_against


def test_who_looks():
    assert GROUPS in checked_against(groups=True) and GROUPS not in checked_against(groups=False)
    assert checked_against(groups=False, earlier="A reader of last year's.")[-1] == "A reader of last year's."


def test_what_was_not_checked_is_computed():
    text = "Area,Men,Women,All,Mean age\nA,10,<5,12,31.5\nB,7,9,16,40.1\nAll,17,11,28,36.0\n"
    said = check_table(FileInMemory("a.csv", text.encode())).not_checked
    assert EARLIER in said and said[-1] == NOBODY_FOUND and any("'Mean age'" in sentence for sentence in said)


def test_a_mark_that_cannot_be_small_only_is_named():
    """c was said to be 1 to 4, two of them hold 14, and "0 to 8" was told with no word on that."""
    text = "Area,a,b,c,d,All\nN,120,c,130,c,264\nS,88,12,91,9,200\nE,45,c,50,c,103\nAll,253,27,271,16,567\n"
    for answers, is_said in (({"mark c": "1 to 4"}, True), ({}, False)):
        found = check_table(FileInMemory("b.csv", text.encode()), answers=answers).sentences
        assert any(said.startswith("'c' cannot be only 1 to 4 here: No whole numbers fit") for said in found) == is_said
