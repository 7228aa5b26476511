import numpy as np

from disclosure.own_table.layout.lines import Lines
from disclosure.own_table.layout.quiet_sums import only_way_shown, only_way_to_less, ways_of_quiet_sums

ROWS = [2, 8, 10, 4, 5, 9, 19]


def lines_of(column):
    return Lines(np.array(column, dtype=float)[:, None], [False] * (len(column) - 1) + [True])


def test_a_total_adds_up_if_lines_are_sums_of_lines_before_them():
    way = only_way_to_less(lines_of(ROWS), 6, range(6))
    assert way.inner == {0: 2, 1: 2, 3: 5, 4: 5} and way.parts == [2, 5] and way.agrees == 1
    assert only_way_shown(ways_of_quiet_sums(lines_of(ROWS), 6, range(6))) == way


def test_of_several_ways_none_is_taken():
    hidden = lines_of([2, 8, np.nan, 4, 5, np.nan, 19])
    assert only_way_shown(ways_of_quiet_sums(hidden, 6, range(6))) is None


def test_so_many_lines_are_not_tried():
    many = lines_of([1] * 41 + [2])
    assert only_way_to_less(many, 41, range(41)) is None and ways_of_quiet_sums(many, 41, range(41)) == []
