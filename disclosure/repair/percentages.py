"""Percentages beside counts: each is hidden with its count, and with the count of which it is a percentage.

What stays is a percentage of one printed number in another one: it tells nothing that the two do not. Where parts were
made to add up to 100, one percentage depends on the others: there all of a base go, if one of its parts is hidden.
"""

from dataclasses import replace
from itertools import combinations

import numpy as np

from disclosure.audit.reading.shares import base_cells, is_used, shares_of
from disclosure.audit.solving.network import Flags
from disclosure.tables.count_table import CountTable
from disclosure.tables.percentages import Percentages, printed_percentages


def hide_percentages(table: CountTable) -> CountTable:
    """Return a table with no percentages that could tell of hidden counts.

    Args:
        table: the table; its counts are hidden already.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [None, 7, 9], "share": [22.2, 77.8, 100.0]})
        >>> shares = Percentages("share", of="film", sums_to_100=False)
        >>> hide_percentages(CountTable(cells, ("film",), percentages=(shares,))).cells["share"].tolist()
        [nan, 77.8, 100.0]
    """
    if not table.percentages:
        return table
    left = {each.column: table.cells[each.column].mask(_telling(table, each)) for each in table.percentages}
    return replace(table, cells=table.cells.assign(**left))


def _telling(table: CountTable, percentages: Percentages) -> Flags:
    """True for each cell whose percentage could tell of a hidden count; shape (cells,)."""
    hidden, base = table.is_hidden.to_numpy(dtype=bool), base_cells(table, percentages)
    telling = hidden | (hidden[base] & (base >= 0))
    if percentages.sums_to_100:
        telling |= np.isin(base, base[hidden & (base >= 0)])
    return telling


def refuse_percentages(table: CountTable) -> None:
    """Say in a sentence which percentages could not be protected by hiding them with their counts.

    Args:
        table: the table, every count printed.

    Raises:
        ValueError: a question about them is not answered, or their base is unknown or stands in print by another name.
    """
    for each in table.percentages:
        list(shares_of(table, np.arange(len(table.cells))))
        in_column = isinstance(each.of, str) and each.of not in table.by
        if not is_used(table, each) or each.base_rounded_to > 1 or _has_no_base(table, each):
            raise ValueError(
                f"the percentages in {each.column!r} cannot be protected, for the audit does not use all that they "
                "tell (weighted ones, and such whose base is not printed or is rounded): take them out."
            )
        if in_column and each.sums_to_100:
            raise ValueError(f"the percentages in {each.column!r} were made to add up: take them out.")
        if in_column and (over := _own_totals(table, str(each.of))):
            raise ValueError(
                f"the column {each.of!r} prints the totals over {' and '.join(over)} again, also where they are "
                f"hidden: write of={over if len(over) > 1 else over[0]!r} and take the column out."
            )


def _has_no_base(table: CountTable, percentages: Percentages) -> bool:
    """Whether a percentage is printed whose base is not."""
    printed, base = table.cells[percentages.column].notna().to_numpy(), base_cells(table, percentages)
    if isinstance(percentages.of, str) and percentages.of not in table.by:
        return bool((printed & table.cells[percentages.of].isna().to_numpy()).any())
    return bool((printed & (base < 0)).any())


def _own_totals(table: CountTable, column: str) -> tuple[str, ...]:
    """The dimensions over which a column of bases sums the table's own counts; empty if it is none of its totals."""
    numbers, count = printed_percentages(table.cells, column, table.by), table.cells["count"]
    for size in range(len(table.by) + 1):
        for over in combinations(table.by, size):
            base = base_cells(table, Percentages("share", of=over or {}))
            found = base >= 0
            same = numbers[found].to_numpy() == count.to_numpy(dtype=float)[base[found]]
            if found.any() and same.all():
                return over or table.by
    return ()
