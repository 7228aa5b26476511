import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables

LABELS = [(a, b) for a in ("A", "B", TOTAL) for b in ("x", "y", TOTAL)]


def hidden(*without: tuple[str, str]) -> CountTable:
    """A table of which the sum of all is printed, and some rows are left out."""
    cells = pd.DataFrame([row for row in LABELS if row not in without], columns=["a", "b"])
    whole = cells.eq(TOTAL).all(axis="columns")
    cells = cells.assign(
        count=pd.Series(9, cells.index, dtype="Int64").where(whole), mark=whole.map({True: "", False: "c"})
    )
    return CountTable(cells, ("a", "b"), Rule(3, "may be hidden", complementary_mark="c"))


def found(*tables: CountTable) -> dict[str, tuple[int, str]]:
    frame = audit(LinkedTables(tables), Outsider())
    return {row["target"]: (row["low"], row["verdict"]) for row in frame.to_dict("records")}


def test_a_combination_without_a_row_holds_nobody_whatever_another_table_hides():
    without, full = hidden(("B", "y")), hidden()
    for tables in ((without, full), (full, without)):
        assert found(*tables)["B | y"] == (0, "exact")
    assert found(full)["B | y"] == (0, "open")


def test_sums_that_a_table_does_not_break_down_are_no_sums_of_nobody():
    """It prints sums alone: that A and x have no row together says nothing."""
    sums = hidden(*[row for row in LABELS if TOTAL not in row])
    assert set(found(sums, hidden()).values()) == {(0, "open")}


def test_a_part_that_nobody_covers_is_not_left_out_with_the_rows_beside_it():
    """The second table has no row for nobody in A and x; that no row tells of u there says nothing of u."""

    def by_three(rows: list[tuple[str, str, str, int]], uncovered: dict[str, str]) -> CountTable:
        cells = pd.DataFrame(rows, columns=["a", "b", "c", "count"]).assign(mark="")
        return CountTable(cells, ("a", "b", "c"), Rule(2), not_covered=uncovered)

    places = [(b, c) for b in "xy" for c in "12"]
    covered = [("A", b, c, 0 if (b, c) == ("x", "1") else 2) for b, c in places]
    full = by_three([*covered, *((TOTAL, b, c, 4) for b, c in places)], {"a": "u"})
    for uncovered in ({"a": "u"}, {}):
        told = found(full, by_three(covered[1:], uncovered))
        assert told == {"u | x | 1": (4, "exact")} | {f"u | {b} | {c}": (2, "exact") for b, c in places[1:]}


