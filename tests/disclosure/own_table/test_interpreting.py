import pytest

from disclosure.audit import ContradictionError
from disclosure.own_table.interpreting import Steps, interpret, tables_under
from disclosure.own_table.sheets.sheet import sheet_of

ROWS = [["Area", "Men", "Women", "All"], ["A", "10", "<5", "12"], ["B", "7", "9", "16"], ["All", "17", "11", "28"]]


def names(rows, **answers):
    return [question.name for question in interpret(sheet_of(rows), answers, {}).questions]


def test_steps_are_taken_once():
    made, steps = [], Steps()
    assert [steps.once("a", lambda: made.append(1) or 7) for _ in range(3)] == [7, 7, 7] and made == [1]


def test_what_can_be_asked():
    assert names(ROWS) == ["mark <5"]
    assert names([[cell.replace("<5", "*") for cell in row] for row in ROWS], **{"mark *": "1 to 4"}) == ["covering *"]


def test_the_decimal_sign_is_asked_where_no_number_and_no_sum_tells():
    assert names([["Area", "n"], ["A", "1.043"], ["B", "2.100"]]) == ["decimal sign"]


def test_tables_that_do_not_add_up():
    rows = [*ROWS[:1], ["A", "10", "2", "12"], ["B", "7", "9", "16"], ["All", "18", "11", "28"]]
    found = interpret(sheet_of(rows), {"cover Area": "yes"}, {})
    with pytest.raises(ContradictionError, match=r"B4 \(All\) says 18"):
        tables_under(found, {"cover Area": "yes"})


def test_totals_that_were_added_up_after_rounding_must_add_up():
    rows = [["Area", "Men", "Women", "All"], ["A", "10", "<5", "15"], ["B", "5", "10", "20"], ["All", "20", "15", "35"]]
    answers = {"rounding": "to 5, totals added up afterwards", "mark <5": "1 to 4", "cover Area": "yes"}
    with pytest.raises(ContradictionError):
        tables_under(interpret(sheet_of(rows), answers, {}), answers)
