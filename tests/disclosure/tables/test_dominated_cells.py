"""Which amounts are dominated, and how far estimates must stay away, on tables that can be solved in the head."""

import pandas as pd
import pytest

from disclosure.rules import PPercentRule
from disclosure.tables.dominated_cells import dominated_cells, protection_levels
from disclosure.tables.magnitude_table import magnitude_table

MINUTES = pd.DataFrame({"film": list("AAABBB"), "viewer_id": [1, 2, 3] * 2, "minutes": [900, 80, 20, 190, 180, 170]})


def test_a_cell_is_dominated_where_the_rest_is_a_small_part_of_the_largest():
    """20 are left beside the two largest of A: less than a tenth of 900. B has 170 left, more than a tenth of 190."""
    table = magnitude_table(MINUTES, by=("film",), largest=2)
    assert dominated_cells(table, PPercentRule(10)).tolist() == [True, False, False]


def test_the_level_is_what_lacks_of_p_per_cent_of_the_largest():
    table = magnitude_table(MINUTES, by=("film",), largest=2)
    [level, *others] = protection_levels(table, PPercentRule(10)).tolist()
    assert level == 90 - 20 and max(others) <= 0


def test_a_table_without_the_contributions_that_the_rule_looks_at_is_refused():
    with pytest.raises(ValueError, match="make it with magnitude_table"):
        dominated_cells(magnitude_table(MINUTES, by=("film",), largest=1), PPercentRule(10))