def ranges(rows: list[tuple[str | int | None, ...]], by: tuple[str, ...], rule: Rule, **more: object) -> dict[str, str]:
    """What the audit finds of each hidden cell of a table: a row without a count is hidden."""
    cells = pd.DataFrame(rows, columns=[*by, "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    frame = audit(CountTable(cells, by, rule, **more), Outsider(), why=False)  # type: ignore[arg-type]
    return {row.target: f"{row.low}..{row.high}" for row in frame.itertuples()}


@pytest.mark.parametrize(
    ("unknown", "total", "found"),
    [
        (9, None, {"total | total | total": "61..61"}),
        (None, 56, {"total | total | unknown": "4..4"}),
    ],
)
def test_a_sum_that_stands_alone_in_two_dimensions_is_not_broken_down(
    unknown: int | None, total: int | None, found: dict[str, str]
) -> None:
    """Of age unknown there is one number for all towns and sexes together: no town's missing row is a zero."""
    by = ("town", "sex", "age")
    groups = [(town, sex) for town in ("T1", "T2") for sex in "fm"]
    rows: list[tuple[str | int | None, ...]] = [
        (*group, age, count) for age in ("young", "old") for group, count in zip(groups, (5, 6, 7, 8), strict=True)
    ]
    rows += [(TOTAL, TOTAL, "unknown", unknown), (TOTAL, TOTAL, TOTAL, total)]
    assert ranges(rows, by, Rule(5, "may be hidden", complementary_mark="c")) == found


def test_so_it_is_with_wider_labels_in_two_dimensions() -> None:
    rows: list[tuple[str | int | None, ...]] = [("b0", "a2", 5), ("b2", "a2", 6), ("b1", "a0", 7), ("b1", "a1", 8)]
    rows += [("b1", "a2", None), ("H", "G", 9), (TOTAL, TOTAL, 37)]
    nests = {"b": {"b0": "H", "b2": "H"}, "a": {"a0": "G", "a1": "G"}}
    assert ranges(rows, ("b", "a"), Rule(5), hierarchies=nests) == {"b1 | a2": "2..2"}


@pytest.mark.parametrize("nest", [{"a0": "X", "a1": "X"}, {"a0": "V", "a1": "V", "V": "X"}])
def test_a_level_that_nobody_printed_changes_nothing_of_a_sum_that_stands_alone(nest: dict[str, str]) -> None:
    """Of b1 only X is printed, of which V is all: those of b1 in a0 and a1 are no zeros."""
    rows: list[tuple[str | int | None, ...]] = [("b1", "X", 7), ("b2", "a0", 8), ("b2", "a1", None), ("b2", "X", None)]
    rows += [(TOTAL, "a0", 13), (TOTAL, "a1", 5), (TOTAL, "X", 18)]
    found = ranges(rows, ("b", "a"), Rule(5, complementary_mark="c"), hierarchies={"a": nest})
    assert found == {"b2 | a1": "3..3", "b2 | X": "11..11"}


def test_a_part_that_is_missing_in_a_sum_of_two_dimensions_holds_nobody_in_the_third() -> None:
    """All of T2 are m, for f has no row beside m: so nobody of T2 is f, of whatever age."""
    told = [("T1", "f", TOTAL), ("T1", "m", TOTAL), ("T2", "m", TOTAL), ("T2", TOTAL, TOTAL)]
    told += [(town, TOTAL, age) for town in ("T1", TOTAL) for age in "uv"]
    every = [(town, sex, age) for town in ("T1", "T2") for sex in "fm" for age in "uv"]
    by = ("town", "sex", "age")
    tables = [
        CountTable(pd.DataFrame(rows, columns=list(by)).assign(count=pd.NA, mark="c"), by, Rule(3, "hidden"))
        for rows in (told, every)
    ]
    frame = audit(LinkedTables(tuple(tables)), Outsider(), why=False, nothing_to_subtract=True)
    assert set(frame.loc[frame["high"] == 0, "target"]) == {"T2 | f | u", "T2 | f | v"}


ALONE: list[tuple[str, str, int | None, float]] = [
    ("a1", "b1", None, 1.0),
    ("a2", "b1", None, 1.7),
    ("a1", TOTAL, 4, 1.5),
    ("a2", TOTAL, 4, 1.5),
    (TOTAL, "b1", 5, 1.4),
    (TOTAL, "b2", 3, 1.7),
]
"""b2 is not broken down by a. Stars of a1 are 1, 1 in b1 and 2, 2 in b2, those of a2 1, 2, 2 and 1."""


def test_a_sum_that_stands_alone_does_so_for_each_value_behind_its_mean() -> None:
    cells = pd.DataFrame(ALONE, columns=["a", "b", "count", "mean"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    stars = Companions("stars", 1, 2, decimals=1)
    frame = audit(CountTable(cells, ("a", "b"), Rule(4), companions=stars), Outsider())
    assert frame[["low", "high"]].to_numpy().tolist() == [[2, 2], [3, 3], [3, 3]]


@pytest.mark.parametrize("several", ["a", "b"])
def test_a_sum_that_stands_alone_does_so_for_the_people_behind_its_events(several: str) -> None:
    rows = [(a, b, None if count is None else 4 * count) for a, b, count, _ in ALONE]
    found = ranges(rows, ("a", "b"), Rule(3), unit="visits", persons=DistinctPersons(several))
    assert found == {"a1 | b1": "5..15", "a2 | b1": "5..15"}  # somebody is in b2, too
