"""The counts that can stand behind printed numbers: one, all that round to it, or all that are perturbed to it."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.tables.count_table import CountTable

Numbers = NDArray[np.int64]
Gaps = dict[int, tuple[tuple[int, int], ...]]


def behind_printed(table: CountTable) -> tuple[Numbers, Numbers, Gaps]:
    """Return the smallest and largest count behind each printed number, and the impossible ones between.

    Args:
        table: the printed table; what it says of hidden cells means nothing.

    Returns:
        Two arrays of shape (cells,), in people or in the table's unit, and the gaps by the place of the cell.

    Raises:
        ContradictionError: nothing is printed like this by the table's own perturbations.
        ValueError: a number is no multiple of the table's base.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B"], "count": [0, 6]})
        >>> low, high, _ = behind_printed(CountTable(cells, ("film",), base=3, rounding="random"))
        >>> low.tolist(), high.tolist()
        ([0, 4], [2, 8])
    """
    printed = table.cells["count"].fillna(0).to_numpy(dtype=np.int64)
    if table.perturbation is not None:
        return _behind_perturbed(printed, table)
    if table.base == 1:
        return printed.copy(), printed.copy(), {}
    off = (printed % table.base != 0) & ~table.is_hidden.to_numpy()
    if off.any():
        raise ValueError(
            f"{table.cell_names[off].iloc[0]} is {printed[off][0]}, which is no multiple of {table.base}: "
            "the table says that its counts are rounded."
        )
    low, high = _behind_rounded(printed, table)
    return low, high, {}


def _behind_rounded(printed: Numbers, table: CountTable) -> tuple[Numbers, Numbers]:
    """The counts that round to what is printed: of an even base, a half goes where the office lets it go."""
    if table.rounding == "random":
        return np.maximum(printed - table.base + 1, 0), printed + table.base - 1
    near = (table.base - 1) // 2
    low, high = np.maximum(printed - near, 0), printed + near
    if table.base % 2:
        return low, high
    even = printed // table.base % 2 == 0
    down = {"half up": True, "half even": even, "unknown": True}[table.rounding]
    up = {"half up": False, "half even": even, "unknown": True}[table.rounding]
    return np.maximum(low - down, 0), high + up


def _behind_perturbed(printed: Numbers, table: CountTable) -> tuple[Numbers, Numbers, Gaps]:
    """The counts whose row of the perturbation table gives the printed number a chance."""
    assert table.perturbation is not None
    runs = {number: table.perturbation.behind(number) for number in set(printed.tolist())}
    hidden = table.is_hidden.to_numpy()
    for place in np.flatnonzero(~hidden).tolist():
        if not runs[int(printed[place])]:
            name = table.cell_names.iloc[place]
            raise ContradictionError(f"{name}: by the table's own perturbations, {printed[place]} is never printed.")
    found = [runs[number] or ((0, 0),) for number in printed.tolist()]
    gaps = {
        place: tuple((before[1] + 1, after[0] - 1) for before, after in pairwise(its_runs))
        for place, its_runs in enumerate(found)
        if len(its_runs) > 1 and not hidden[place]
    }
    low, high = (np.array([its_runs[end][end] for its_runs in found], dtype=np.int64) for end in (0, -1))
    return low, high, gaps
