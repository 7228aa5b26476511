import numpy as np
import pytest

from disclosure.own_table.layout.adding_up import nesting_of
from disclosure.own_table.layout.lines import Lines

C = np.nan


def nesting(rows, totals=(), **given):
    return nesting_of(Lines(np.array(rows, dtype=float), [k in totals for k in range(len(rows))], **given))


def test_totals_below_and_above_and_of_subtotals():
    below = [[3, 1], [4, 5], [7, 6], [2, 2], [1, 1], [3, 3], [10, 9]]
    assert nesting(below).parent == {0: 2, 1: 2, 3: 5, 4: 5, 2: 6, 5: 6}
    assert nesting(below[::-1]).roots == (0,)


def test_a_name_decides_where_hidden_cells_leave_nothing_to_add():
    assert nesting([[C, 1], [4, C], [7, 6]], totals={2}).roots == (2,)
    assert nesting([[C, 1], [4, C], [7, 6]]).unsure == (2,)


def test_a_name_alone_makes_no_total():
    """All Saints is a district."""
    found = nesting([[5, 9], [6, 8], [7, 7], [18, 24]], totals={2, 3})
    assert found.parent == {0: 3, 1: 3, 2: 3}


def test_a_subtotal_whose_parts_are_hidden_is_found_by_what_is_left():
    rows = [[C, 3], [14, C], [22, 20], [5, 5], [6, 6], [11, 11], [33, 31]]
    assert nesting(rows, totals={6}).parent == {0: 2, 1: 2, 3: 5, 4: 5, 2: 6, 5: 6}


def test_two_ways_to_add_up_to_one_total():
    found = nesting([[3, 5], [4, 5], [2, 9], [5, 1], [7, 10]], totals={4})
    assert found.others == ((4, (0, 1)),)


def test_what_does_not_add_up_is_said_by_how_much():
    found = nesting([[3, 1], [4, 5], [8, 6]], totals={2})
    assert found.broken[2].short == {0: 1.0} and found.parent == {0: 2, 1: 2}
    over = nesting([[3, 1], [4, 5], [6, 6]], totals={2})
    assert over.broken[2].over == {0: 1.0}


@pytest.mark.parametrize("slack", [2, 4])
def test_rounded_counts_may_be_off(slack):
    assert nesting([[5, 10], [10, 10], [20, 20]], totals={2}, slack=slack).broken == {}


def test_a_line_that_is_hidden_throughout_is_no_total_while_a_printed_one_is():
    rows = [[10, 22, 52], [C, C, 20], [C, 14, 17], [C, C, C]]
    assert nesting(rows, totals={0, 3}).roots == (0,)
    with_a_zero = [[35, C, 43], [16, C, 20], [17, C, 21], [C, 0, C]]
    assert nesting(with_a_zero, totals={0, 3}).roots == (0,)


def test_columns_that_are_no_parts_stay_apart():
    assert nesting([[212, 148, 96], [9, C, C], [31, C, 4]]).parent == {}


def test_where_no_column_shows_whether_a_hidden_line_is_a_sum_both_ways_are_kept():
    found = nesting([[9, C], [C, 2], [C, 6], [C, C], [20, 13]], totals={4})
    assert found.parent == dict.fromkeys(range(4), 4)
    nested = found.by_way({0: 4, 1: 3, 2: 3, 3: 4})
    assert nested.parent in found.ways and nested.roots == (4,) and nested.ways == ()


def test_a_total_by_name_may_stand_between_its_parts():
    between = np.array([[5.0, np.nan, 15], [8, 16, 24], [np.nan, np.nan, 9]])
    assert nesting_of(Lines(between, [False, True, False])).parent == {0: 1, 2: 1}


NORTH, SOUTH = {1: 0, 2: 0}, {4: 3, 5: 3}


def test_subtotals_above_their_parts_and_the_sum_of_all_at_the_other_end():
    """In a single column the lines were added up with their sums: "its lines add up to 19 more"."""
    rows = [[10], [2], [8], [9], [4], [5], [19]]
    above = nesting(rows, totals={6})
    assert above.parent == {**NORTH, **SOUTH, 0: 6, 3: 6} and not above.broken
    assert nesting(rows, totals={0, 3, 6}).parent == above.parent
    hidden = [[10], [C], [8], [9], [4], [5], [19]]
    assert nesting(hidden, totals={6}).parent == above.parent
    below = nesting(rows[::-1], totals={0, 3, 6})
    assert below.parent == {1: 3, 2: 3, 4: 6, 5: 6, 3: 0, 6: 0}


def test_a_line_that_is_hidden_throughout_is_no_sum_of_all_at_the_other_end():
    """All Saints, the last of the South, was taken for the sum of its neighbours and of the country."""
    rows = [[159, 44], [100, 27], [48, 15], [52, 12], [59, 17], [28, 11], [28, C], [C, C]]
    assert nesting(rows, totals={0, 7}).parent == {1: 0, 2: 1, 3: 1, 4: 0, 5: 4, 6: 4, 7: 4}


def test_a_total_that_is_less_than_its_lines_may_be_one_in_several_ways_all_the_same():
    """A first line of marks and a zero was taken for the sum of all others, and the ways were not asked for."""
    rows = [[C, 0, C], [C, C, C], [C, C, C], [C, C, C], [11, 0, 11], [12, C, 16], [16, C, 25]]
    assert {0: 2, 1: 2, 3: 5, 4: 5, 2: 6, 5: 6} in nesting(rows, totals={6}).ways


def test_lines_that_add_up_by_accident_are_not_taken_for_a_sum_where_the_total_then_does_not():
    """22 and 30 are 9 + 13 and 9 + 21, of another region."""
    rows = [[65, 103], [21, 43], [8, 24], [13, 19], [31, 39], [22, 30], [9, 9], [13, 21], [3, 1], [10, 20]]
    assert nesting(rows, totals={0}).parent == {1: 0, 2: 1, 3: 1, 4: 0, 5: 4, 6: 4, 7: 0, 8: 7, 9: 7}


def test_regions_of_many_districts_in_one_column_of_small_counts():
    rows = [[60], [10], [2], [3], [5], [17], [5], [8], [4], [18], [7], [3], [8], [15], [0], [5], [6], [3], [1]]
    found = nesting(rows, totals={0})
    assert sorted(found.parts_of(0)) == [1, 5, 9, 13] and sorted(found.parts_of(13)) == [14, 15, 16, 17, 18]


def test_a_total_in_two_ways_where_hidden_cells_leave_nothing_to_add():
    """Men and women, young and old: "its lines add up to 36 more", although each way fits."""
    found = nesting([[C], [39], [C], [37], [40]], totals={4})
    assert found.parent == {0: 4, 1: 4} and found.others == ((4, (2, 3)),) and not found.broken
    assert nesting([[C], [39], [C], [C], [37], [C], [40]], totals={6}).broken[6].over == {0: 36.0}
