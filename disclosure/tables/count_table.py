"""A table of counts with totals: the most common release of all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final, Literal

import numpy as np
import pandas as pd

from disclosure.frames import require
from disclosure.rules import HIDDEN_MARK, DominanceRule, Rule
from disclosure.tables.companions import Companions

__all__ = ["HIDDEN_MARK", "PEOPLE", "TOTAL", "CountTable", "Hierarchy", "count_table", "wider_labels"]

TOTAL: Final = "total"
"""The label that stands for "all of them" in a dimension of a table."""

PEOPLE: Final = "people"
"""What a table counts if nothing else is said."""

NARROW: Final = """
.count-table { font-size: 12px }
.count-table td { white-space: nowrap }
.count-table thead th:not(:first-child) { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap }
"""
"""Column names stand upright, so that columns are as narrow as their counts."""

Hierarchy = Mapping[str, str]
"""Which label lies in which wider one, such as ``{"North": "Aland", "South": "Aland"}``."""


@dataclass(frozen=True)
class CountTable:
    """A printed table of counts. It knows what is printed and by which rule; it does not carry what is hidden.

    Args:
        cells: one row per cell, totals included. Columns: the dimensions (labels; ``TOTAL`` where the cell sums over
            that dimension), ``count`` (people, or another unit; Int64, missing where hidden) and ``mark`` (text that is
            printed instead of a hidden count, empty where the count is printed).
        by: the names of the dimensions, in order.
        rule: the rule by which counts were hidden, as the table's footnote tells it; None where nothing is hidden.
        hierarchies: for a dimension whose labels nest, the wider label in which each label lies. The widest ones stand
            in no other: together they are ``TOTAL``.
        base: every printed count is rounded to the nearest multiple of this; 1 where counts are printed as they are.
        totals_of: whether totals count ``"everybody"`` or only those in ``"printed cells"`` (some software sums again
            after hiding; such totals tell nothing that the cells do not).
        companions: the quantity whose statistics are printed beside the counts, in columns of ``cells`` such as
            ``mean``; None where there are none.
        unit: what is counted: ``"people"``, or an amount of theirs such as ``"minutes"``
            (`disclosure.tables.magnitude_table`).
        dominance: the rule by which amounts were hidden, in place of ``rule``.

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
    hierarchies: Mapping[str, Hierarchy] = field(default_factory=dict)
    base: int = 1
    totals_of: Literal["everybody", "printed cells"] = "everybody"
    companions: Companions | None = None
    unit: str = PEOPLE
    dominance: DominanceRule | None = None

    @property
    def is_total(self) -> pd.Series:
        """True for each cell that sums over at least one dimension; shape (cells,)."""
        return (self.cells[list(self.by)] == TOTAL).any(axis="columns")

    @property
    def is_sum(self) -> pd.Series:
        """True for each total and each cell at a wider label: it sums other cells; shape (cells,)."""
        wider = [self.cells[name].isin(self.hierarchies.get(name, {}).values()) for name in self.by]
        return self.is_total | np.logical_or.reduce(wider)

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
        return printed.unstack(list(self.by[1:]), sort=False) if len(self.by) > 1 else printed.to_frame()

    def _repr_html_(self) -> str:
        """The printed table, for a notebook: narrow, so that the totals stay in sight."""
        return f"<style>{NARROW}</style>{self.grid().to_html(escape=True, classes='count-table')}"


