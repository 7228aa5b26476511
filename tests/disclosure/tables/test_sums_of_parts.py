import numpy as np
import pandas as pd

from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.sums_of_parts import sums_of_parts


def test_wider_labels_and_totals_are_summed_and_a_sum_without_parts_is_0() -> None:
    """Village V is A and B; the sum of y stands alone."""
    rows = [("A", "x", 1), ("B", "x", 2), ("V", "x", 3), (TOTAL, "x", 3), (TOTAL, "y", 9), (TOTAL, TOTAL, 12)]
    cells = pd.DataFrame(rows, columns=["place", "sex", "count"]).assign(mark="")
    table = CountTable(cells, ("place", "sex"), hierarchies={"place": {"A": "V", "B": "V"}})
    assert sums_of_parts(table, np.array([1, 2, 0, 0, 0, 0])).tolist() == [1, 2, 3, 3, 0, 3]
    assert sums_of_parts(table, np.array([-1, 2, 7, 7, 7, 7])).tolist() == [-1, 2, 1, 1, 0, 1]
