"""Columns side by side that are in no sum: one may count some of the people of another, and no table says so."""

import re
from collections.abc import Iterator
from itertools import permutations

import numpy as np

from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Dimension, Grid
from disclosure.own_table.meaning import COVERS, SMALL_ONLY, Meaning

YEAR = re.compile(r"(1[89]|20)\d\d\D*")


def columns_beside(grid: Grid, axis: int, nesting: Nesting, meaning: Meaning) -> Iterator[str]:
    """Where it could matter, say that nobody told whether one column counts part of another ("pupils", "absent").

    It cannot matter where some printed count is larger than the one beside it, nor where no printed number lies
    between the ends of a hidden one. Years count other people, or the same ones at another time.

    Args:
        grid: the counts.
        axis: which dimension.
        nesting: what adds up to what in it.
        meaning: what the signs of the table mean.
    """
    dimension = grid.dimensions[axis]
    if dimension.axis != "columns" or len(nesting.roots) < 2:
        return
    values, ends = grid.lines_of(axis).values, _ends(meaning)
    for part, whole in permutations(nesting.roots, 2):
        if not _are_years(dimension, part, whole) and _matters(values[part], values[whole], *ends):
            yield f"whether {dimension.labels[part]!r} is part of {dimension.labels[whole]!r}"


def _are_years(dimension: Dimension, *columns: int) -> bool:
    """Whether the columns are named by years."""
    return all(YEAR.fullmatch(dimension.labels[column].strip()) for column in columns)


def _ends(meaning: Meaning) -> tuple[float, float]:
    """From where to where a hidden count can be, by its mark alone."""
    small = meaning.small().values()
    covers = COVERS in meaning.marks.values() or any(way != SMALL_ONLY for way in meaning.covering.values())
    least = min((least for least, _ in small), default=0)
    return least, np.inf if covers or not small else max(threshold for _, threshold in small) - 1


def _matters(part: np.ndarray, whole: np.ndarray, least: float, most: float) -> bool:
    """Whether one column may be part of another, and a hidden count would then be narrower.

    Examples:
        >>> few, many = np.array([np.nan, 3.0]), np.array([2.0, 9.0])
        >>> _matters(few, many, 1, 4), _matters(many, few, 1, 4)
        (True, False)
    """
    both = ~np.isnan(part) & ~np.isnan(whole)
    below, above = np.isnan(part) & ~np.isnan(whole), ~np.isnan(part) & np.isnan(whole)
    fits = (part[both] <= whole[both]).all() and (whole[below] >= least).all() and (part[above] <= most).all()
    return bool(fits and ((whole[below] < most).any() or (part[above] > least).any()))