def count_table(
    people: pd.DataFrame,
    *,
    by: Sequence[str],
    totals: bool = True,
    hierarchies: Mapping[str, Hierarchy] | None = None,
) -> CountTable:
    """Count people by one or more of their features, with every total.

    Each row of ``people`` is one person who is counted once, so totals are sums and sums are people. Labels keep the
    order of a categorical column, else the order in which they first appear. Combinations that nobody has count 0.

    Args:
        people: one row per person, with the columns named in ``by``.
        by: one or more columns of ``people``.
        totals: also print the sums over every dimension.
        hierarchies: for a dimension, the wider label in which each label lies: also print the sums over these.

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
        >>> count_table(people, by=("region",), hierarchies={"region": {"north": "Aland", "south": "Aland"}}).grid()
               count
        region
        north      1
        south      2
        Aland      3
        total      3
    """
    by, hierarchies = tuple(by), dict(hierarchies or {})
    _refuse_unusable(people, by, hierarchies)
    labels = [_order(people[column]) for column in by]
    counted = people[list(by)].astype("string").astype(object).groupby(list(by)).size().rename("count").reset_index()
    cells = _all_cells(labels, by).merge(counted, how="left").fillna({"count": 0})
    if totals:
        cells = _with_totals(cells, by, labels, hierarchies)
    return CountTable(cells.astype({"count": "Int64"}).assign(mark=""), by, hierarchies=hierarchies)


def _with_totals(
    cells: pd.DataFrame, by: tuple[str, ...], labels: list[list[str]], hierarchies: Mapping[str, Hierarchy]
) -> pd.DataFrame:
    """Append the sums, dimension after dimension, and lay all cells out in reading order."""
    reading_order = []
    for column, in_dimension in zip(by, labels, strict=True):
        chains = {label: wider_labels(label, hierarchies.get(column, {})) for label in in_dimension}
        counted_in_each = cells.assign(**{column: cells[column].map(chains)}).explode(column)
        cells = counted_in_each.groupby(list(by), as_index=False)[["count"]].sum()
        reading_order.append(_after_their_parts(chains))
    return _all_cells(reading_order, by).merge(cells, how="left")


def wider_labels(label: str, hierarchy: Hierarchy) -> list[str]:
    """A label and all the wider ones in which it lies, ``TOTAL`` last."""
    chain = [label]
    while chain[-1] in hierarchy:
        chain.append(hierarchy[chain[-1]])
    return [*chain, TOTAL]


def _after_their_parts(chains: Mapping[str, list[str]]) -> list[str]:
    """All labels in reading order: siblings together, each wider label after the last of its parts."""
    first_seen = {wider: place for place, chain in reversed(list(enumerate(chains.values()))) for wider in chain}
    in_order = sorted(chains.values(), key=lambda chain: [first_seen[wider] for wider in reversed(chain)])
    last_place = {wider: place for place, chain in enumerate(in_order) for wider in chain}
    return [wider for place, chain in enumerate(in_order) for wider in chain if last_place[wider] == place]


def _all_cells(labels: list[list[str]], by: tuple[str, ...]) -> pd.DataFrame:
    """Every combination of labels, the last dimension fastest; shape (cells, dimensions)."""
    return pd.DataFrame(list(product(*labels)), columns=list(by), dtype=object)


def _order(column: pd.Series) -> list[str]:
    """The labels of a column: categories in their order, else as they first appear."""
    values = column.cat.categories if isinstance(column.dtype, pd.CategoricalDtype) else column.unique()
    return [str(value) for value in values]


def _refuse_unusable(people: pd.DataFrame, by: tuple[str, ...], hierarchies: Mapping[str, Hierarchy]) -> None:
    """Say in a sentence why these people cannot be counted this way."""
    if not by:
        raise ValueError("by names no column: a count table needs one or more.")
    require(people, by, "people")
    for column in by:
        if people[column].isna().any():
            row = people.index[people[column].isna()][0]
            raise ValueError(f"column {column!r} has a missing value (row {row}): give it a label such as 'unknown'.")
        if people[column].astype("string").eq(TOTAL).any():
            raise ValueError(f"column {column!r} holds the label {TOTAL!r}, which stands for the sum: rename it.")
        wider = set(hierarchies.get(column, {}).values())
        if both := sorted(wider & set(people[column].astype("string"))):
            raise ValueError(f"column {column!r} holds {both[0]!r}, which is also a wider label: rename one.")
