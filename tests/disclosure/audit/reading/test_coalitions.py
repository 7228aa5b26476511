from dataclasses import replace

import pytest

from disclosure.audit.attackers import Coalition, Contributor, Labels
from disclosure.audit.reading.as_printed import as_printed
from disclosure.audit.reading.coalitions import are_spread, is_used, overlaps, tables_needed
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from disclosure.tables.distinct_persons import DistinctPersons
from tests.disclosure.audit.small_releases import printed, square

BY = ("film", "region")
ROW, COLUMN, CROSS = (Contributor(cell) for cell in (("A", TOTAL), (TOTAL, "x"), ("A", "x")))
PRINTED = as_printed(square())
KNOWN = {("A", TOTAL), (TOTAL, "x"), ("A", "x"), ("B", "x")}


def test_a_row_and_a_column_overlap() -> None:
    (group,) = overlaps([ROW, COLUMN, CROSS], PRINTED.sets, BY, KNOWN)
    assert (group.members, group.by) == ((ROW, COLUMN), BY)
    assert is_used(group, PRINTED) and not tables_needed([group], PRINTED, {})


def test_cells_in_each_other_or_apart_do_not() -> None:
    assert not overlaps([ROW, CROSS, Contributor(("B", "x"))], PRINTED.sets, BY, KNOWN)


def test_a_cell_that_no_table_has_is_looked_for() -> None:
    ((group),) = overlaps([ROW], PRINTED.sets, BY, set())
    assert group.by == ("film",)


@pytest.mark.parametrize(
    ("cell", "spread"),
    [(("A", "x"), False), (("A", TOTAL), True), ((TOTAL, "x"), False), ((TOTAL, TOTAL), False)],
)
def test_who_names_her_answers_names_her_group_as_well(cell: Labels, spread: bool) -> None:
    films = replace(square(), persons=DistinctPersons("film", no_answer=False))
    assert are_spread([Contributor(("B", "y")), Contributor(cell)], as_printed(films)) == spread
    assert not are_spread([Contributor(cell)], PRINTED)


def test_one_behind_events_names_a_narrowest_cell() -> None:
    visits = replace(square(), unit="visits", persons=DistinctPersons("film"))
    assert are_spread([Contributor(("A", "x"), amount=3)], as_printed(visits))
    once = replace(visits, persons=DistinctPersons())
    assert not are_spread([Contributor(("A", "x"), amount=3)], as_printed(once))
    assert are_spread([Contributor(("A", TOTAL), amount=3)], as_printed(once))


def test_what_is_not_used_of_two_people_is_said() -> None:
    """All who gave B are in x; so somebody there and the one in A are two of x's people."""
    several = printed(
        {"A": ["c", "c", "c"], "B": ["c", 0, "c"], TOTAL: ["c", "c", "c"]},
        ["x", "y", TOTAL],
        Rule(5, zeros="printed"),
        persons=DistinctPersons("film", no_answer=False),
    )
    two = Coalition((Contributor(("A", "x")), Contributor(("B", TOTAL))))
    frame = audit(several, two)
    assert set(frame["verdict"]) == {"not found"}
    assert "where else the attackers stand" in frame["why"].iloc[0]
