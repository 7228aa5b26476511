import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.small_releases import place, printed, square

ANN, BO = Contributor(("A", "x")), Contributor(("A", "y"))


def test_a_contributor_raises_what_she_knows_and_no_more() -> None:
    release = printed({"A": ["c", "c", "c"], TOTAL: ["c", "c", 9]}, ["x", "y", TOTAL], Rule(5, zeros="hidden"))
    system = system_of(release, Coalition((ANN, BO)))
    assert [int(system.low[place(system, "A", label)]) for label in ("x", "y", TOTAL)] == [1, 1, 2]


def test_to_be_alone_fixes_the_cell() -> None:
    system = system_of(square(), Contributor(("A", "x"), alone=True))
    cell = place(system, "A", "x")
    assert (system.low[cell], system.high[cell]) == (1, 1)


def test_the_same_people_are_one_cell_in_all_tables() -> None:
    linked = LinkedTables((square(), square()))
    assert len(system_of(linked, Outsider()).low) == 9


def test_tables_that_print_different_counts_of_the_same_people_are_refused() -> None:
    one, two = (printed({"A": [count]}, ["x"], None) for count in (3, 4))
    with pytest.raises(ContradictionError, match="different things"):
        system_of(LinkedTables((one, two)), Outsider())


def test_nobody_is_alone_in_a_cell_with_three_people() -> None:
    with pytest.raises(ContradictionError, match="does not fit"):
        system_of(printed({"A": [3, "c"]}, ["x", "y"], Rule(3)), Contributor(("A", "x"), alone=True))
