"""A small table of counts, written down cell by cell: for tables that are made up to show something."""

import pandas as pd

from disclosure.labels import TOTAL, as_text, cell_name, refuse_like_total
from disclosure.tables.accepted import LARGEST_COUNT, whole_counts
from disclosure.tables.count_table import CountTable
from disclosure.tables.dimensions import dimension_names


def table_from_counts(counts: pd.DataFrame) -> CountTable:
    """Return the table, with totals, of as many people as the counts say.

    Args:
        counts: whole numbers, one row and one column per label; the names of index and columns name the dimensions.

    Raises:
        ValueError: index or columns have no name, a label stands there twice or for the sum, or a count is no whole
            number (the sentence names the cell), or they are too large together.

    Examples:
        >>> counts = pd.DataFrame({"north": [1, 0], "south": [1, 1]}, pd.Index(["A", "B"], name="film"))
        >>> table_from_counts(counts.rename_axis(columns="region")).grid()
        region  north south total
        film
        A           1     1     2
        B           0     1     1
        total       1     2     3
    """
    if not isinstance(counts, pd.DataFrame) or not counts.size:
        raise ValueError("counts is no frame with rows and columns: give one row and one column per label.")
    down, across = counts.index.name, counts.columns.name
    if not down or not across:
        raise ValueError("counts has an index or columns without a name: give both one, with .rename_axis(...).")
    by = dimension_names((down, across))
    axes = [pd.Series(as_text(pd.Series(axis, name=axis.name))) for axis in (counts.index, counts.columns)]
    for axis in axes:
        refuse_like_total(str(axis.name), axis, totals=False)
        if twice := next(iter(axis[axis.duplicated()]), None):
            raise ValueError(
                f"counts has a label twice, {twice!r} in {axis.name!r}: each row and column needs one of its own."
            )
    cells = pd.MultiIndex.from_product(axes, names=by).to_frame(index=False)
    printed = whole_counts(pd.Series(counts.to_numpy(dtype=object).ravel()), cells)
    if printed.isna().any():
        raise ValueError(f"{cell_name(cells[printed.isna()].iloc[0])} has no count: write whole numbers, 0 or more.")
    if (people := sum(printed)) >= LARGEST_COUNT:
        raise ValueError(f"counts add up to {people}, more than can be counted: count in a larger unit.")
    numbers = printed.astype("int64").to_numpy().reshape(counts.shape)
    grid = pd.DataFrame(numbers, index=list(axes[0]), columns=list(axes[1]))
    grid = pd.concat([grid, grid.sum().to_frame(TOTAL).T])
    every = grid.assign(**{TOTAL: grid.sum(axis="columns")}).to_numpy().ravel()
    labels = pd.MultiIndex.from_product([[*axis, TOTAL] for axis in axes], names=by).to_frame(index=False)
    return CountTable(labels.assign(count=pd.array(every, dtype="Int64"), mark=""), by)
