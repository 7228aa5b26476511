"""Attackers whose cells overlap in cells that no table has: a table of these is drawn up, for all attackers alike."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.reading.as_printed import as_printed
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.protection import Singletons
from disclosure.repair.readings import drawn_up, read_release
from disclosure.repair.wishes import NO_WISHES
from disclosure.rules import Rule, Zeros
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import linked_tables

COUNTS = {("A", "N"): 1, ("A", "S"): 1, ("B", "N"): 1, ("B", "S"): 9, ("C", "N"): 7, ("C", "S"): 8}
PEOPLE = pd.DataFrame([cell for cell, n in COUNTS.items() for _ in range(n)], columns=["film", "region"])
MARGINS = linked_tables(PEOPLE, by=[("film",), ("region",)])
ROW_AND_COLUMN = Coalition((Contributor(("A", TOTAL)), Contributor((TOTAL, "N"))))


def test_a_table_is_drawn_up_for_those_who_overlap_and_for_nobody_else() -> None:
    printed = as_printed(MARGINS)
    assert drawn_up(printed, MARGINS, (Outsider(), Contributor(("A", TOTAL)))) == ()
    (table,) = drawn_up(printed, MARGINS, (Outsider(), ROW_AND_COLUMN, ROW_AND_COLUMN))
    assert table.by == ("film", "region")
    rule, against = Rule(3, complementary_mark="c"), (Outsider(), ROW_AND_COLUMN)
    read, attackers = read_release(MARGINS, rule, NO_WISHES, (), against, primary_known=True)
    assert attackers == against
    assert [len(each.also) for each in (read.plain, read.hidden, read.by_rule)] == [1, 1, 1]


def test_who_meet_in_cells_that_no_table_has_are_attackers_like_others() -> None:
    apart = Contributor(("A", "N"))
    defence = SuppressComplementary(3, against=(Outsider(), ROW_AND_COLUMN, apart))
    release = defence(MARGINS)
    for attacker in (ROW_AND_COLUMN, apart):
        assert "exact" not in {*audit(release, attacker, why=False)["verdict"]}


@pytest.mark.parametrize("zeros", ["printed", "hidden", "may be hidden"])
def test_who_is_alone_in_two_sums_that_meet_where_the_table_has_no_row(zeros: Zeros) -> None:
    """The one in B and N is alone in B and in N; A has no row by region, and the table of all cells is drawn up."""
    rows = [("A", TOTAL, 4), ("B", "N", 1), ("B", TOTAL, 1), (TOTAL, "N", 1), (TOTAL, "S", 4), (TOTAL, TOTAL, 5)]
    table = CountTable(pd.DataFrame(rows, columns=["film", "region", "count"]), ("film", "region"))
    assert SuppressComplementary(3, zeros=zeros, against=Singletons()).repair(table).price == 0


def test_attackers_who_cannot_be_are_named_before_a_repair_begins() -> None:
    """Of one table it was not noticed, and a cell was said not to be protectable from two who cannot be."""
    cells = pd.DataFrame({"g": ["B0", "B1", TOTAL] * 3, "h": ["C0"] * 3 + ["C1"] * 3 + [TOTAL] * 3, "mark": ""})
    table = CountTable(cells.assign(count=[1, 0, 1, 0, 1, 1, 1, 1, 2]), ("g", "h"))
    two = Coalition((Contributor(("B0", TOTAL), alone=True), Contributor((TOTAL, "C0"), alone=True)))
    with pytest.raises(ValueError, match=r"Coalition\(.* does not fit what is printed\."):
        SuppressComplementary(2, zeros="hidden", against=(two,)).repair(table)
