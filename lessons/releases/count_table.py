"""A table of counts with totals: the most common release of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

import pandas as pd

from lessons.rules import Rule

TOTAL: Final = "total"
"""The label that stands for "all of them" in a dimension of a table."""

HIDDEN_MARK: Final = "c"
"""What is printed in place of a hidden count ("confidential")."""


@dataclass(frozen=True)
class CountTable:
    """A printed table of counts. It knows what is printed and by which rule; it does not carry what is hidden.

    Args:
        cells: one row per cell, totals included. Columns: the dimensions (labels; ``TOTAL`` where the cell sums over
            that dimension), ``count`` (people, Int64, missing where hidden) and ``mark`` (text that is printed instead
            of a hidden count, empty where the count is printed).
        by: the names of the dimensions, in order.
        rule: the rule by which counts were hidden, as the table's footnote tells it; None where nothing is hidden.

    Examples:
        >>> people = pd.DataFrame({"film": ["A", "A", "B"], "region": ["north", "south", "south"]})
        >>> count_table(people, by=("film", "region")).grid()
        region  north south total
        film
        A           1     1     2
        B           0     1     1
        total       1     2     3
    """

    cells: pd.DataFrame
    by: tuple[str, ...]
    rule: Rule | None = None

    @property
    def is_total(self) -> pd.Series:
        """True for each cell that sums over at least one dimension; shape (cells,)."""
        return (self.cells[list(self.by)] == TOTAL).any(axis="columns")

    @property
    def is_hidden(self) -> pd.Series:
        """True for each cell whose count is not printed; shape (cells,)."""
        return self.cells["count"].isna()

    @property
    def cell_names(self) -> pd.Series:
        """One name for each cell, such as ``"The Lantern | North"``; shape (cells,)."""
        return self.cells[list(self.by)].agg(" | ".join, axis="columns").rename("target")

    def grid(self) -> pd.DataFrame:
        """The table as it is printed: text, first dimension down, the others across."""
        cells = self.cells.set_index(list(self.by))
        printed = cells["count"].astype("string").fillna(cells["mark"].astype("string"))
        return printed.unstack(list(self.by[1:]), sort=False)

    def _repr_html_(self) -> str:
        """The printed table, for a notebook."""
        return self.grid().to_html(escape=True)


def count_table(people: pd.DataFrame, *, by: Sequence[str], totals: bool = True) -> CountTable:
    """Count people by two or more of their features, with every total.

    Each row of ``people`` is one person who is counted once, so totals are sums and sums are people. Labels keep the
    order of a categorical column, else the order in which they first appear. Combinations that nobody has count 0.

    Args:
        people: one row per person, with the columns named in ``by``.
        by: two or more columns of ``people``.
        totals: also print the sums over every dimension.

    Raises:
        ValueError: a column is missing, holds a missing value, or holds the label that stands for totals.

    Examples:
        >>> people = pd.DataFrame({"film": ["A", "A", "B"], "region": ["north", "south", "south"]})
        >>> count_table(people, by=("film", "region"), totals=False).cells
          film region  count mark
        0    A  north      1
        1    A  south      1
        2    B  north      0
        3    B  south      1
    """
    by = tuple(by)
    _refuse_unusable(people, by)
    labels = [_order(people[column]) for column in by]
    inner = people.groupby(list(by), observed=True).size()
    cells = inner.reindex(pd.MultiIndex.from_product(labels, names=by), fill_value=0).rename("count").reset_index()
    cells[list(by)] = cells[list(by)].astype("string").astype(object)
    if totals:
        cells = _with_totals(cells, by, labels)
    return CountTable(cells.astype({"count": "Int64"}).assign(mark=""), by)


def _with_totals(cells: pd.DataFrame, by: tuple[str, ...], labels: list[list[str]]) -> pd.DataFrame:
    """Append the sum over each set of dimensions and lay all cells out in reading order."""
    parts = [cells]
    for size in range(1, len(by) + 1):
        for summed in combinations(by, size):
            sums = cells.assign(**dict.fromkeys(summed, TOTAL)).groupby(list(by), as_index=False)[["count"]].sum()
            parts.append(sums)
    reading_order = pd.MultiIndex.from_tuples(product(*([*column, TOTAL] for column in labels)), names=by)
    return pd.concat(parts).set_index(list(by)).loc[reading_order].reset_index()


def _order(column: pd.Series) -> list[str]:
    """The labels of a column: categories in their order, else as they first appear."""
    values = column.cat.categories if isinstance(column.dtype, pd.CategoricalDtype) else column.unique()
    return [str(value) for value in values]


def _refuse_unusable(people: pd.DataFrame, by: tuple[str, ...]) -> None:
    """Say in a sentence why these people cannot be counted this way."""
    if len(by) < 2:
        raise ValueError(f"by names {len(by)} column: a count table needs two or more.")
    for column in by:
        if column not in people:
            raise ValueError(f"people has no column {column!r}; it has: {', '.join(map(str, people.columns))}.")
        if people[column].isna().any():
            row = people.index[people[column].isna()][0]
            raise ValueError(f"column {column!r} has a missing value (row {row}): give it a label such as 'unknown'.")
        if people[column].astype("string").eq(TOTAL).any():
            raise ValueError(f"column {column!r} holds the label {TOTAL!r}, which stands for the sum: rename it.")
