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


X = "School,Boys,Girls,Total\nOak,12,x,19\nElm,20,30,50\nAsh,{},9,x\nTotal,35,46,81\n{}\n"


def test_a_footnote_that_a_cell_refutes_is_quoted():
    """19 less 12 are 7, whatever is answered; nobody is asked, for no verdict depends on what x stands for."""
    sentences = check_table(FileInMemory("a.csv", X.format("x", "x = 1 to 4").encode())).sentences
    assert sentences == (
        "'x' is said to stand for a small count (“x = 1 to 4”), and C2 is exactly 7: it covers others, too, if no "
        "number is wrong.",
    )


def test_a_footnote_that_fits_is_not():
    for note in ("x = 1 to 9", "x = not shown", "Source: register"):
        text = X.format("3", note).replace("Ash,3,9,x", "Ash,3,9,12")
        assert not check_table(FileInMemory("a.csv", text.encode())).sentences
