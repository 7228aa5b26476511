from lessons.audit.narrowing import narrow_by_lines
from lessons.audit.one_line import OneLine
from lessons.audit.reasons import ByLines, reason_by_narrowing
from tests.lessons.audit.small_releases import place, square_system


def test_the_sum_is_told_as_one_would_do_it() -> None:
    system = square_system()
    cell = place(system, "A", "x")
    reason = reason_by_narrowing(system, narrow_by_lines(system), cell, upwards=True)
    assert isinstance(reason, ByLines)
    told = OneLine(system, reason, cell).says(2, upwards=True)
    assert told in (
        "A's total is 4, of which the other hidden region takes at least 1: at most 3 are left for x",
        "A's total is 4, of which the other hidden region takes at least 2: at most 2 are left for x",
        "x's total is 5, of which the other hidden film takes at least 3: at most 2 are left for A",
    )
