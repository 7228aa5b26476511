import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
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
