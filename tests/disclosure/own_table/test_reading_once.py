import pytest

from disclosure.audit import ContradictionError
from disclosure.own_table import check_table
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.in_memory import FileInMemory
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


def test_a_sheet_with_two_tables_has_no_grid_yet():
    rows = [["A", "men", "women"], ["x", "1", "2"], ["", "", ""], ["B", "men", "women"], ["y", "3", "4"]]
    with pytest.raises(UnreadableError, match="not read as far"):
        Reader(sheet_of(rows), {}).grid({})


def test_percentages_that_do_not_add_up_were_not_made_to():
    """Users read "sums_to_100 is True ...: answer with False"; unanswered, the whole table was refused."""
    text = "Area,n,%\nA,7,33.3\nB,7,33.3\nC,7,33.3\nTotal,21,100.0\n"
    file = FileInMemory("t.csv", text.encode())
    answers = {"cover Area": "yes", "rounding of percentages": "half up"}
    assert check_table(file, answers=answers).release is not None
    [said] = check_table(file, answers=answers | {"sums of percentages": "yes"}).sentences
    assert "add up to 99.9 %, and were made to add up to 100, as it is answered" in said and "sums_to_100" not in said
