import pytest

from disclosure.own_table import check_table
from disclosure.own_table.layout.blocks import blocks_of
from disclosure.own_table.layout.numbers import number_in
from disclosure.own_table.layout.percent_rows import rows_of_percentages
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.unreadable import UnreadableError

TABLE = """Region,Yes,No,Total
North,12,31,43
{0},28,72,100
South,c,c,9
{0},33,67,100
Total,15,37,52
{0},29,71,100
"""


def rows(text):
    cells = [line.split(",") for line in text.splitlines()]
    return rows_of_percentages(cells, blocks_of(sheet_of(cells))[0], lambda row, j: number_in(cells[row][j]))


@pytest.mark.parametrize("label", ["%", "in %", "Zeilen-%", "Prozent", "per cent", "% of total", "pour cent"])
def test_rows_of_percentages_are_no_counts_even_where_they_add_up(label):
    assert rows(TABLE.format(label)) == [2, 4, 6]


def test_other_rows_are():
    assert rows("Loss of hearing,a,b\nunder 10%,3,4\n10% and more,9,2\n%,25.0,66.7\n") == [3]
    assert rows("Loss,a,b\nunder 10%,3,4\n10% and more,9,2\n") == []
    assert rows("Area,a,b\nNorth,3,4\nof it,42.9%,57.1%\n") == [2]


def test_rows_of_percentages_are_named_as_not_used():
    check = check_table(FileInMemory("t.csv", TABLE.format("%").encode()), answers={"mark c": "not told"})
    assert "Not used: the percentages in row 3, 5, 7." in check.not_checked
    assert check.as_read.kinds["B3"] == check.as_read.kinds["C7"] == "percentage" and "B3" not in check.as_read.numbers


def test_percentages_alone_are_no_counts_of_people():
    text = "Satisfied (in per cent)\nDepartment,yes,no,Total\nSales,61,39,100\nIT,75,25,100\nLegal,80,20,100\n"
    with pytest.raises(UnreadableError, match="percentages alone are not read"):
        check_table(FileInMemory("t.csv", text.encode()))
    assert check_table(FileInMemory("t.csv", text.replace("75,25,100", "75,26,101").encode())).release is not None
