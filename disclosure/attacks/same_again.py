"""The same again: the same people get the same number, so another number tells that the people are others."""

import pandas as pd

from disclosure.tables.count_table import CountTable


def changed(this: CountTable, last: CountTable) -> pd.DataFrame:
    """Find the cells whose printed numbers differ between two tables of a kind: somebody came or left, certainly.

    Equal numbers prove nothing, for two different numbers of people may be printed alike. The size of a difference of
    changed counts says little; that there is one says all.

    Args:
        this, last: two tables with the same dimensions and labels; one and the same way of changing, with the same
            keys for the same people.

    Returns:
        One row per cell that differs: its labels, ``this``, ``last`` (printed numbers, in people).

    Raises:
        ValueError: the tables have other dimensions or other cells.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> this, last = (count_table(pd.DataFrame({"film": list(films)}), by="film") for films in ("AAB", "AAAB"))
        >>> changed(this, last)
            film  this  last
        0      A     2     3
        2  total     3     4
    """
    labels = list(this.by)
    if this.by != last.by or not this.cells[labels].equals(last.cells[labels]):
        raise ValueError("the tables have other dimensions or other cells: take two of a kind.")
    both = this.cells[labels].assign(this=this.cells["count"], last=last.cells["count"])
    return both[both["this"].ne(both["last"]).fillna(False)]
