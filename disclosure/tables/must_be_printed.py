"""Cells that must be printed whatever the rule of a table says: a law asks for them, or a press release has them."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.labels import cell_name, written

Labels = tuple[str, ...]
"""The labels of one cell, in the order of its table's dimensions."""


def accepted_exceptions(given: Any, cells: pd.DataFrame, by: tuple[str, ...]) -> tuple[Labels, ...]:
    """Return the labels of cells that must be printed, or say in a sentence which of them makes no sense.

    Args:
        given: the labels of each cell; of a table of one dimension, a single label is enough.
        cells: the cells of the table.
        by: the names of its dimensions.

    Raises:
        ValueError: the table has no such cell, or hides it.

    Examples:
        >>> cells = pd.DataFrame({"film": ["A", "total"], "count": [2, 9]})
        >>> accepted_exceptions(["A"], cells, ("film",))
        (('A',),)
    """
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise ValueError(f"must_be_printed is {given!r}: name each cell by all its labels, such as [('A', 'North')].")
    each = [(one,) if isinstance(one, str) or not isinstance(one, Iterable) else tuple(one) for one in given]
    found = tuple(dict.fromkeys(tuple(map(written, labels)) for labels in each))
    if not found:
        return ()
    indices = {labels: index for index, labels in enumerate(cells[list(by)].itertuples(index=False, name=None))}
    for labels in found:
        if labels not in indices:
            raise ValueError(f"must_be_printed names {cell_name(labels)}, which is no cell by {' and '.join(by)}.")
        if "count" in cells and pd.isna(cells["count"].iloc[indices[labels]]):
            raise ValueError(f"{cell_name(labels)} must be printed, and the table hides it: print it, or do not ask.")
    return found


def are_named(cells: pd.DataFrame, by: tuple[str, ...], named: tuple[Labels, ...]) -> NDArray[np.bool_]:
    """True for each cell that is named by its labels; shape (cells,).

    Examples:
        >>> are_named(pd.DataFrame({"film": ["A", "B"]}), ("film",), (("B",),)).tolist()
        [False, True]
    """
    if not named:
        return np.zeros(len(cells), dtype=bool)
    return np.asarray(pd.MultiIndex.from_frame(cells[list(by)]).isin(list(named)), dtype=bool)
