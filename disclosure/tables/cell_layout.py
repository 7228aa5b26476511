"""Which cells a table has, totals included, and in which order they are read."""

from collections.abc import Mapping
from itertools import product

import pandas as pd

from disclosure.labels import TOTAL
from disclosure.tables.dimensions import Hierarchy


def with_totals(
    cells: pd.DataFrame, by: tuple[str, ...], labels: list[list[str]], hierarchies: Mapping[str, Hierarchy]
) -> pd.DataFrame:
    """Append the sums, dimension after dimension, and lay all cells out in reading order."""
    reading_order = []
    for column, in_dimension in zip(by, labels, strict=True):
        chains = {label: wider_labels(label, hierarchies.get(column, {})) for label in in_dimension}
        counted_in_each = cells.assign(**{column: cells[column].map(chains)}).explode(column)
        cells = counted_in_each.groupby(list(by), as_index=False)[["count"]].sum()
        reading_order.append(_after_their_parts(chains))
    return all_cells(reading_order, by).merge(cells, how="left")


def wider_labels(label: str, hierarchy: Hierarchy) -> list[str]:
    """A label and all the wider ones in which it lies, ``TOTAL`` last."""
    chain = [label]
    while chain[-1] in hierarchy:
        chain.append(hierarchy[chain[-1]])
    return [*chain, TOTAL]


def _after_their_parts(chains: Mapping[str, list[str]]) -> list[str]:
    """All labels in reading order: siblings together, each wider label after the last of its parts."""
    first_seen = {wider: index for index, chain in reversed(list(enumerate(chains.values()))) for wider in chain}
    in_order = sorted(chains.values(), key=lambda chain: [first_seen[wider] for wider in reversed(chain)])
    last_place = {wider: index for index, chain in enumerate(in_order) for wider in chain}
    return [wider for index, chain in enumerate(in_order) for wider in chain if last_place[wider] == index]


def all_cells(labels: list[list[str]], by: tuple[str, ...]) -> pd.DataFrame:
    """Every combination of labels, the last dimension fastest; shape (cells, dimensions)."""
    return pd.DataFrame(list(product(*labels)), columns=list(by), dtype=object)
