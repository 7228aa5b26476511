"""Marks and percentages in columns that are no counts."""

from disclosure.own_table.interpreting import interpret
from disclosure.own_table.sheets.sheet import sheet_of


def test_marks_beside_counts_are_kept_and_text_is_not():
    rows = [
        ["Area", "n", "Ill %", "Mean"],
        ["A", "7", "*", "3.1"],
        ["B", "9", "45.0", "x"],
        ["C", "8", "", "unsure of it"],
    ]
    grid = interpret(sheet_of(rows), {}, {}).grid
    assert grid.marks_beside == {"C2": "*", "D3": "x"}
    assert [(share.address, share.number) for share in grid.shares] == [("C3", 45.0)]
