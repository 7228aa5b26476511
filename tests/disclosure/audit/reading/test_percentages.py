"""Percentages beside counts: every tie up to 60 people, a table of schools, and all worlds of small tables."""

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.percentages import Percentages
from tests.disclosure.audit import fuzz_percentages
from tests.disclosure.audit.fuzz_percentages import MISSING, Column, units_of

MOST = 60


@pytest.mark.parametrize(
    ("rounding", "decimals"), [*product(["half up", "half even", "truncated", "unknown"], [0, 1]), ("half up", -1)]
)
def test_every_part_of_every_base_up_to_60(rounding: str, decimals: int) -> None:
    """Beside a known base the part is hidden, and beside a known part the base: all that print the same are found."""
    share = Percentages("share", "base", decimals, rounding)  # type: ignore[arg-type]
    parts, bases = (grid.ravel() for grid in np.indices((MOST + 1, MOST + 1)))
    parts, bases = parts[bases > 0], bases[bases > 0]
    ways = [units_of(parts, bases, share, half_up=up) for up in (True, False)]
    printed = pd.DataFrame({"part": parts, "base": bases, "one": ways[0], "other": ways[1]}).astype({"base": "Int64"})
    shown = printed.melt(["part", "base"], ["one", "other"], value_name="units")
    truth = shown.groupby(["base", "units"])["part"].agg(["min", "max"]).reset_index()
    cells = pd.DataFrame({"film": truth.index.astype(str), "count": pd.NA, "mark": "c", "base": truth["base"]})
    cells["share"] = truth["units"] * 10.0**-decimals
    table = CountTable(cells, ("film",), Rule(MOST + 1, zeros="hidden"), percentages=(share_answered(share),))
    frame = audit(table, Outsider(), why=False, nothing_to_subtract=True)
    assert frame[["low", "high"]].to_numpy().tolist() == truth[["min", "max"]].to_numpy().tolist()


def share_answered(share: Percentages) -> Percentages:
    """The same, and nothing was made to add up."""
    return Percentages(share.column, share.of, share.decimals, share.rounding, sums_to_100=False)


def schools(percentages: tuple[Percentages, ...]) -> CountTable:
    """Pupils, those with special needs, and those with free meals; fewer than 5 are not shown, none included."""
    rows = [
        ("Hillcrest", 212, None, 0.9, 31, 14.6),
        ("Marlow Road", 148, None, 0.0, None, 2.7),
        ("St. Ann", 1043, 57, 5.5, 118, 11.3),
        ("Weir Lane", 96, None, 4.2, None, 3.1),
        ("Oakfield", 348, 9, 2.6, 27, 7.8),
        ("total", 1847, 72, 3.9, 183, 9.9),
    ]
    cells = [
        (school, kind, count, share)
        for school, pupils, needs, of_needs, meals, of_meals in rows
        for kind, count, share in (("pupils", pupils, None), ("needs", needs, of_needs), ("meals", meals, of_meals))
    ]
    frame = pd.DataFrame(cells, columns=["school", "who", "count", "share"])
    frame["mark"] = np.where(frame["count"].isna(), "*", "")
    frame = frame if percentages else frame.drop(columns="share")
    return CountTable(frame, ("school", "who"), Rule(5, "hidden", "*"), percentages=percentages)


def test_five_hidden_counts_of_schools_are_exact_with_percentages_and_none_without() -> None:
    percentages = Percentages("share", of={"who": "pupils"}, rounding="half up")
    frame = audit(schools((percentages,)), Outsider())
    assert dict(zip(frame["target"], frame["low"], strict=True)) == {
        "Hillcrest | needs": 2,
        "Marlow Road | needs": 0,
        "Marlow Road | meals": 4,
        "Weir Lane | needs": 4,
        "Weir Lane | meals": 3,
    }
    assert set(frame["verdict"]) == {"exact"}
    assert frame["why"].iloc[0] == "Only 2 of 212 people are printed as 0.9 %."
    without = audit(schools(()), Outsider())
    assert without[["low", "high"]].to_numpy().tolist() == [[0, 4], [0, 4], [3, 4], [0, 4], [3, 4]]


@pytest.mark.parametrize("share", (0, 1))
def test_agrees_with_all_worlds_of_up_to_60_people(share: int) -> None:
    assert fuzz_percentages.run(dict.fromkeys(fuzz_percentages.KINDS, 10), seed=share).total() >= 40


