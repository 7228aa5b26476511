import numpy as np
import pytest

from disclosure.own_table.layout.blocks import blocks_of
from disclosure.own_table.layout.grid import refuse_twice
from disclosure.own_table.layout.reading import grid_of
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.unreadable import UnreadableError


def grid(text):
    sheet = sheet_of([line.split("|") for line in text.splitlines()])
    return grid_of(sheet, blocks_of(sheet)[0], ".")


TABLE = "Area|Men|Women|All\nA|10|<5|12\nB|7|9|16\nAll|17|11|28"


def test_values_by_dimension():
    values = grid(TABLE).values()
    assert values.shape == (3, 3) and np.isnan(values[0, 1]) and values[2, 2] == 28


def test_addresses_of_the_cells_that_do_not_add_up():
    read = grid(TABLE.replace("17", "18"))
    [rows, _] = read.nestings()
    [(total, gap)] = rows.broken.items()
    assert read.place_in(0, total, next(iter(gap.short))) == ("B4", 18)


def test_a_line_twice():
    read = grid("Area|Men|Women|All\nB|7|9|16\nB|7|9|16\nAll|14|18|32")
    with pytest.raises(UnreadableError, match="row 3 is called 'B' like row 2"):
        refuse_twice(read, read.nestings())
    apart = grid("Area|Men|Women\nNorth|3|4\nBoys|1|3\nGirls|2|1\nSouth|9|8\nBoys|4|2\nGirls|5|6\nAll|12|12")
    refuse_twice(apart, apart.nestings())
