"""What it costs to hide a cell: its people, one for each cell, or prices of the publisher's own."""

from collections.abc import Sequence
from dataclasses import replace
from numbers import Real
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.audit.reading.cells import Numbers
from disclosure.labels import as_text, cell_name
from disclosure.repair.wishes import labels_in
from disclosure.tables.count_table import CountTable
from disclosure.tables.dimensions import RESERVED
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in

PEOPLE_COST, CELLS_COST = "people", "cells"
"""Prices that need no column: a cell costs its people, or 1."""

LARGEST_PRICE: Final = 10**13
"""Beyond it, solvers that compute in floating point fail."""

ASK_WHOLE: Final = f"prices are whole numbers from 1 to {LARGEST_PRICE:,}, in whatever unit"


def prices_of(release: Release, cost: str, rows: Sequence[Numbers], count: Numbers) -> Numbers:
    """The price of hiding each cell of a release; a cell that several tables print costs the most that one asks.

    Args:
        release: the table or tables, every count printed.
        cost: ``"people"``, ``"cells"``, or the name of a column with prices.
        rows: for each table, the place of each of its cells among all cells.
        count: the count of each cell; shape (cells,).

    Raises:
        ValueError: a table has no such column, or something else than a price stands in it.
    """
    if cost == PEOPLE_COST:
        return np.maximum(count, 1)
    price = np.ones_like(count)
    if cost != CELLS_COST:
        for table, places in zip(tables_in(release), rows, strict=True):
            price[places] = np.maximum(price[places], _prices_in(table, cost))
    return price


def without_prices(release: Release, cost: str) -> Release:
    """A release without its column of prices, which only the office may see.

    Args:
        release: the table or tables.
        cost: ``"people"``, ``"cells"``, or the name of the column.
    """
    if cost in (PEOPLE_COST, CELLS_COST):
        return release
    for table in tables_in(release):
        _refuse_unknown(table, cost)
    plain = tuple(replace(table, cells=table.cells.drop(columns=cost)) for table in tables_in(release))
    return LinkedTables(plain) if isinstance(release, LinkedTables) else plain[0]


def _refuse_unknown(table: CountTable, column: str) -> None:
    """Say in a sentence that a table has no column of prices of this name."""
    if column not in table.cells or column in (*table.by, *RESERVED):
        raise ValueError(
            f"cost is {column!r}, and the table by {' and '.join(table.by)} has no column of prices of that name: add "
            "it (see priced), or choose 'people' or 'cells'."
        )


def _prices_in(table: CountTable, column: str) -> Numbers:
    """The prices that stand in a column of one table."""
    _refuse_unknown(table, column)
    return _accepted(table.cells[column], table)


def _accepted(prices: pd.Series, table: CountTable) -> Numbers:
    """Some prices as whole numbers, one for each cell; a sentence names the first that is none."""
    for name, price in zip(table.cell_names, found := prices.tolist(), strict=True):
        if not _is_price(price):
            raise ValueError(f"the price of {name} is {price!r}: {ASK_WHOLE}.")
    return np.array([int(price) for price in found], dtype=np.int64)


def _is_price(price: Any) -> bool:
    """Whether this is a number that can be a price."""
    is_number = isinstance(price, Real) and not isinstance(price, bool | np.bool_)
    return is_number and 1 <= price <= LARGEST_PRICE and price % 1 == 0


def priced(table: CountTable, prices: pd.DataFrame, column: str = "price") -> CountTable:
    """Return a table with a column of prices for its cells: some of the publisher's own, else the default.

    Only the office sees the column: a repair with ``cost="price"`` takes it out.

    Args:
        table: the table, every count printed.
        prices: one row for each cell that has a price of its own: the table's dimensions, and the price, 1 or more.
            All other cells cost their people; a zero costs 1.
        column: the name of the column with the prices.

    Raises:
        ValueError: a column is missing, the table has no such cell, or a cell has two prices.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"film": list("AAB")}), by=("film",))
        >>> priced(table, pd.DataFrame({"film": ["total"], "price": [1000]})).cells
            film  count mark  price
        0      A      2           2
        1      B      1           1
        2  total      3        1000
    """
    if not isinstance(table, CountTable) or not isinstance(prices, pd.DataFrame):
        raise ValueError("priced needs a table, made with count_table(...), and a data frame with the prices of cells.")
    by = list(table.by)
    if missing := [name for name in (*by, column) if name not in prices]:
        raise ValueError(f"prices has no column {missing[0]!r}: give {', '.join(by)} and {column!r} for each cell.")
    if column in (*by, *RESERVED):
        raise ValueError(f"column is {column!r}, which tables use for something else: choose another name.")
    own = pd.DataFrame({name: as_text(prices[name]) for name in by})
    place = {labels: row for row, labels in enumerate(labels_in(table, by))}
    named = list(own.itertuples(index=False, name=None))
    if unknown := next((labels for labels in named if labels not in place), None):
        raise ValueError(f"prices has the cell {cell_name(unknown)}, which the table does not have: name it by {by}.")
    if twice := next((labels for labels in named if named.count(labels) > 1), None):
        raise ValueError(f"prices has the cell {cell_name(twice)} twice: give it one price.")
    every = table.cells["count"].clip(lower=1).to_numpy(dtype=object)
    every[[place[labels] for labels in named]] = prices[column].to_numpy(dtype=object)
    whole = _accepted(pd.Series(every, table.cells.index), table)
    return replace(table, cells=table.cells.assign(**{column: whole}))
