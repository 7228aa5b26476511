import pytest

from disclosure.own_table.layout.as_read import AsRead
from disclosure.own_table.sheets.sheet import sheet_of

READ = AsRead(sheet_of([["", "n"], ["A", "<5"], ["All", "7"]]), {"B1": "heading", "B2": "hidden", "B3": "total"})


def test_in_words():
    assert READ.in_words() == "1 row, 1 column of counts, 1 row of totals, 1 hidden cell"
    assert AsRead(READ.sheet, {}).in_words() == "no counts"


def test_corrections_are_kept():
    assert READ.corrected("B3", "count").corrections == {"B3": "count"}
    with pytest.raises(ValueError, match="no cell 'C9'"):
        READ.corrected("C9", "count")
    with pytest.raises(ValueError, match="choose one of title"):
        READ.corrected("B3", "sum")
