import datetime
import io

import openpyxl
import pytest

from disclosure.own_table.sheets import limits
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.sheets.workbooks import column_name, read_workbook, stored_value


def workbook(change=lambda book: None):
    book = openpyxl.Workbook()
    for row in (["Area", "n"], ["A", 3], ["B", 12]):
        book.active.append(row)
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_formats_comments_formulas_and_hidden_lines():
    def change(book):
        sheet = book.active
        sheet["B2"].number_format = '[<5]"<5";0'
        sheet["B4"] = "=B2+B3"
        sheet["B3"].comment = openpyxl.comments.Comment("seen", "me")
        sheet.row_dimensions[3].hidden = True
        sheet.merge_cells("C1:D1")

    [sheet] = read_workbook(workbook(change), "a.xlsx")
    assert (sheet.at("B2").text, sheet.at("B2").value) == ("<5", 3)
    assert sheet.at("B4").formula == "=B2+B3" and sheet.at("B3").comment == "seen"
    assert sheet.at("B3").hidden and sheet.at("B3").text == "" and sheet.source.hidden_rows == {2}
    assert sheet.source.merged == ("C1:D1",)


def test_a_hidden_sheet():
    def change(book):
        book.create_sheet("raw").sheet_state = "hidden"

    assert [sheet.source.hidden for sheet in read_workbook(workbook(change), "a.xlsx")] == [False, True]


def test_broken_and_too_large(monkeypatch):
    with pytest.raises(UnreadableError, match="no workbook that can be opened"):
        read_workbook(b"PK\x03\x04garbage", "a.xlsx")
    monkeypatch.setattr("disclosure.own_table.sheets.workbooks.MOST_BYTES", 1_000)
    with pytest.raises(UnreadableError, match="more than the 100 MB"):
        read_workbook(workbook(), "a.xlsx")
    assert limits.MOST_CELLS == 200_000


def test_dates_are_texts():

    assert stored_value(datetime.datetime(2025, 10, 14)) == "2025-10-14" and column_name(27) == "AB"
