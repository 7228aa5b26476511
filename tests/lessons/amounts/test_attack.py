"""Amounts that can be added in the head: who is second largest, and what is left when she takes hers away."""

import pandas as pd
import pytest

from disclosure.tables.magnitude_table import magnitude_table
from lessons.amounts.attack import second_largest_estimates

MINUTES = pd.DataFrame(
    {"film": list("AAAABBBC"), "viewer_id": [1, 2, 3, 1, 1, 2, 3, 1], "minutes": [800, 80, 20, 100, 60, 50, 40, 9]}
)


def test_the_second_largest_takes_hers_away():
    table = magnitude_table(MINUTES, by=("film",), largest=2, contributors=True)
    estimates = second_largest_estimates(table).set_index("film")
    assert estimates.index.tolist() == ["A", "B"]  # C has one contributor, and totals are left out
    assert estimates.loc["A", ["amount", "largest", "own", "estimate"]].tolist() == [1000, 900, 80, 920]
    assert estimates["off_by"].round(3).tolist() == [0.022, 0.667]


@pytest.mark.parametrize("without", [{"largest": 1, "contributors": True}, {"largest": 2}])
def test_a_table_that_lacks_what_is_needed_is_refused(without):
    with pytest.raises(ValueError, match="make it with"):
        second_largest_estimates(magnitude_table(MINUTES, by=("film",), **without))
