import pytest

from disclosure.own_table.layout.as_read import AsRead
from disclosure.own_table.sheets.sheet import sheet_of

READ = AsRead(sheet_of([["", "n"], ["A", "<5"], ["All", "7"]]), {"B1": "heading", "B2": "hidden", "B3": "total"})


def test_in_words():
    assert READ.in_words() == "1 row, 1 column of counts, 1 row of totals, 1 hidden cell"
    assert AsRead(READ.sheet, {}).in_words() == "no counts"


def test_a_column_of_totals_may_hide_one_of_them():
    sheet = sheet_of(
        [["", "Boys", "Girls", "All"], ["A", "9", "8", "17"], ["B", "7", "*", "*"], ["All", "16", "9", "25"]]
    )
    kinds = {"B2": "count", "C2": "count", "D2": "total", "B3": "count", "C3": "hidden", "D3": "hidden"}
    kinds |= dict.fromkeys(("B4", "C4", "D4"), "total")
    read = AsRead(sheet, kinds, in_totals=frozenset(("D2", "D3", "B4", "C4", "D4")))
    assert read.in_words() == "2 rows, 2 columns of counts, 1 row of totals, 1 column of totals, 2 hidden cells"


def test_corrections_are_kept():
    assert READ.corrected("B3", "count").corrections == {"B3": "count"}
    with pytest.raises(ValueError, match="no cell 'C9'"):
        READ.corrected("C9", "count")
    with pytest.raises(ValueError, match="choose one of title"):
        READ.corrected("B3", "sum")
