from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.printed_elsewhere import PrintedElsewhere
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.small_releases import place, printed, square_system

HIDDEN = printed({"A": ["c"], "B": [20]}, [TOTAL], Rule(9))


def test_a_cell_that_another_table_prints_is_found() -> None:
    whole = printed({"A": [8], "B": [20]}, [TOTAL], None)
    system = system_of(LinkedTables((HIDDEN, whole)), Outsider())
    assert system.elsewhere == {place(system, "A", TOTAL): PrintedElsewhere(("film", "region"), True, 8, 8, "printed")}


def test_the_print_that_leaves_fewest_counts() -> None:
    rounded = printed({"A": [10], "B": [20]}, [TOTAL], None, base=5)
    exact = printed({"A": [8], "B": [20]}, [TOTAL], None)
    for tables in ((HIDDEN, rounded, exact), (exact, rounded, HIDDEN)):
        system = system_of(LinkedTables(tables), Outsider())
        assert system.elsewhere == {
            place(system, "A", TOTAL): PrintedElsewhere(("film", "region"), False, 8, 8, "printed")
        }


def test_one_table_has_no_other() -> None:
    assert square_system().elsewhere == {}
