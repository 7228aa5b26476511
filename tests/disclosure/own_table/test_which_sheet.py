import pytest

from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.which_sheet import chosen_sheet, same_sheet

TABLE = [["Area", "n"], ["A", "7"], ["B", "9"]]
BOOK = tuple(sheet_of(rows, name) for name, rows in (("Notes", [["About this file"]]), ("One", TABLE), ("Two", TABLE)))


def test_a_sheet_without_a_table_is_passed_over_and_of_two_tables_one_is_asked_for():
    sheet, question = chosen_sheet(BOOK[:2], None)
    assert sheet.name == "One" and question is None
    _, question = chosen_sheet(BOOK, None)
    assert list(question.options) == ["One", "Two"]
    assert chosen_sheet(BOOK, "Two")[0].name == "Two"
    with pytest.raises(UnreadableError, match="it has: Notes, One, Two"):
        chosen_sheet(BOOK, "Three")


def test_the_sheet_of_another_file_has_the_same_name_or_is_the_first():
    assert same_sheet(BOOK[1], BOOK).name == "One" and same_sheet(BOOK[1], BOOK[2:]).name == "Two"
    assert same_sheet(BOOK[1], ()) is None
