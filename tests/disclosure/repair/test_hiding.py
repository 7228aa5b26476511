"""Which cells are hidden and by which marks, on a table of four cells."""

from functools import partial

import numpy as np
import pandas as pd

from disclosure.repair.hiding import counted_once, hide, may_cover, must_hide, primary_cells, public
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.magnitude_table import magnitude_table

PEOPLE = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSSSS")})
TABLE = count_table(PEOPLE, by=("film", "region"))
"""Counts 1 and 2, 0 and 3; totals 3, 3, 1, 5 and 6."""

MINUTES = magnitude_table(
    pd.DataFrame({"film": list("AAABBB"), "viewer_id": range(6), "minutes": [900, 80, 20, 190, 180, 170]}),
    by=("film",),
    largest=2,
)


def test_small_cells_must_be_hidden_and_others_may_be():
    assert must_hide(TABLE, Rule(2)).tolist() == [True, False, False, False, False, False, True, False, False]
    assert may_cover(TABLE, Rule(2)).tolist() == [False, True, True, False, True, True, False, True, True]


def test_a_zero_covers_only_where_it_may_be_hidden():
    zero = TABLE.cells.index[TABLE.cells["count"] == 0][0]
    assert not may_cover(TABLE, Rule(2))[zero]
    assert may_cover(TABLE, Rule(2, zeros="may be hidden"))[zero]


def test_dominated_cells_must_be_hidden():
    assert must_hide(MINUTES, PPercentRule(10)).tolist() == [True, False, False]
    assert primary_cells(MINUTES, PPercentRule(10)).tolist() == [True, False, False]


def test_two_marks_tell_which_is_which_and_one_does_not():
    chosen = np.zeros(len(TABLE.cells), dtype=bool)
    chosen[1] = True
    for second, marks in (("x", ["c", "x"]), (None, ["c", "c"])):
        release = hide(TABLE, Rule(2, complementary_mark=second), [chosen])
        assert release.cells["mark"].tolist()[:2] == marks
        assert release.is_hidden.tolist() == [True, True, False, False, False, False, True, False, False]


def test_what_only_the_office_may_see_is_taken_out():
    for release in (public(MINUTES), hide(MINUTES, PPercentRule(10), None)):
        assert list(release.cells) == ["film", "count", "mark"]
    linked = public(LinkedTables((MINUTES, MINUTES)))
    assert all(list(table.cells) == ["film", "count", "mark"] for table in linked.tables)


def sums(rows: list[tuple[str, str, int]]) -> CountTable:
    """A table with some rows only."""
    return CountTable(pd.DataFrame(rows, columns=["a", "b", "count"]).assign(mark=""), ("a", "b"))


def test_people_in_a_sum_that_is_not_broken_down_are_counted_in_the_sum() -> None:
    """They stand in no cell that is no total: of sums that share people nobody knows how many stand in both."""
    rows = [("a0", TOTAL, 2), ("a1", TOTAL, 7), (TOTAL, "b0", 4), (TOTAL, "b1", 5), (TOTAL, TOTAL, 9)]
    once = partial(counted_once, sums(rows))
    assert once(np.array([0, 1, 0, 0, 0], dtype=bool)) == 7
    assert once(np.array([1, 1, 0, 0, 0], dtype=bool)) == once(np.array([0, 1, 1, 0, 1], dtype=bool)) == 9
    assert once(np.array([0, 1, 1, 0, 0], dtype=bool)) is None


def test_a_sum_that_is_not_broken_down_is_counted_beside_cells_that_are() -> None:
    """Of a0's 7 people only 3 have a row; a1 is b0 and b1."""
    rows = [("a0", "b0", 3), ("a1", "b0", 2), ("a1", "b1", 1), ("a0", TOTAL, 7), ("a1", TOTAL, 3), (TOTAL, "b0", 5)]
    once = partial(counted_once, sums(rows))
    assert once(np.array([0, 1, 0, 1, 0, 0], dtype=bool)) == 7 + 2
    assert once(np.array([1, 0, 0, 1, 1, 1], dtype=bool)) == 7 + 3
    assert once(np.array([0, 0, 1, 0, 0, 1], dtype=bool)) == 1 + 5


def test_of_two_names_of_everybody_one_is_counted() -> None:
    cells = pd.DataFrame({"a": ["A", TOTAL, "all"], "count": [2, 9, 9], "mark": ""})
    table = CountTable(cells, ("a",), hierarchies={"a": {"A": "all", "B": "all"}})
    assert counted_once(table, np.array([False, True, True])) == 9
