import numpy as np
import pandas as pd

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.repair.needs import Asked, levels_of, needs_of
from disclosure.repair.protection import Width
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.magnitude_table import magnitude_table
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question

TABLE = table_of([1, 6], [8, 7])
MINUTES = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 2, 3, 4], "minutes": [900, 80, 20, 45]})


def test_what_is_asked_of_some_cells_is_asked_of_no_others() -> None:
    view = question(TABLE).views[0]
    (cell,) = view.needs
    wanted = np.zeros(len(view.count), dtype=bool)
    wanted[cell] = True
    rule = Rule(5, complementary_mark="c")
    needs = needs_of(Asked(wanted, Width(2)), rule, Outsider(), (TABLE,), (view.system, view.count))
    assert {place: need.sliding for place, need in needs.items()} == {cell: 2}
    alone = Contributor(("A", "N"), alone=True)
    assert needs_of(Asked(wanted, "exact"), rule, alone, (TABLE,), (view.system, view.count)) == {}


def test_levels_are_those_of_the_rule_for_amounts() -> None:
    table = magnitude_table(MINUTES, by=("film",), largest=2)
    assert levels_of(TABLE, Rule(5), [np.arange(9)], 9) is None
    levels = levels_of(table, PPercentRule(10), [np.arange(3)], 3)
    assert levels is not None and levels.tolist()[0] == 70