def test_long_division_by_hand() -> None:
    up, even = (Percentages("share", "people", 0, way) for way in ("half up", "half even"))
    parts, bases = np.array([1, 3, 1, 0]), np.array([8, 8, 3, 0])
    assert units_of(parts, bases, up, half_up=True).tolist() == [13, 38, 33, 0]
    assert units_of(parts, bases, even, half_up=True).tolist() == [12, 38, 33, 0]
    assert fuzz_percentages.made_to_add_up(np.array([1, 1, 1]), up).tolist() == [34, 33, 33]
    assert Column(up, (8,), (MISSING,)).units == (-1,)


@pytest.mark.parametrize(("boys", "least"), [(0, 2), (None, 0)])
def test_zero_of_a_base_of_nobody_says_nothing_of_a_part_that_lies_elsewhere(boys: int | None, least: int) -> None:
    """Girls per 100 boys: where there are no boys, 0 may be printed; so nobody knows that there are no girls.

    But one girl there is not: without boys, the others are four at most.
    """
    cells = [("boys", boys, None), ("girls", None, 0), ("others", None, None), ("total", 6, None)]
    frame = pd.DataFrame(cells, columns=["who", "count", "share"]).astype({"count": "Int64", "share": float})
    frame["mark"] = np.where(frame["count"].isna(), "c", "")
    share = Percentages("share", of={"who": "boys"}, decimals=0, rounding="half up", sums_to_100=False)
    table = CountTable(frame, ("who",), Rule(5, zeros="hidden"), percentages=(share,))
    girls = audit(table, Outsider()).set_index("who").loc["girls"]
    assert girls[["low", "high", "verdict"]].tolist() == [least, 4, "narrowed"]


def test_zero_of_a_part_that_is_printed_tells_that_its_base_is_nobody() -> None:
    """6 girls are 0 per 100 boys: there are no boys, so 4 of the ten are others."""
    cells = [("boys", None, None), ("girls", 6, 0), ("others", None, None), ("total", 10, None)]
    frame = pd.DataFrame(cells, columns=["who", "count", "share"]).astype({"count": "Int64", "share": float})
    frame["mark"] = np.where(frame["count"].isna(), "c", "")
    share = Percentages("share", of={"who": "boys"}, decimals=0, rounding="half up", sums_to_100=False)
    table = CountTable(frame, ("who",), Rule(5, zeros="hidden"), percentages=(share,))
    assert audit(table, Outsider())[["low", "high"]].to_numpy().tolist() == [[0, 0], [4, 4]]


def test_zero_of_oneself_says_nobody_only_where_all_of_it_would_not_be_printed_as_zero() -> None:
    """Of 4 per 4 nothing is left in tens."""
    cells = pd.DataFrame({"age": ["A", "B", "total"], "count": [7, None, None], "rate": 0.0}).astype({"count": "Int64"})
    cells["mark"] = ["", "c", "c"]

    def found(per: int) -> list[list[int]]:
        rate = Percentages("rate", "age", per=per, decimals=-1, rounding="half up", sums_to_100=False)
        table = CountTable(cells.assign(rate=[0.0, None, 0.0] if per == 4 else [None, None, 0.0]), ("age",))
        frame = audit(replace(table, percentages=(rate,)), Outsider(), why=False)
        return frame[["low", "high"]].fillna(-1).to_numpy().tolist()

    assert found(4) == [[0, -1], [7, -1]]
    with pytest.raises(ContradictionError):
        found(100)


def test_numbers_beyond_all_limits_beside_percentages_are_computed() -> None:
    counts = pd.array([10**13, None, None, 10**13 + 6934], dtype="Int64")
    cells = pd.DataFrame({"age": ["A", "B", "C", "total"], "count": counts, "mark": ["", "c", "c", ""]})
    cells = cells.assign(of_b=[None, None, 0.0, 0.0], of_all=[100.0, 0.0, 0.0, None])
    shares = (
        Percentages("of_b", {"age": "B"}, rounding="half even", sums_to_100=False),
        Percentages("of_all", "age", decimals=0, rounding="half up", sums_to_100=False),
    )
    frame = audit(CountTable(cells, ("age",), percentages=shares), Outsider(), why=False)
    assert frame[["low", "high"]].to_numpy().tolist() == [[0, 0], [6934, 6934]]
