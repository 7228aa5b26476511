import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.weighted import weighted_system
from disclosure.audit.solving.weighted_ranges import weighted_ranges
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.weights import Weights


def ends(counts: list[float | None], weights: Weights) -> list[tuple[float, float]]:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": counts})
    marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
    table = CountTable(cells.assign(mark=marks), ("film",), Rule(3), weights=weights)
    low, high = weighted_ranges(weighted_system(table, Outsider(), None))
    return list(zip(low.tolist(), high.tolist(), strict=True))


def test_people_are_whole_although_their_weights_are_not() -> None:
    """Together 9.5 or more, with 3 each at most: two people in A, and two in B, with 2.4 or more each."""
    assert ends([None, None, 10.0], Weights(0, 2.4, 3)) == [(4.8, 5.7), (4.8, 5.7)]


def test_without_weights_only_totals_limit_a_cell() -> None:
    assert ends([None, 4.0, 10.0], Weights()) == [(5.0, 7.0)]
    assert ends([None, None, 10.0], Weights()) == [(0.0, 10.5), (0.0, 10.5)]


def test_numbers_that_do_not_fit() -> None:
    with pytest.raises(ContradictionError, match="No numbers fit"):
        ends([None, 12.0, 10.0], Weights())
