"""Rates with many places: in floating point no solver tells what they say of counts without a limit."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.solving.steep_conditions import UNUSED_STEEP, fraction_above
from disclosure.audit.solving.time_limit import limited_to
from disclosure.audit.verdicts import EXACT, NOT_FOUND, audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.from_counts import table_from_counts
from disclosure.tables.percentages import Percentages

FEW, MANY = [[6, 853], [56, 846]], [[7, 89129], [74706, 81274]]


def release(counts: list[list[int]], *, total: bool) -> CountTable:
    """A two-way table of rates for 100,000 with 4 places; its counts are hidden, but perhaps for the grand total."""
    whole = table_from_counts(pd.DataFrame(counts, list("pq"), list("fm")).rename_axis(index="a", columns="b")).cells
    base = np.repeat(whole.loc[whole["b"] == "total", "count"].to_numpy(dtype=float), 3)
    rates = (100_000 * whole["count"].to_numpy(dtype=float) / base).round(4)
    hidden = np.array([True] * 8 + [not total])
    cells = whole.assign(count=whole["count"].mask(hidden), mark=np.where(hidden, "c", ""), rate=rates)
    shown = Percentages("rate", "b", decimals=4, rounding="half even", per=100_000, sums_to_100=False)
    return CountTable(cells, ("a", "b"), Rule(10, zeros="hidden", complementary_mark="c"), percentages=(shown,))


@pytest.mark.parametrize("counts", [FEW, MANY])
def test_beside_hidden_counts_alone_they_are_not_used_and_the_audit_ends(counts: list[list[int]]) -> None:
    with limited_to(60):
        found = audit(release(counts, total=False), Outsider())
        assert not exact_cells(release(counts, total=False), Outsider())["exact"].any()
    true = np.array([*counts[0], sum(counts[0]), *counts[1], sum(counts[1])])
    assert (found["low"][:6] <= true).all()
    assert set(found["verdict"]) == {NOT_FOUND}
    assert found["why"].str.contains(UNUSED_STEEP, regex=False).all()


def test_below_a_total_that_is_printed_they_tell_all() -> None:
    found = audit(release(FEW, total=True), Outsider())
    assert found["verdict"].eq(EXACT).all()
    assert found["low"].tolist() == [6, 853, 859, 56, 846, 902, 62, 1699]


@pytest.mark.parametrize("belongs", [True, False])
def test_the_next_fraction_is_the_least_of_all(belongs: bool) -> None:
    for most in range(1, 8):
        every = sorted({Fraction(part, base) for base in range(1, most + 1) for part in range(-base, 2 * base + 1)})
        for end in {Fraction(part, 12) for part in range(-11, 12)} | {Fraction(1, 100), Fraction(-5, 7)}:
            least = next(one for one in every if one > end or (belongs and one == end))
            assert fraction_above(end, most, belongs=belongs) == least
