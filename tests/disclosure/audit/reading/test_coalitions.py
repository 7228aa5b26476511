from disclosure.audit.attackers import Contributor
from disclosure.audit.reading.coalitions import is_used, overlaps, tables_needed
from disclosure.tables.count_table import TOTAL
from tests.disclosure.audit.small_releases import square

BY = ("film", "region")
ROW, COLUMN, CROSS = (Contributor(cell) for cell in (("A", TOTAL), (TOTAL, "x"), ("A", "x")))
KNOWN = {("A", TOTAL), (TOTAL, "x"), ("A", "x"), ("B", "x")}


def test_a_row_and_a_column_overlap() -> None:
    (group,) = overlaps([ROW, COLUMN, CROSS], (square(),), BY, KNOWN)
    assert (group.members, group.by) == ((ROW, COLUMN), BY)
    assert is_used(group, (square(),)) and not tables_needed([group], (square(),))


def test_cells_in_each_other_or_apart_do_not() -> None:
    assert not overlaps([ROW, CROSS, Contributor(("B", "x"))], (square(),), BY, KNOWN)


def test_a_cell_that_no_table_has_is_looked_for() -> None:
    ((group),) = overlaps([ROW], (square(),), BY, set())
    assert group.by == ("film",)
