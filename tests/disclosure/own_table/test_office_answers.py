import pytest

from disclosure.own_table import check_table
from disclosure.own_table.repairing import SEVERAL_RULES, propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.wishes import Wishes

TABLE = "district,group A,group B,Total\nAsh,<4,7,c\nOak,7,<4,8\nTotal,8,8,16"
OFFICE = "district,group A,group B,Total\nAsh,1,7,8\nOak,7,1,8\nTotal,8,8,16"


def without_reading(sentence):
    """What is said of a proposal, without how it took what nobody answered."""
    return sentence.partition(" Nobody answered this")[0]


def proposed(table, office, **answers):
    told = {"cover district": "yes", "cover column": "yes", **answers}
    files = [FileInMemory(name, text.encode()) for name, text in (("p.csv", table), ("o.csv", office))]
    check = check_table(files[0], office=files[1], answers=told)
    assert not check.questions
    return propose(check, Wishes(4))


def test_a_mark_in_large_cells_only_covers_others_where_nobody_was_asked():
    """All cells are exact whatever c is, so that nobody is asked; and the office has 8 behind it."""
    found = proposed(TABLE, OFFICE)
    assert found.mark == "c" and not found.footnote
    told = proposed(TABLE, OFFICE, **{"mark c": "covers"})
    assert without_reading(found.sentence) == without_reading(told.sentence)


def test_a_second_mark_of_small_counts_is_still_refused():
    small = OFFICE.replace("Ash,1,7,8", "Ash,1,2,3").replace("8,8,16", "8,3,11")
    with pytest.raises(ValueError, match=SEVERAL_RULES.split(":")[0]):
        proposed(TABLE.replace("<4,7,c", "<4,<3,3").replace("8,8,16", "8,3,11"), small)


COUNTS = "film,North,South,Total\nAsh,4,5,9\nBirch,6,8,14\nTotal,10,13,23\n"
COVERED = COUNTS.replace("Ash,4", "Ash,<5").replace("8,14", "8,x")


@pytest.mark.parametrize("before", [COVERED, COVERED.replace("x", "14")])
def test_an_earlier_edition_is_read_as_the_table_that_is_repaired(before):
    """Nobody is asked about x, and the office has 14 behind it: the earlier edition is in print, and gives 4 away."""
    files = [FileInMemory(name, text.encode()) for name, text in (("t", COVERED), ("o", COUNTS), ("e.csv", before))]
    told = [{}, {"mark x": "covers"}]
    checks = [
        check_table(files[0], office=files[1], earlier=files[2], answers={"earlier": "same_people", **each})
        for each in told
    ]
    assert not any("e.csv" in sentence for check in checks for sentence in check.not_checked)
    found, other = (without_reading(propose(check, Wishes(5)).sentence) for check in checks)
    assert found == other and found.startswith("Lost are cells that what is in print already gives away: Ash | North. ")


def test_a_mark_that_the_counts_explain_is_no_contradiction_to_the_earlier_edition():
    """c could be 1 to 4 by this table alone, as well as any count: the office has 14, and 14 was printed before."""
    texts = ["film,Number\nAsh,<5\nBirch,c\nCedar,9\n", "film,Number\nAsh,0\nBirch,14\nCedar,9\n"]
    now, then = (FileInMemory(name, text.encode()) for name, text in zip(("t", "e.csv"), texts, strict=True))
    told = {"mark <5": "0 to 4", "earlier": "same_people", "lines": "counts"}
    check = check_table(now, office=then, earlier=then, answers=told, groups=False)
    assert not check.questions and any("e.csv" in sentence for sentence in check.checked_against)


HEAD = "district,men,women,All\n"
TWICE_SMALL = HEAD + "Ash,*,*,4\nOak,*,*,4\nAll,4,4,8\n", HEAD + "Ash,1,3,4\nOak,3,1,4\nAll,4,4,8\n"
COVERED_BY_X = (
    HEAD + "Ash,x,x,10\nOak,x,x,16\nElm,6,*,7\nAll,17,16,33\n",
    HEAD + "Ash,2,8,10\nOak,9,7,16\nElm,6,1,7\nAll,17,16,33\n",
)


@pytest.mark.parametrize(("files", "address"), [(TWICE_SMALL, "C2"), (COVERED_BY_X, "B2")])
def test_counts_that_are_not_what_their_marks_stand_for_are_named(files, address):
    """Both counts of Ash were said to be exactly 2; and a small count was printed as one that only covers others."""
    told = {"mark *": "1 to 2", "covering *": "small counts only", "mark x": "covers"}
    sheets = [FileInMemory(name, text.encode()) for name, text in zip(("p.csv", "o.csv"), files, strict=True)]
    with pytest.raises(ValueError, match=f"at {address}, and the table prints .* which does not stand for that"):
        check_table(sheets[0], office=sheets[1], answers=told)


def test_a_mark_that_is_not_answered_yet_is_no_zero_that_the_office_contradicts():
    """ "The table prints 0 there" was said of a "z", and nothing could be answered."""
    table = "district,men,women,boys,girls\nAsh,9,5,3,z\nOak,–,,4,\nAll,9,6,7,8\n"
    office = "district,men,women,boys,girls\nAsh,9,5,3,6\nOak,0,1,4,2\nAll,9,6,7,8\n"
    sheets = [FileInMemory(name, text.encode()) for name, text in (("p.csv", table), ("o.csv", office))]
    check = check_table(sheets[0], office=sheets[1])
    assert check.questions and check.counted is not None
