import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, disjunction_of_gap
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.time_limit import limited_to
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.from_counts import table_from_counts
from disclosure.tables.percentages import Percentages

FREE = np.array([NO_LIMIT, NO_LIMIT])


def highest(matrix: list[list[int]], sums: list[int], *disjunctions: Disjunction) -> list[int]:
    equations = Equations(np.array(matrix), np.array(sums), np.zeros(2, dtype=int), FREE, disjunctions)
    return FeasibleTables(equations).ranges(np.arange(2))[1].tolist()


def test_a_gap_is_no_limit() -> None:
    assert highest([[1, -1]], [0], disjunction_of_gap(0, (1, 4))) == [NO_LIMIT, NO_LIMIT]


def test_a_line_is_a_limit_although_there_is_a_gap() -> None:
    assert highest([[1, 1]], [7], disjunction_of_gap(0, (5, 9))) == [4, 7]


def test_a_condition_on_two_cells_may_be_a_limit() -> None:
    both_small = Disjunction(((LinearConstraint((0, 1), (1, 1), None, 3),),))
    assert highest([[0, 0]], [0], both_small) == [3, 3]
    one_grows = Disjunction(((LinearConstraint((0, 1), (1, 3), None, 3),), (LinearConstraint((0,), (1,), None, 2),)))
    assert highest([[0, 0]], [0], one_grows) == [3, NO_LIMIT]


def test_rates_with_many_places_beside_hidden_counts_alone_are_no_limit() -> None:
    """698.4866 for 100,000 is 6 of 859, 12 of 1718 and so on: the search for the largest of them did not end."""
    counts = pd.DataFrame({"f": [6, 56], "m": [853, 846]}, pd.Index(["p", "q"], name="a")).rename_axis(columns="b")
    cells = table_from_counts(counts).cells
    base = np.repeat(cells.loc[cells["b"] == "total", "count"].to_numpy(dtype=float), 3)
    rates = (100_000 * cells["count"].to_numpy(dtype=float) / base).round(4)
    hidden = cells.assign(count=pd.array([pd.NA] * 9, dtype="Int64"), mark="c", rate=rates)
    shown = Percentages("rate", "b", decimals=4, rounding="half even", per=100_000, sums_to_100=False)
    rule = Rule(10, zeros="hidden", complementary_mark="c")
    with limited_to(60):
        found = audit(CountTable(hidden, ("a", "b"), rule, percentages=(shown,)), Outsider(), why=False)
    assert found["low"].tolist() == cells["count"].tolist()
    assert found["high"].isna().all()


def test_beside_a_steep_condition_a_line_is_a_limit() -> None:
    steep = Disjunction(((LinearConstraint((0, 1), (10**9, -1), 0, None),),))
    assert highest([[1, 1]], [7], steep) == [7, 6]
