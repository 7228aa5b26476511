"""Somebody who contributes to an amount looks at it, and takes away what she knows of herself.

She has the cell, like everybody, and knows her own minutes. She wants the minutes of the largest contributor. She needs
one subtraction.
"""

from collections.abc import Sequence

import pandas as pd

from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import CONTRIBUTORS, largest_columns


def second_largest_estimates(table: CountTable) -> pd.DataFrame:
    """What the second largest contributor to each cell takes to be the largest contribution: the cell without hers.

    It is at least the largest one; what the others have is her error.

    Args:
        table: the office's table of amounts, with at least the two largest contributions to each cell beside it
            (``magnitude_table(..., largest=2, contributors=True)``).

    Returns:
        One row per cell that is no total and has two contributors or more, the smallest error first. Columns: the
        dimensions; ``contributors``; ``amount`` (the cell), ``largest``, ``own``, ``estimate`` (all in the table's
        unit); ``off_by`` (the share by which the estimate exceeds the largest).

    Raises:
        ValueError: the table does not carry the largest contributions and the number of contributors.

    Examples:
        >>> from disclosure.tables.magnitude_table import magnitude_table
        >>> minutes = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 2, 3, 1], "minutes": [900, 80, 20, 50]})
        >>> table = magnitude_table(minutes, by=("film",), largest=2, contributors=True)
        >>> second_largest_estimates(table).round(3)
          film  contributors  amount  largest  own  estimate  off_by
        0    A             3    1000      900   80       920   0.022
    """
    columns: Sequence[str] = largest_columns(table)
    if len(columns) < 2 or CONTRIBUTORS not in table.cells:
        raise ValueError(
            "the table carries no two largest contributions with their number: make it with "
            "magnitude_table(..., largest=2, contributors=True)."
        )
    cells = table.cells[~table.is_total & table.cells[CONTRIBUTORS].ge(2)]
    amount, largest, own = cells["count"], cells[columns[0]], cells[columns[1]]
    frame = cells[[*table.by, CONTRIBUTORS]].assign(amount=amount, largest=largest, own=own, estimate=amount - own)
    off_by = ((amount - own - largest) / largest).astype("float64")
    return frame.assign(off_by=off_by).sort_values("off_by", kind="stable")
