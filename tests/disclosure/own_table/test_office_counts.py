import pytest

from disclosure.own_table.office_counts import counted
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.unreadable import UnreadableError

ROWS = [["Area", "Men", "Women", "All"], ["A", "10", "<5", "12"], ["B", "7", "9", "16"], ["All", "17", "11", "28"]]
ANSWERS = {"mark <5": "1 to 4"}


def with_counts(hidden, other="10"):
    reader = Reader(sheet_of(ROWS), {})
    office = sheet_of([ROWS[0], ["A", other, hidden, "12"], *ROWS[2:]], "office")
    return counted(reader.tables(ANSWERS), reader.grid(ANSWERS).block, ".", office)


def test_counts_come_from_the_same_addresses():
    table = with_counts("2")
    assert table.cells["count"].tolist() == [10, 2, 12, 7, 9, 16, 17, 11, 28] and table.rule is None


def test_another_shape_or_other_counts():
    for no_count in ("c", "-2", "2.5", ""):
        with pytest.raises(UnreadableError, match="no whole number at C2"):
            with_counts(no_count)
    with pytest.raises(UnreadableError, match="says 11 at B2, and the table prints 10"):
        with_counts("2", "11")


def test_without_a_file_there_are_counts_only_if_nothing_is_hidden():
    reader = Reader(sheet_of(ROWS), {})
    assert counted(reader.tables(ANSWERS), reader.grid(ANSWERS).block, ".", None) is None
    whole = Reader(sheet_of([ROWS[0], ["A", "10", "2", "12"], *ROWS[2:]]), {})
    assert counted(whole.tables({}), whole.grid({}).block, ".", None) is not None
