"""The ending of a file says how it is written back; formulas in labels are harmless in each."""

from disclosure.own_table.sheets.sheet import TextDialect, WorkbookSource, sheet_of
from disclosure.own_table.writing.same_shape import same_shape

ROWS = [["District", "n"], ["=cmd()", "17"]]


def test_a_table_goes_back_under_its_own_name():
    text = sheet_of(ROWS, "t", TextDialect(separator=";"))
    book = sheet_of(ROWS, "Table 4", WorkbookSource("ods"))
    assert same_shape(text, b"District;n\n=cmd();17", {"B2": "c"}).content == b"District;n\n'=cmd();c"
    assert same_shape(text, b"District;n\n=cmd();17", {}).name == "t repaired.csv"
    assert same_shape(book, b"", {}, name="new").name == "new.xlsx"
    assert same_shape(sheet_of(ROWS), b"", {"B2": "c"}).content == b"District,n\n'=cmd(),c\n"
