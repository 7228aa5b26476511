"""What the cells that are no totals add up to, in each total and wider label: the whole of it, if it is broken down."""

import numpy as np
import pandas as pd

from disclosure.tables.cell_layout import wider_labels
from disclosure.tables.count_table import CountTable


def sums_of_parts(table: CountTable, count: np.ndarray) -> np.ndarray:
    """Each cell's number, totals and wider labels summed from the cells that are no totals; shape (cells,).

    Where none of these lies in a sum, it is 0: nobody can say how such a sum is made up.

    Args:
        table: the table.
        count: the whole numbers that are summed; shape (cells,).

    Examples:
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [3, 4, 9], "mark": ""})
        >>> sums_of_parts(CountTable(cells, ("film",)), np.array([3, 4, 9])).tolist()
        [3, 4, 7]
    """
    names = list(table.by)
    parts = table.cells[names].assign(count=count)[~table.is_total]
    for name in names:
        nest = table.hierarchies.get(name, {})
        chains = {label: [*dict.fromkeys(wider_labels(label, nest))] for label in parts[name].unique()}
        parts = parts.assign(**{name: parts[name].map(chains)}).explode(name)
    sums = parts.groupby(names)["count"].sum()
    return sums.reindex(pd.MultiIndex.from_frame(table.cells[names]), fill_value=0).to_numpy(dtype=np.int64)
