import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.solving.bound_propagation import propagate_bounds
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from tests.disclosure.audit.small_releases import place, printed, square_system


def test_one_line_after_another_and_each_bound_knows_its_line() -> None:
    system = square_system()
    found = propagate_bounds(system)
    cell = place(system, "A", "x")
    assert (found.low[cell], found.high[cell]) == (1, 2)
    assert found.low_line[cell] == -1
    assert found.high_line[cell] >= 0


def test_bounds_do_not_enter_a_gap() -> None:
    rule = Rule(5, zeros="may be hidden", mark="p", complementary_mark="c")
    release = printed({"A": ["c", 3], "B": [2, 3], TOTAL: [5, 6]}, ["x", TOTAL], rule)
    with pytest.raises(ContradictionError):
        propagate_bounds(system_of(release, Outsider()))


def test_a_line_that_cannot_add_up_is_named() -> None:
    release = printed({"A": ["c", 9], TOTAL: ["c", 9]}, ["x", TOTAL], Rule(4))
    with pytest.raises(ContradictionError, match=r"No whole numbers fit (A|the grand total)"):
        propagate_bounds(system_of(release, Outsider()))


def test_a_hidden_total_that_is_too_large_is_no_contradiction() -> None:
    """6 * 10**15 was more than what stood for no limit: the printed counts were said not to add up."""
    release = printed({"A": [3 * 10**15], "B": [3 * 10**15], TOTAL: ["c"]}, ["x"], Rule(4))
    with pytest.raises(ValueError, match=r"hidden counts of 2\*\*52 and more: count in a larger unit"):
        propagate_bounds(system_of(release, Outsider()))
