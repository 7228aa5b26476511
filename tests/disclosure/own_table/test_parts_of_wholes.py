"""Hospital stays with parts of a line; the right limits were found by trying all whole numbers."""

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory

PARTS = "of which: men,*,20,50\nof which: women,11,*,27\n"
INNER = f"Stay,a,b,All\nInpatient,41,36,77\n{PARTS}Other,88,91,179\nAll,129,127,256\n"
OF_ALL = "Area,a,b,All\nOak,9,*,12\nElm,7,*,15\nAll,16,11,27\nof which: men,*,6,16\nof which: women,6,*,11\n"
GIVEN = {"mark *": "not told"}


def check(text, **answers):
    return check_table(FileInMemory("t.csv", text.encode()), answers=GIVEN | answers)


def known(found, address):
    row = found.findings.set_index("address").loc[address]
    return row["low"], row["high"]


@pytest.mark.parametrize(("text", "whole"), [(INNER, "Inpatient"), (OF_ALL, "All")])
def test_whether_parts_are_all_of_a_line_is_asked_where_it_changes_a_verdict(text, whole):
    hidden = text.replace(",50\n", ",*\n").replace(",16\nof", ",*\nof")
    assert [question.name for question in check(hidden).questions] == [f"parts of {whole}"]
    assert check(hidden, **{f"parts of {whole}": "no"}).questions == ()


def test_parts_that_are_all_of_a_line_add_up_to_it():
    hidden = INNER.replace(",*,20,50", ",*,*,*").replace("11,*,27", "11,16,27")
    found = check(hidden, **{"parts of Inpatient": "yes"})
    assert (known(found, "B3"), known(found, "C3"), known(found, "D3")) == ((30, 30), (20, 20), (50, 50))
    open_ended = check(hidden, **{"parts of Inpatient": "no"})
    assert "exact" not in set(open_ended.findings["verdict"]) and known(open_ended, "B3")[1] >= 30


def test_parts_of_a_total_that_has_lines_as_well_are_a_second_way():
    hidden = OF_ALL.replace("*,6,16", "*,*,*").replace("6,*,11", "6,5,11")
    found = check(hidden, **{"parts of All": "yes"})
    assert (known(found, "B5"), known(found, "C5"), known(found, "D5")) == ((10, 10), (6, 6), (16, 16))


def test_parts_that_do_not_add_up_where_all_is_printed_are_not_asked():
    text = "Area,a,b,All\nOak,9,5,14\nof which: men,3,*,5\nof which: women,4,2,6\nElm,7,8,15\nAll,16,13,29\n"
    assert check(text).questions == ()
