"""Who is alone in a cell, in tables of people and of amounts."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.repair.protection import Singletons
from disclosure.repair.singletons import attackers_of
from disclosure.tables.count_table import count_table
from disclosure.tables.linked_tables import linked_tables
from disclosure.tables.magnitude_table import magnitude_table


def minutes(largest):
    rows = pd.DataFrame({"film": list("ABBC"), "viewer_id": [7, 8, 9, 7], "minutes": [30, 20, 10, 40]})
    return magnitude_table(rows, by=("film",), largest=largest)


def test_a_total_of_one_is_nobody_new():
    table = count_table(pd.DataFrame({"film": list("ABB"), "region": list("NSS")}), by=("film", "region"))
    assert attackers_of(table, [Singletons()]) == (Contributor(("A", "N"), alone=True),)


def test_others_stay_and_nobody_is_named_twice():
    table = count_table(pd.DataFrame({"film": list("AB")}), by=("film",))
    alone = Contributor(("A",), alone=True)
    found = attackers_of(table, [Outsider(), alone, Singletons()])
    assert found == (Outsider(), alone, Contributor(("B",), alone=True))


def test_who_is_alone_in_two_cells_of_amounts_knows_both():
    both = (Contributor(("A",), alone=True, amount=30), Contributor(("C",), alone=True, amount=40))
    assert attackers_of(minutes(largest=1), [Singletons()]) == (Coalition(both),)


def test_a_table_of_amounts_that_does_not_say_whose_gets_a_sentence():
    with pytest.raises(ValueError, match="does not say who is alone"):
        attackers_of(minutes(largest=0), [Singletons()])


def test_in_linked_tables_a_cell_has_the_labels_of_all_dimensions():
    people = pd.DataFrame({"film": list("ABB"), "region": list("NSS"), "age": ["old", "old", "young"]})
    found = attackers_of(linked_tables(people, by=[("film", "region"), ("film", "age")]), [Singletons()])
    assert Contributor(("A", "N", "total"), alone=True) in found
    assert Contributor(("B", "total", "young"), alone=True) in found
