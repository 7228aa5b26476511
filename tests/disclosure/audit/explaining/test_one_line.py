from disclosure.audit.attackers import Outsider
from disclosure.audit.explaining.one_line import OneLine
from disclosure.audit.explaining.reasons import ByLines, reason_by_narrowing
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.solving.bound_propagation import propagate_bounds
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from tests.disclosure.audit.small_releases import place, printed, square_system


def test_the_sum_is_told_as_one_would_do_it() -> None:
    system = square_system()
    cell = place(system, "A", "x")
    reason = reason_by_narrowing(system, propagate_bounds(system), cell, upwards=True)
    assert isinstance(reason, ByLines)
    told = OneLine(system, reason, cell).says(2, upwards=True)
    assert told in (
        "A's total is 4, of which the other hidden cell holds at least 1: at most 3 are left for x",
        "A's total is 4, of which the other hidden cell holds at least 2: at most 2 are left for x",
        "x's total is 5, of which the other hidden cell holds at least 3: at most 2 are left for A",
    )


def told(rows: dict[str, list[int | str]], film: str) -> str:
    release = printed(rows, ["x"], Rule(4))
    system = system_of(release, Outsider())
    cell = place(system, film, "x")
    reason = reason_by_narrowing(system, propagate_bounds(system), cell, upwards=True)
    assert isinstance(reason, ByLines)
    return OneLine(system, reason, cell).says(int(propagate_bounds(system).high[cell]), upwards=True)


def test_parts_of_zero_are_not_worth_a_word() -> None:
    rows: dict[str, list[int | str]] = {"A": ["c"], "B": ["c"], "C": [0], TOTAL: [3]}
    assert (
        told(rows, "A") == "x's total is 3, of which the other hidden cell holds at least 1: at most 2 are left for A"
    )


def test_a_hidden_total_is_limited_by_the_rule() -> None:
    rows: dict[str, list[int | str]] = {"A": ["c"], "B": ["c"], "C": [0], TOTAL: ["c"]}
    assert told(rows, "A") == (
        "x's total is hidden, so at most 3, of which the other hidden cell holds at least 1: at most 2 are left for A"
    )
