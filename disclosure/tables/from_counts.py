"""A small table of counts, written down cell by cell: for tables that are made up to show something."""

import pandas as pd

from disclosure.tables.count_table import CountTable, count_table


def table_from_counts(counts: pd.DataFrame) -> CountTable:
    """Return the table, with totals, of as many people as the counts say.

    Args:
        counts: whole numbers, one row and one column per label; the names of index and columns name the dimensions.

    Raises:
        ValueError: index or columns have no name, a label stands there twice, or a count is no whole number.

    Examples:
        >>> counts = pd.DataFrame({"north": [1, 0], "south": [1, 1]}, pd.Index(["A", "B"], name="film"))
        >>> table_from_counts(counts.rename_axis(columns="region")).grid()
        region  north south total
        film
        A           1     1     2
        B           0     1     1
        total       1     2     3
    """
    down, across = counts.index.name, counts.columns.name
    if not down or not across:
        raise ValueError("counts has an index or columns without a name: give both one, with .rename_axis(...).")
    if not counts.index.is_unique or not counts.columns.is_unique:
        raise ValueError("counts has a label twice: each row and each column needs one of its own.")
    cells = pd.Series(counts.stack())
    if not (cells.ge(0) & cells.mod(1).eq(0)).all():
        raise ValueError("counts are numbers of people: whole numbers, 0 or more.")
    people = cells.index.repeat(cells.astype(int).to_numpy()).to_frame(index=False).astype(object)
    order = {axis.name: pd.CategoricalDtype(axis.tolist()) for axis in (counts.index, counts.columns)}
    return count_table(people.astype(order), by=(str(down), str(across)))
