"""Nobody was asked what a sign is, for the table gives its cells away whatever it is: the earlier edition does not."""

from disclosure.own_table import check_table
from disclosure.own_table.earlier_cells import OF_EARLIER
from disclosure.own_table.sheets.in_memory import FileInMemory

NOW = "Area,a,b,All\nA,*,20,22\nB,30,*,32\nC,11,13,24\nAll,43,35,78\n"
BEFORE = "Area,a,b,All\nA,*,20,x\nB,*,2,x\nC,11,13,24\nAll,15,35,50\n"


def check(now=NOW, before=BEFORE, **answers):
    files = [FileInMemory(name, text.encode()) for name, text in (("now.csv", now), ("before.csv", before))]
    told = {"earlier": "nested", "earlier edition: mark x": "covers"}
    return check_table(files[0], earlier=files[1], answers=told | answers, groups=False)


def test_a_sign_is_asked_about_if_that_changes_what_two_editions_tell():
    """It was taken for 1 to 2, and nothing was found of the earlier edition; as 1 to 4 four of its cells are."""
    found = check()
    assert {"mark *", "covering *"} == {question.name for question in found.questions} and found.exit_code == 2
    assert found.earlier is None and "answer first all that is asked" in found.not_beside
    assert not check(**{"mark *": "1 to 4"}).questions
    assert check(**{"mark *": "1 to 4"}).findings["role"].eq(OF_EARLIER).sum() == 4


def test_where_both_tell_the_same_whatever_it_is_nothing_is_asked():
    found = check(before=BEFORE.replace("A,*,20,x", "A,2,20,22").replace("B,*,2,x", "B,2,2,4"))
    assert not found.questions and found.earlier is not None


def test_a_cell_of_which_its_sign_says_nothing_is_known_if_the_earlier_edition_prints_it():
    """It was called open, although 14 stands in the other edition of the same people."""
    answers = {"mark <5": "0 to 4", "mark c": "not told", "earlier": "same_people", "lines": "counts"}
    now, before = "film,Number\nAsh,<5\nBirch,c\nCedar,9\n", "film,Number\nAsh,0\nBirch,14\nCedar,9\n"
    found = check(now, before, **answers)
    row = found.findings.set_index("address").loc["B3"]
    assert (row["low"], row["high"], row["why"]) == (14, 14, "The earlier edition prints 14 there.")
