"""The rule of thumb: cover every line in which just one cell is hidden. It looks safe, and is not."""

from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.tables.count_table import CountTable


def cover_each_line(table: CountTable, *, threshold: int) -> CountTable:
    """Hide small counts; then, wherever a line has just one hidden cell, hide its smallest printed count as well.

    Totals stay in print, and so do zeros. Nothing promises that this is enough: let the audit judge it.

    Args:
        table: a two-way table with totals as it was counted.
        threshold: the smallest count that may be printed, in people.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.from_counts import table_from_counts
        >>> films, regions = pd.Index(list("AB"), name="film"), pd.Index(list("NS"), name="region")
        >>> cover_each_line(table_from_counts(pd.DataFrame([[1, 7], [8, 9]], films, regions)), threshold=3).grid()
        region  N   S total
        film
        A       c   c     8
        B       c   c    17
        total   9  16    25
    """
    counts = table.cells[~table.is_total].set_index(list(table.by))["count"]
    lines = [lines.index for name in table.by for _, lines in counts.groupby(level=name, sort=False)]
    hidden = set(counts.index[counts.between(1, threshold - 1)])
    small = set(hidden)
    while alone := [line for line in lines if len(hidden & set(line)) == 1]:
        printed = counts[[cell for cell in alone[0] if cell not in hidden and counts[cell] > 0]]
        hidden.add(printed.idxmin())
    return SuppressByHand(threshold, also=tuple(hidden - small))(table)
