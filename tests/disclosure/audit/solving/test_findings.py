import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.solving.findings import UNKNOWN, find_counts, find_feasible_table, find_ranges
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from disclosure.tables.linked_tables import linked_tables
from tests.disclosure.audit.small_releases import place, printed, square_system


def test_the_square_is_solved_as_by_hand() -> None:
    system = square_system()
    findings = find_ranges(system)
    found = [
        (findings.low[place(system, *name)], findings.high[place(system, *name)]) for name in ("Ax", "Ay", "Bx", "By")
    ]
    assert found == [(1, 2), (2, 3), (3, 4), (3, 4)]
    hidden = system.low < system.high
    assert (find_counts(system)[hidden] == UNKNOWN).all()


def test_lines_that_contradict_each_other_only_together_are_named() -> None:
    release = printed({"A": ["c", "c", 4], "B": ["c", "c", 4], TOTAL: [3, 6, 9]}, ["x", "y", TOTAL], Rule(5))
    with pytest.raises(ContradictionError, match="grand total"):
        find_ranges(system_of(release, Outsider()))


def test_exact_cells_are_those_whose_range_is_one_count() -> None:
    system = square_system()
    findings = find_ranges(system)
    expected = np.where(findings.low == findings.high, findings.low, UNKNOWN)
    assert np.array_equal(find_counts(system), expected) and (expected != UNKNOWN).any()


def test_cells_that_no_table_prints_are_filled_so_that_all_lines_add_up() -> None:
    people = pd.DataFrame({"film": list("AAB"), "region": list("NSS"), "age": list("xyx")})
    circle = linked_tables(people, by=[("film", "region"), ("region", "age"), ("age", "film")])
    system = system_of(circle, Outsider())
    count = find_feasible_table(system)
    assert (system.low < system.high).any()
    assert not (system.matrix @ count).any()
    assert count.min() >= 0
