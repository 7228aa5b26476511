from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Attacker, Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.repair.lost_cells import without_lost
from disclosure.repair.protection import Protection, UnreachableError, Width
from disclosure.repair.suppression_problem import SuppressionProblem, problem_of
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.repair.small_tables import table_of

OUTSIDER, TABLE = Outsider(), table_of([1, 6, 9], [2, 7, 20], [9, 30, 30])


def question(already: tuple[CountTable, ...], attacker: Attacker = OUTSIDER) -> SuppressionProblem:
    rule = Rule(5, complementary_mark="c")
    told = {"protect": "exact", "against": (attacker,), "cost": "people", "primary_known": True}
    return problem_of(TABLE, rule, **told, already=already)  # type: ignore[arg-type]


def test_only_what_the_tables_in_print_make_impossible_is_lost() -> None:
    """Two small cells in one column: a table that prints 1, and neither 2 nor the column's total, gives one away."""
    printed = TABLE.cells["count"].mask((TABLE.cells["film"] != "A") | (TABLE.cells["region"] == "total"))
    other = CountTable(TABLE.cells.assign(count=printed), ("film", "region"))
    problem = without_lost(question((other,)))
    assert [problem.name(cell) for cell in problem.lost] == ["A | N"]
    assert [problem.name(cell) for cell in problem.views[0].needs] == ["B | N"]


@pytest.mark.parametrize("protect", [Width(3), "whole range"])
def test_a_cell_that_print_only_narrows_keeps_the_room_that_is_left(protect: Protection) -> None:
    """Rounded to threes, 2 is printed as 3: 2 to 4. As much is left by the repair, and no more can be asked."""
    table = table_of([2, 9], [9, 9])
    before = RoundTo(3)(table)
    repaired = SuppressComplementary(5, protect=protect).repair(table, already=before)
    found = audit(LinkedTables((repaired.release, before)), OUTSIDER).query("film == 'A' and region == 'N'").iloc[0]
    assert (found["low"], found["high"]) == (2, 4)
    assert (repaired.narrowed, repaired.lost) == (("A | N",), ())
    assert "leaves less room than asked for in: A | N." in repaired.sentence


def test_what_the_new_table_itself_would_give_away_is_refused() -> None:
    """Before, A was 1 or 2. That B must be printed as 2 says that it is 1: earlier tables are not to blame."""
    table = count_table(pd.DataFrame({"film": list("ABBCCCCCCCCC")}), by=("film",))
    before = Suppress(3)(table)
    assert audit(before, OUTSIDER).set_index("film").loc["A", "verdict"] == "open"
    with pytest.raises(UnreachableError, match="A cannot be protected"):
        SuppressComplementary(3, must_print=(("B",),)).repair(table, already=before)


@pytest.mark.parametrize("left_out", [True, False])
def test_what_the_new_table_tells_by_a_row_that_it_leaves_out_is_no_loss_before_it(left_out: bool) -> None:
    """In print are the margins: 0 to 2 of B are in N. That A | N has no row, or a 0, says 2, and is refused."""
    table = table_of([0, 5], [2, 4])
    margins = [
        replace(table, cells=table.cells[rest == TOTAL]) for rest in (table.cells["film"], table.cells["region"])
    ]
    new = replace(table, cells=table.cells[1:]) if left_out else table
    with pytest.raises(UnreachableError, match=r"B \| N cannot be protected"):
        SuppressComplementary(3).repair(new, already=LinkedTables(tuple(margins)))


@pytest.mark.parametrize("protect", [Width(4), "whole range"])
def test_a_table_in_print_takes_the_same_room_away_by_a_row_left_out_as_by_a_zero(protect: Protection) -> None:
    """A | N is nobody, so B and C, 4 and 3 in N, are 3 or 4 each: print tells that, and the repair is not to blame."""
    new = table_of([0, 9], [4, 8], [3, 7])
    marks = new.cells["film"].eq(TOTAL) | new.cells["region"].eq(TOTAL) | new.cells["count"].eq(0)
    cells = new.cells.assign(count=new.cells["count"].mask(~marks), mark=np.where(marks, "", "c"))
    ask = SuppressComplementary(5, zeros="hidden", protect=protect, must_print=((TOTAL, "N"),))
    found = [ask.repair(new, already=replace(new, cells=each)) for each in (cells, cells[1:])]
    for repaired in found:
        assert (repaired.lost, repaired.narrowed) == (("A | N",), ("B | N", "C | N"))
    assert found[0].price == found[1].price


def test_nothing_is_lost_without_tables_in_print_or_where_they_hide_as_much() -> None:
    assert without_lost(question(())).lost == ()
    hidden = CountTable(
        TABLE.cells.assign(count=TABLE.cells["count"].mask(TABLE.cells["count"] > 0)), ("film", "region")
    )
    assert without_lost(question((hidden,))).lost == ()


def test_small_cells_that_their_lines_give_away_are_lost_as_well() -> None:
    problem = without_lost(question((Suppress(5)(TABLE),)))
    assert {problem.name(cell) for cell in problem.lost} == {"A | N", "B | N"}


def test_a_cell_of_a_table_in_print_is_lost_to_whom_that_table_gives_it_away() -> None:
    """Young and old are 3 together: whoever is the only young one knows that there are two old ones."""
    cells = pd.DataFrame({"age": ["young", "old", "others", "total"], "count": pd.array([pd.NA, pd.NA, 111, 114])})
    ages = CountTable(cells.assign(mark=["c", "c", "", ""]), ("age",), Rule(5))
    alone = without_lost(question((ages,), Contributor(("total", "total", "young"), alone=True)))
    assert [alone.name(cell) for cell in alone.lost] == ["total | total | old"]
    assert without_lost(question((ages,))).lost == ()
