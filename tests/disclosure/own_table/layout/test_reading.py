import pytest

from disclosure.own_table.layout.blocks import blocks_of
from disclosure.own_table.layout.reading import decimals_possible, grid_of
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.text_files import read_text
from disclosure.own_table.sheets.unreadable import UnreadableError


def read(text, **given):
    sheet = sheet_of([line.split("|") for line in text.splitlines()])
    return grid_of(sheet, blocks_of(sheet)[0], ".", **given)


def test_flags_stand_for_empty_cells():
    grid = read("Area|n|Flag\nA||c\nB|7|p")
    assert grid.marks == {"B2": "c"} and grid.numbers == {"B3": 7}


def test_kinds_that_somebody_corrected():
    text = "Area|Men|Women\nA|10|2\nB|7|9\nC|1|1"
    assert "B4" not in read(text, kinds={"A4": "not used"}).keys
    assert read(text, kinds={"A4": "total"}).dimensions[0].hints == (False, False, True)
    assert read(text, kinds={"B2": "hidden"}).marks == {"B2": "10"}


def test_of_which_is_a_part_of_the_line_above():
    grid = read("Area|Men|Women\nA|10|2\nof which: young|7|1\nB|1|1")
    assert grid.dimensions[0].parts_of == {"of which: young": "A"}


def test_numbers_that_clash():
    sheet = sheet_of([["Area", "n", "m"], ["A", "0,9", "0.8"], ["B", "1", "2"]])
    with pytest.raises(UnreadableError, match=r"C2 \(0\.8\) and B2 \(0,9\)"):
        decimals_possible(sheet, blocks_of(sheet)[0])


def test_a_ragged_line():
    sheet = read_text(b"Area,Men,Women\nA,1,204,2\nB,3,9\n", "a.csv")
    with pytest.raises(UnreadableError, match="Row 2 has 4 cells"):
        grid_of(sheet, blocks_of(sheet)[0], ".")


def test_combinations_that_stand_nowhere():
    assert read("A|b|n\nx|m|10\nx|f|5\ny|m|7").absent == (("y", "f"),)
