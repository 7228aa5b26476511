"""What the cells that are no totals add up to, in each total and wider label: the whole of it, if it is broken down."""

from collections import Counter
from itertools import product

import numpy as np

from disclosure.tables.cell_layout import wider_labels
from disclosure.tables.count_table import CountTable


def sums_of_parts(table: CountTable, count: np.ndarray) -> np.ndarray:
    """Each cell's number, totals and wider labels summed from the cells that are no totals; shape (cells,).

    Where none of these lies in a sum, it is 0: nobody can say how such a sum is made up.

    Args:
        table: the table.
        count: the whole numbers that are summed; shape (cells,).

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [3, 4, 9], "mark": ""})
        >>> sums_of_parts(CountTable(cells, ("film",)), np.array([3, 4, 9])).tolist()
        [3, 4, 7]
    """
    chains = [
        {label: {*wider_labels(label, table.hierarchies.get(name, {}))} for label in table.cells[name].unique()}
        for name in table.by
    ]
    cells = [*zip(*(table.cells[name].tolist() for name in table.by), strict=True)]
    sums: Counter[tuple[str, ...]] = Counter()
    for cell, number, again in zip(cells, count.tolist(), table.is_total.tolist(), strict=True):
        for above in () if again else product(*map(dict.__getitem__, chains, cell)):
            sums[above] += number
    return np.array([sums[cell] for cell in cells], dtype=np.int64)
