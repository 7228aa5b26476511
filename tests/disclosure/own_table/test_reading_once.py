import pytest

from disclosure.audit import ContradictionError
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.unreadable import UnreadableError

ROWS = [["Area", "Men", "Women", "All"], ["A", "10", "<5", "12"], ["B", "7", "9", "16"], ["All", "17", "11", "28"]]


def test_a_sheet_is_read_once_for_the_same_answers():
    reader = Reader(sheet_of(ROWS), {})
    assert reader.under({}) is reader.under({})
    assert reader.verdicts({"mark <5": "1 to 4"}) == {"C2": ("exact", 2, 2)}
    assert set(reader.questions_seen) == {"mark <5"} and reader.cells == 16


def test_answers_that_cannot_be_true():
    reader = Reader(sheet_of([*ROWS[:2], ["B", "7", "2", "9"], ["All", "17", "9", "26"]]), {})
    with pytest.raises(ContradictionError):
        reader.verdicts({"mark <5": "1 to 4"})


def test_percentages_that_add_up_to_101_were_not_made_to_add_up():
    """30.8, 48.7 and 20.5 % are 31, 49 and 21: only one answer can be true, and nobody is asked."""
    reader = Reader(
        sheet_of(
            [["film", "Number", "%"], ["A", "12", "31"], ["B", "19", "49"], ["C", "8", "21"], ["Total", "39", "100"]]
        ),
        {},
    )
    told = {"rounding of percentages": "half up", "sums of percentages": "no"}
    assert reader.verdicts(told) == {}
    for answer in ("largest remainders", "yes"):
        with pytest.raises(ContradictionError, match="add up to 101 %, so they were not made to add up to 100"):
            reader.verdicts(told | {"sums of percentages": answer})


def test_a_sheet_with_two_tables_has_no_grid_yet():
    rows = [["A", "men", "women"], ["x", "1", "2"], ["", "", ""], ["B", "men", "women"], ["y", "3", "4"]]
    with pytest.raises(UnreadableError, match="not read as far"):
        Reader(sheet_of(rows), {}).grid({})
