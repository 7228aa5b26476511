import numpy as np
import pandas as pd
import pytest

from disclosure.audit.reading.cells import (
    COMPLEMENTARY,
    NO_LIMIT,
    NOT_TOLD,
    PRIMARY,
    ROLES,
    Cells,
    cells_of,
    codes_of,
    labels_of,
)
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from tests.disclosure.audit.small_releases import printed


def read(table: CountTable, primary: pd.Series | None = None) -> Cells:
    return cells_of(table, codes_of(table, labels_of((table,))), primary)


def one_row(rule: Rule | None, first: int | str = "c", **more: object) -> CountTable:
    return printed({"A": [first, 12]}, ["x", "y"], rule, **more)


@pytest.mark.parametrize(
    ("rule", "low", "high", "role"),
    [
        (Rule(5), 1, 4, PRIMARY),
        (Rule(5, zeros="hidden"), 0, 4, PRIMARY),
        (Rule(5, complementary_mark="c"), 1, NO_LIMIT, NOT_TOLD),
        (Rule(5, mark="<5", complementary_mark="c"), 5, NO_LIMIT, COMPLEMENTARY),
        (Rule(5, zeros="may be hidden", complementary_mark="c"), 0, NO_LIMIT, NOT_TOLD),
        (None, 0, NO_LIMIT, NOT_TOLD),
    ],
)
def test_rule_and_mark_bound_a_hidden_cell(rule: Rule | None, low: int, high: int, role: str) -> None:
    cells = read(one_row(rule))
    assert (cells.low[0], cells.high[0], ROLES[cells.role[0]]) == (low, high, role)
    assert (cells.low[1], cells.high[1]) == (12, 12)


def test_a_complementary_cell_that_may_be_zero_has_a_gap() -> None:
    cells = read(one_row(Rule(5, zeros="may be hidden", complementary_mark="c")), pd.Series([False, False]))
    assert cells.gaps == {0: ((1, 4),)}


@pytest.mark.parametrize(("base", "count", "low", "high"), [(5, 10, 8, 12), (10, 10, 5, 14), (3, 0, 0, 1)])
def test_a_rounded_count_stands_for_all_that_round_to_it(base: int, count: int, low: int, high: int) -> None:
    cells = read(printed({"A": [count]}, ["x"], None, base=base))
    assert (cells.low[0], cells.high[0]) == (low, high)
    every = np.arange(30)
    assert ((every + base // 2) // base * base == count).nonzero()[0][[0, -1]].tolist() == [low, high]


def test_a_rounded_count_is_not_one_that_would_be_hidden() -> None:
    cells = read(printed({"A": [5, 0]}, ["x", "y"], Rule(5), base=5))
    assert (cells.low.tolist(), cells.high.tolist()) == ([5, 0], [7, 0])


def test_marks_and_counts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="has the mark 'z'"):
        read(one_row(Rule(5, mark="<5", complementary_mark="c"), "z"))
    with pytest.raises(ValueError, match="no multiple of 5"):
        read(printed({TOTAL: [7]}, ["x"], None, base=5))
