"""Rates with many places, and percentages of large numbers: what they say may not fit into 64 bits."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.solving.steep_conditions import UNUSED_STEEP, fraction_above
from disclosure.audit.solving.time_limit import limited_to
from disclosure.audit.verdicts import EXACT, NOT_FOUND, audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.from_counts import table_from_counts
from disclosure.tables.percentages import Percentages

FEW, MANY = [[6, 853], [56, 846]], [[7, 89129], [74706, 81274]]
THREE = [[5, 1651, 2496], [6539, 8549, 6076], [5465, 6713, 7178]]


def release(counts: list[list[int]], *printed: str, per: int = 100_000, places: int = 4) -> CountTable:
    """A two-way table of rates with many places; all its counts are hidden, but for some."""
    frame = pd.DataFrame(counts, list("pqr")[: len(counts)], list("fmn")[: len(counts)])
    whole = table_from_counts(frame.rename_axis(index="a", columns="b"))
    cells, hidden = whole.cells, ~whole.cell_names.isin(printed)
    base = np.repeat(cells.loc[cells["b"] == "total", "count"].to_numpy(dtype=float), len(counts) + 1)
    rates = (per * cells["count"].to_numpy(dtype=float) / base).round(places)
    shown = Percentages("rate", "b", decimals=places, rounding="half even", per=per, sums_to_100=False)
    cells = cells.assign(count=cells["count"].mask(hidden), mark=np.where(hidden, "c", ""), rate=rates)
    return CountTable(cells, ("a", "b"), Rule(10, zeros="hidden", complementary_mark="c"), percentages=(shown,))


@pytest.mark.parametrize("counts", [FEW, MANY])
def test_beside_hidden_counts_alone_they_are_not_used_and_the_audit_ends(counts: list[list[int]]) -> None:
    with limited_to(60):
        found = audit(release(counts), Outsider())
        assert not exact_cells(release(counts), Outsider())["exact"].any()
    true = np.array([*counts[0], sum(counts[0]), *counts[1], sum(counts[1])])
    assert (found["low"][:6] <= true).all()
    assert set(found["verdict"]) == {NOT_FOUND}
    assert found["why"].str.contains(UNUSED_STEEP, regex=False).all()


def test_below_a_total_that_is_printed_they_tell_all() -> None:
    found = audit(release(FEW, "total | total"), Outsider())
    assert found["verdict"].eq(EXACT).all()
    assert found["low"].tolist() == [6, 853, 859, 56, 846, 902, 62, 1699]


def test_true_counts_are_no_contradiction_where_rates_tell_them_all() -> None:
    """HiGHS found one in presolve."""
    table = release(THREE, "p | total", "total | n", "total | total", per=1_000_000, places=5)
    found = audit(table, Outsider(), why=False)
    assert found["verdict"].eq(EXACT).all()
    assert found.loc[found["a"] == "q", "low"].tolist() == [6539, 8549, 6076, 21164]


@pytest.mark.parametrize("belongs", [True, False])
def test_the_next_fraction_is_the_least_of_all(belongs: bool) -> None:
    for most in range(1, 8):
        every = sorted({Fraction(part, base) for base in range(1, most + 1) for part in range(-base, 2 * base + 1)})
        for end in {Fraction(part, 12) for part in range(-11, 12)} | {Fraction(1, 100), Fraction(-5, 7)}:
            least = next(one for one in every if one > end or (belongs and one == end))
            assert fraction_above(end, most, belongs=belongs) == least


def test_a_rate_of_nobody_is_no_fraction() -> None:
    """All 9 are in p; so 0.00 per 1,000 of q are nobody of nobody."""
    rows = [("p", "f", 4), ("p", "m", 5), ("p", TOTAL, 9), ("q", "f", None), ("q", "m", None), ("q", TOTAL, None)]
    cells = pd.DataFrame([*rows, (TOTAL, TOTAL, 9)], columns=["a", "b", "count"]).astype({"count": "Int64"})
    cells = cells.assign(mark=np.where(cells["count"].isna(), "d", ""), rate=[None, None, None, 0, 0, None, None])
    shown = Percentages("rate", "b", decimals=2, rounding="half up", per=1000, sums_to_100=False)
    rule = Rule(3, zeros="may be hidden", complementary_mark="d")
    found = audit(CountTable(cells, ("a", "b"), rule, percentages=(shown,)), Outsider())
    assert found["low"].tolist() == [0, 0, 0] and set(found["verdict"]) == {EXACT}


def of_a_rounded_total(total: int) -> CountTable:
    """Three hidden counts, their shares to one place, and a total that was rounded to tens."""
    counts = pd.array([None, None, None, total], dtype="Int64")
    cells = pd.DataFrame({"a": ["p", "q", "r", TOTAL], "count": counts, "mark": ["c", "c", "c", ""]})
    shown = Percentages("share", "a", decimals=1, rounding="half even", sums_to_100=False, of_rounded=False)
    cells = cells.assign(share=[56.9, 43.1, 0.1, None])
    return CountTable(cells, ("a",), Rule(5, "may be hidden", complementary_mark="c"), base=10, percentages=(shown,))


@pytest.mark.parametrize("total", [794_110, 794_110_000_000])
def test_ends_of_large_counts_beside_percentages_are_reached(total: int) -> None:
    """451,849 of 794,114 are 56.9 %, 341,867 are 43.1 %, 398 are 0.1 %; one more of the first and one does not fit."""
    found = audit(of_a_rounded_total(total), Outsider(), why=False).set_index("a")
    ends = found[["low", "high"]].astype(int)
    true = {"p": (math.inf, 0), "q": (math.inf, 0), "r": (math.inf, 0)}
    for base in range(total - 5, total + 5):
        bounds = [_counts_of(share, base) for share in (Fraction(569, 10), Fraction(431, 10), Fraction(1, 10))]
        least, most = (sum(bound[at] for bound in bounds) for at in (0, 1))
        for cell, (low, high) in zip("pqr", bounds, strict=True):
            smallest, largest = max(low, base - (most - high)), min(high, base - (least - low))
            if least <= base <= most:
                true[cell] = (min(true[cell][0], smallest), max(true[cell][1], largest))
    assert {cell: tuple(ends.loc[cell]) for cell in "pqr"} == true


def test_ends_of_tens_of_millions_beside_percentages_are_reached() -> None:
    """1,082,265 of 73,623,524 are 14.7 in a thousand, halves up; beside it stand 953.8 and 31.6."""
    counts = pd.array([None, None, None, 73_623_500], dtype="Int64")
    cells = pd.DataFrame({"a": ["p", "q", "r", TOTAL], "count": counts, "mark": ["c", "c", "c", ""]})
    cells = cells.assign(share=[953.8, 14.7, 31.6, None])
    shown = Percentages("share", "a", rounding="half up", sums_to_100=False, per=1000, of_rounded=False)
    rule = Rule(5, "may be hidden", complementary_mark="c")
    found = audit(CountTable(cells, ("a",), rule, base=50, percentages=(shown,)), Outsider(), why=False)
    assert found["high"].tolist() == [70_222_116, 1_082_265, 2_326_502, 73_623_524]


def _counts_of(share: Fraction, base: int) -> tuple[int, int]:
    """The counts of a base that are so many per cent to one place, halves to the even one."""
    low, high = ((share + sign * Fraction(1, 20)) * base / 100 for sign in (-1, 1))
    even = int(share * 10) % 2 == 0
    return math.ceil(low) + (not even and low == int(low)), math.floor(high) - (not even and high == int(high))


@pytest.mark.parametrize("largest", [43414686177180.0, 1911523638600.0])
def test_a_percentage_of_a_total_without_limit_that_is_huge_is_not_used(largest: float) -> None:
    """The total is thousands of millions of times a hidden cell, and a rate of it is 0.0: no room in 64 bits."""
    labels = [*"abcd", TOTAL]
    cells = pd.DataFrame({"a": labels, "count": pd.array([pd.NA] * 5, dtype="Int64"), "mark": ["c", *"xxxx"]})
    cells = cells.assign(of_c=[None] * 4 + [largest], of_all=[0.0] + [None] * 4)
    shares = (
        Percentages("of_c", {"a": "c"}, decimals=0, rounding="half up", sums_to_100=False),
        Percentages("of_all", "a", per=1000, rounding="half even", sums_to_100=False),
    )
    table = CountTable(cells, ("a",), Rule(3, mark="c", complementary_mark="x"), percentages=shares)
    first = audit(table, Outsider(), nothing_to_subtract=True).iloc[0]
    assert (first["low"], first["high"], first["verdict"]) == (1, 2, NOT_FOUND)
    assert UNUSED_STEEP in first["why"]


def test_a_percentage_that_may_not_fit_into_64_bits_is_not_used_and_it_is_said() -> None:
    """Of a total without a limit, 40.00 % are hidden and millions of millions are printed."""
    counts = pd.array([10**13, pd.NA, pd.NA], dtype="Int64")
    cells = pd.DataFrame({"a": ["p", "q", TOTAL], "count": counts, "mark": ["", "c", "c"], "share": [None, 40.0, None]})
    shown = Percentages("share", "a", decimals=2, rounding="half up", sums_to_100=False)
    found = audit(
        CountTable(cells, ("a",), Rule(5, "hidden", complementary_mark="c"), percentages=(shown,)), Outsider()
    )
    assert set(found["verdict"]) == {NOT_FOUND} and found["why"].str.contains(UNUSED_STEEP, regex=False).all()


@pytest.mark.parametrize(("large", "decimals"), [(10**8, 1), (10**6, 2)])
def test_a_percentage_of_large_counts_beside_totals_without_limit_is_used(large: int, decimals: int) -> None:
    """100 % of a hidden base are printed: as many others as half of the last place allows. Stand-ins had no room."""
    rows = [("a1", "b1"), ("a1", "b2"), ("a1", TOTAL), ("a2", "b1"), ("a2", "b2"), ("a2", TOTAL)]
    rows += [(TOTAL, "b1"), (TOTAL, "b2"), (TOTAL, TOTAL)]
    cells = pd.DataFrame(rows, columns=["x", "y"]).assign(count=pd.NA, share=None).astype({"count": "Int64"})
    cells.loc[1, ["count", "share"]], cells.loc[4, "share"] = (large, 100.0), 73.9
    cells = cells.assign(mark=np.where(cells["count"].isna(), "c", ""))
    shown = Percentages("share", of="y", decimals=decimals, rounding="half even", sums_to_100=False)
    found = audit(CountTable(cells, ("x", "y"), Rule(10, complementary_mark="c"), percentages=(shown,)), Outsider())
    half = Fraction(1, 2 * 10**decimals)
    assert found["high"][0] == math.floor(large * half / (100 - half)) and found["verdict"][0] == "open"


@pytest.mark.parametrize(
    ("shares", "ends"),
    [
        ([100.0, None, 100.0], [1999, 1, 2000]),
        ([99.9, None, 100.0], [666, 1, 667]),
        ([None, 0.0, None], [1999, 1, 2000]),
    ],
)
def test_of_few_people_shares_near_all_and_none_tell_many(shares: list[float | None], ends: list[int]) -> None:
    """1 of 2,000 and more: so large a total was out of reach, and it was called a contradiction."""
    cells = pd.DataFrame({"a": ["p", "q", TOTAL], "count": pd.array([pd.NA] * 3, dtype="Int64"), "mark": "c"})
    shown = Percentages("share", "a", decimals=1, sums_to_100=False)
    table = CountTable(cells.assign(share=shares), ("a",), Rule(5, complementary_mark="c"), percentages=(shown,))
    assert audit(table, Outsider(), why=False)["low"].tolist() == ends


@pytest.mark.parametrize(
    ("count", "share", "all_of_them"), [(5, 0.1, (2_222_667, 19_997_999)), (None, 0.0, (4_000_000, None))]
)
def test_a_base_of_a_base_is_reached(count: int | None, share: float, all_of_them: tuple[int, int | None]) -> None:
    """5 are 0.1 % of a row, which is 0.1 % of all: 20 million at most. Nobody knows of how many millions 1 is 0.0 %."""
    rows = [("a1", "b1", count, share, None), ("a1", "b2", None, None, None), ("a1", TOTAL, None, None, share)]
    rows += [(a, b, None, None, None) for a in ("a2", TOTAL) for b in ("b1", "b2", TOTAL)]
    cells = pd.DataFrame(rows, columns=["x", "y", "count", "p", "q"]).astype({"count": "Int64"})
    cells = cells.assign(mark=np.where(cells["count"].isna(), "c", ""))
    told = {"rounding": "half even", "sums_to_100": False}
    shares = (Percentages("p", "y", **told), Percentages("q", "x", **told))  # type: ignore[arg-type]
    table = CountTable(cells, ("x", "y"), Rule(3, complementary_mark="c"), percentages=shares)
    found = audit(table, Outsider(), why=False).set_index("target").loc["total | total"]
    assert (found["low"], None if pd.isna(found["high"]) else found["high"]) == all_of_them


def test_a_chain_of_shares_near_none_has_no_end() -> None:
    """1 is 0 % of 200 and more, these of 40,000, and so on: so far as the last one no direction was looked for."""
    labels, shares = ["a0", "a1", "a2", "a3", "a4"], []
    cells = pd.DataFrame({"a": [*labels, TOTAL], "count": pd.array([pd.NA] * 6, dtype="Int64"), "mark": "c"})
    for base, part in itertools.pairwise(labels):
        cells[f"of {base}"] = [0.0 if label == part else None for label in cells["a"]]
        shares.append(Percentages(f"of {base}", {"a": base}, decimals=0, sums_to_100=False))
    found = audit(CountTable(cells, ("a",), Rule(5, complementary_mark="c"), percentages=tuple(shares)), Outsider())
    assert found["high"].isna().all() and found["low"].tolist()[:5] == [200**4, 200**3, 200**2, 200, 1]
