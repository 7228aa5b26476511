"""What a table of counts accepts, in one place: every door of the kit reads or refuses its input with these.

Labels are in `disclosure.labels`, names of dimensions and hierarchies in `disclosure.tables.dimensions`.
"""

from decimal import Decimal
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.labels import as_seen, as_text, cell_name, refuse_like_total
from disclosure.rules import DominanceRule, Rule
from disclosure.tables.companions import Companions
from disclosure.tables.dimensions import dimension_names
from disclosure.tables.weights import Weights, weighted_counts

LARGEST_COUNT: Final = 2**62
"""Counts below it, and the sum of two, fit into 64 bits."""


def accepted_columns(rows: pd.DataFrame, by: Any, frame: str = "people") -> tuple[str, ...]:
    """Return the names of the dimensions by which rows can be counted.

    Args:
        rows: the rows, or the cells of a table.
        by: one column or several.
        frame: what the sentence calls the rows.

    Raises:
        ValueError: this is no frame, lacks one of the columns, or has it twice; or see `dimension_names`.

    Examples:
        >>> accepted_columns(pd.DataFrame({"film": ["A"]}), by="film")
        ('film',)
    """
    if not isinstance(rows, pd.DataFrame):
        raise ValueError(f"{frame} is a {type(rows).__name__}: a table is made of a pandas.DataFrame.")
    by = dimension_names(by)
    for column in by:
        require_column(rows, column, "by=...", frame)
    return by


def require_column(rows: pd.DataFrame, column: Any, argument: str, frame: str = "people") -> None:
    """Refuse rows that lack a column, or have it twice, and say by which argument another one is named."""
    found = list(rows.columns).count(column)
    if not found:
        has = ", ".join(map(str, rows.columns))
        raise ValueError(f"{frame} has no column {column!r}; it has: {has}. Name yours with {argument}")
    if found > 1:
        raise ValueError(f"{frame} has {found} columns called {column!r}: rename all but one.")


def accepted_cells(cells: pd.DataFrame, by: tuple[str, ...], weights: Weights | None = None) -> pd.DataFrame:
    """Return the cells of a table as the kit reads them: labels are text, counts are whole, no cell stands there twice.

    Args:
        cells: one row per cell: the dimensions, perhaps ``count`` and ``mark``.
        by: the names of the dimensions.
        weights: that the counts are weighted; they are numbers then (float64), whole or not.

    Returns:
        The same cells, with ``count`` as Int64 and an empty ``mark`` where there is none.

    Raises:
        ValueError: a cell stands there twice, or its labels or its count cannot be meant; the sentence names the cell.

    Examples:
        >>> cells = pd.DataFrame({"year": [2016, 2017], "count": [5.0, None]})
        >>> accepted_cells(cells, ("year",))[["year", "count"]].to_numpy().tolist()
        [['2016', 5], ['2017', <NA>]]
    """
    if not len(cells):
        raise ValueError("the table has no cells: there is nothing to publish.")
    read = {name: as_text(cells[name]) for name in by}
    for name, labels in read.items():
        refuse_like_total(name, labels.unique(), totals=True)
    if "count" in cells:
        read["mark"] = cells["mark"] if "mark" in cells else pd.Series("", cells.index)
        named, counts = pd.DataFrame({name: read[name] for name in by}), cells["count"]
        read["count"] = weighted_counts(counts, named, weights) if weights else whole_counts(counts, named)
    cells = cells.assign(**read)
    twice = cells.duplicated(list(by))
    if twice.any():
        first = cells.loc[twice.to_numpy(), list(by)].iloc[0]
        raise ValueError(f"the table has the cell {cell_name(first)} twice: print each cell once.")
    return cells if cells.index.is_unique else cells.reset_index(drop=True)


def whole_counts(counts: pd.Series, labels: pd.DataFrame) -> pd.Series:
    """Return counts as whole numbers (Int64), missing where nothing is printed; shape (cells,).

    Args:
        counts: what is printed.
        labels: the labels of each cell, for the sentence.

    Raises:
        ValueError: a count is no whole number of 0 and more, such as 5.4, "<5" or "1,234"; the sentence names the cell.

    Examples:
        >>> whole_counts(pd.Series([5.0, None]), pd.DataFrame({"film": ["A", "B"]})).tolist()
        [5, <NA>]
    """
    if isinstance(counts.dtype, pd.Int64Dtype) or pd.api.types.is_signed_integer_dtype(counts):
        numbers = counts.astype("Int64")
        wrong = ((numbers < 0) | (numbers >= LARGEST_COUNT)).fillna(False)
    else:
        whole = [int(count) if _is_count(count) else pd.NA for count in counts]
        numbers = pd.Series(pd.array(whole, dtype="Int64"), counts.index)
        wrong = counts.notna() & numbers.isna()
    if wrong.any():
        index = int(np.flatnonzero(wrong)[0])
        count = counts.iloc[index]
        raise ValueError(
            f"{cell_name(labels.iloc[index])} is {repr(count) if isinstance(count, str) else count}: counts are whole "
            "numbers, 0 or more; where one is hidden, leave it missing and put the sign into 'mark'. (Of weighted ones "
            "say weights=Weights(decimals=1).)"
        )
    return numbers


def _is_count(count: Any) -> bool:
    """Whether this is a number that can count people."""
    if isinstance(count, bool | np.bool_) or not isinstance(count, int | float | np.integer | np.floating | Decimal):
        return False
    return bool(0 <= count < LARGEST_COUNT and count % 1 == 0)


def refuse_other_kinds(table: Any) -> None:
    """Say which of a table's unit, rules and statistics is of a kind that cannot be meant.

    Args:
        table: a `disclosure.tables.count_table.CountTable`.

    Raises:
        ValueError: one is.
    """
    if not isinstance(table.unit, str) or not as_seen(table.unit):
        raise ValueError(f"unit is {table.unit!r}: name what is counted by a word, such as 'people' or 'minutes'.")
    if not isinstance(table.rule, Rule | None):
        raise ValueError(f"rule is {table.rule!r}: write it as Rule(threshold=5), or leave it out.")
    if not isinstance(table.dominance, DominanceRule | None):
        raise ValueError(f"dominance is {table.dominance!r}: write it as PPercentRule(10), or leave it out.")
    if not isinstance(table.companions, Companions | None):
        raise ValueError(f"companions is {table.companions!r}: write it as Companions('stars', 1, 5).")


def accepted_values(rows: pd.DataFrame, values: Any) -> np.ndarray:
    """Return one whole number for each row, to be summed over the cells of a table; shape (rows,).

    Args:
        rows: the rows.
        values: their numbers, 0 or more.

    Raises:
        ValueError: there are not as many, or one is no such number.

    Examples:
        >>> accepted_values(pd.DataFrame({"film": ["A", "B"]}), [10, 20]).tolist()
        [10, 20]
    """
    if not isinstance(values, pd.Series | np.ndarray | list | tuple) or len(values) != len(rows):
        raise ValueError("values are not one for each row: give a column of numbers, one for each.")
    numbers = np.asarray(values)
    if np.issubdtype(numbers.dtype, np.integer) and not (numbers < 0).any():
        return numbers.astype(np.int64)
    for value in numbers.tolist():
        if not _is_count(value):
            raise ValueError(f"values hold {value!r}: sums are made of whole numbers, 0 or more.")
    return np.array([int(value) for value in numbers.tolist()], dtype=np.int64)
