"""Two tables for the tests of sweeps."""

import pandas as pd

from disclosure.tables.count_table import count_table

PEOPLE = pd.DataFrame(
    [("A", "north")] * 2 + [("A", "south")] * 6 + [("B", "north")] * 7 + [("B", "south")] * 9,
    columns=["film", "region"],
)
TABLE = count_table(PEOPLE, by=("film", "region"))
SQUARE = count_table(pd.DataFrame({"film": list("AAABBB"), "region": list("nssnns")}), by=("film", "region"))
"""Counts 1 and 2, 2 and 1: all totals are 3."""
