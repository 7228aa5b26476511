import numpy as np

from disclosure.own_table.layout.lines import Lines, sum_of

VALUES = np.array([[3.0, 2, 5], [4, np.nan, 1], [7, 9, 5]])


def test_what_is_printed_tells_by_how_much_lines_are_off():
    found = sum_of(VALUES, 2, [0, 1])
    assert found.agrees == 1 and found.over == {2: 1.0} and not found.fits
    assert sum_of(VALUES, 2, [0]).short == {0: 4.0, 1: 7.0}
    assert sum_of(VALUES, 2, [0, 1], slack=1).fits


def test_a_group_is_all_open_lines_that_stand_with_a_line():
    lines = Lines(VALUES, [False] * 3, ["North", "South", "South"])
    assert lines.is_group([1], 2, [0, 1]) and not lines.is_group([0, 1], 2, [0, 1])
    assert not Lines(VALUES, [False] * 3).is_group([1], 2, [0, 1])
