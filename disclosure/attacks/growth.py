"""Lines of a table that grow in a single cell: whoever is new in the line stands there."""

import numpy as np


def sole_growth(grown: np.ndarray, total: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the lines of a difference that grow in a single cell.

    Args:
        grown: the differences of the cells, not a number where hidden; shape (..., lines, cells).
        total: the differences of the lines' totals, not a number where there are none or they are hidden; (..., lines).

    Returns:
        For each line: the place of the cell that grows most, how many cells grow, and whether everybody new stands in a
        single cell.

    Examples:
        >>> hidden = np.nan
        >>> place, cells, proven = sole_growth(np.array([[0, 2, 0], [1, 1, 0], [1, hidden, 0]]), np.full(3, np.nan))
        >>> place.tolist(), cells.tolist(), proven.tolist()
        ([1, 0, 0], [1, 2, 1], [True, False, False])
    """
    rise = np.nan_to_num(grown).clip(min=0)
    cells = (rise > 0).sum(axis=-1)
    whole = ~np.isnan(grown).any(axis=-1) | (rise.sum(axis=-1) == total)
    return rise.argmax(axis=-1), cells, whole & (cells == 1)
