"""Which amounts a dominance rule calls dominated, and how far from the truth the best estimate must lie."""

from collections.abc import Iterator

import pandas as pd

from disclosure.rules import DominanceRule
from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import largest_columns


def dominated_cells(table: CountTable, rule: DominanceRule) -> pd.Series:
    """True for each cell that a rule calls dominated; shape (cells,).

    Raises:
        ValueError: the table does not carry as many of the largest contributions as the rule looks at.
    """
    return pd.Series([rule.dominates(*pair) for pair in _contributions(table, rule)], table.cells.index, dtype=bool)


def protection_levels(table: CountTable, rule: DominanceRule) -> pd.Series:
    """How far above each cell its largest possible amount must lie if it is dominated, in units; shape (cells,).

    Raises:
        ValueError: as in `dominated_cells`.
    """
    levels = [rule.protection_level(*pair) for pair in _contributions(table, rule)]
    return pd.Series(levels, table.cells.index, dtype="int64")


def _contributions(table: CountTable, rule: DominanceRule) -> Iterator[tuple[list[int], int]]:
    """The largest contributions to each cell, and the cell."""
    columns, needed = largest_columns(table), rule.contributors
    if len(columns) < needed:
        raise ValueError(
            f"the table carries {len(columns)} of the largest contributions, the rule looks at {needed}: "
            f"make it with magnitude_table(..., largest={needed})."
        )
    return zip(table.cells[columns].to_numpy().tolist(), table.cells["count"].tolist(), strict=True)
