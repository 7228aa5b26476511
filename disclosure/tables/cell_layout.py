"""Which cells a table has, totals included, and in which order they are read."""

from collections.abc import Mapping, Sequence
from itertools import compress

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.labels import TOTAL
from disclosure.tables.dimensions import Hierarchy


def with_totals(
    counts: NDArray[np.int64], labels: list[list[str]], hierarchies: Sequence[Hierarchy]
) -> tuple[list[list[str]], NDArray[np.int64]]:
    """Add the sums, dimension after dimension, and lay all out in reading order.

    Args:
        counts: one axis for each dimension, in the order of its labels.
        labels: the labels of each dimension.
        hierarchies: for each dimension, the wider label in which each label lies.

    Returns:
        The labels of each dimension with the wider ones and `TOTAL`, and the counts in their order.

    Examples:
        >>> with_totals(np.array([[1, 2], [3, 4]]), [["A", "B"], ["north", "south"]], [{}, {"north": "up"}])
        ([['A', 'B', 'total'], ['north', 'up', 'south', 'total']], array([[ 1,  1,  2,  3],
               [ 3,  3,  4,  7],
               [ 4,  4,  6, 10]]))
    """
    reading_order = []
    for axis, (in_dimension, hierarchy) in enumerate(zip(labels, hierarchies, strict=True)):
        chains = {label: wider_labels(label, hierarchy) for label in in_dimension}
        parts: dict[str, list[int]] = {label: [] for label in _after_their_parts(chains)}
        for place, chain in enumerate(chains.values()):
            for label in chain:
                parts[label].append(place)
        starts = np.cumsum([0, *map(len, parts.values())])[:-1]
        counts = np.add.reduceat(counts.take(np.concatenate([*parts.values()]), axis), starts, axis)
        reading_order.append(list(parts))
    return reading_order, counts


def wider_labels(label: str, hierarchy: Hierarchy) -> list[str]:
    """A label and all the wider ones in which it lies, ``TOTAL`` last."""
    chain = [label]
    while chain[-1] in hierarchy:
        chain.append(hierarchy[chain[-1]])
    return [*chain, TOTAL]


def dimensions_with_labels(cells: pd.DataFrame, by: tuple[str, ...]) -> tuple[str, ...]:
    """Some dimensions, but for those of which there is the total alone: by these cells tell nothing.

    Examples:
        >>> dimensions_with_labels(pd.DataFrame({"film": ["A", "B"], "age": "total"}), ("film", "age"))
        ('film',)
    """
    return tuple(name for name in by if (cells[name] != TOTAL).any())


def dimensions_together(cells: pd.DataFrame, by: tuple[str, ...]) -> set[frozenset[str]]:
    """The dimensions of which some cells have labels at once, without those that others have among more.

    Examples:
        >>> sums = pd.DataFrame({"film": ["A", "total", "total"], "age": ["total", "30s", "total"]})
        >>> sorted(map(list, dimensions_together(sums, ("film", "age"))))
        [['age'], ['film']]
    """
    labelled = np.unique((cells[list(by)] != TOTAL).to_numpy(), axis=0)
    every = {frozenset(compress(by, row)) for row in labelled}
    return {some for some in every if not any(some < other for other in every)}


def _after_their_parts(chains: Mapping[str, list[str]]) -> list[str]:
    """All labels in reading order: siblings together, each wider label after the last of its parts."""
    first_seen = {wider: index for index, chain in reversed(list(enumerate(chains.values()))) for wider in chain}
    in_order = sorted(chains.values(), key=lambda chain: [first_seen[wider] for wider in reversed(chain)])
    last_place = {wider: index for index, chain in enumerate(in_order) for wider in chain}
    return [wider for index, chain in enumerate(in_order) for wider in chain if last_place[wider] == index]


def all_cells(labels: list[list[str]], by: tuple[str, ...]) -> pd.DataFrame:
    """Every combination of labels, the last dimension fastest; shape (cells, dimensions)."""
    places = np.indices([len(in_dimension) for in_dimension in labels]).reshape(len(labels), -1)
    columns = {
        name: np.array(in_dimension, dtype=object)[at]
        for name, in_dimension, at in zip(by, labels, places, strict=True)
    }
    return pd.DataFrame(columns, dtype=object)
