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
