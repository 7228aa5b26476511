"""Rows for the parts of a table that its totals count and nobody printed: each holds 0 or more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count, islice
from typing import Final

import pandas as pd

from disclosure.tables.count_table import CountTable

NOT_COVERED_MARK: Final = "not covered"
"""Stands in the rows of parts that nobody printed."""


def with_uncovered(tables: Sequence[CountTable]) -> tuple[CountTable, ...]:
    """Return tables with a row for each of their parts that nobody printed.

    A dimension means the same in all tables of a release: what one of them does not cover, none does. Where another
    one prints the part, that stands.

    Args:
        tables: the tables of one release.

    Examples:
        >>> cells = pd.DataFrame({"district": ["Ashfield", "total"], "count": [40, 43]})
        >>> [table] = with_uncovered([CountTable(cells, ("district",), not_covered={"district": "unknown"})])
        >>> table.cells["district"].tolist()
        ['Ashfield', 'total', 'unknown']
    """
    everywhere: dict[str, dict[str, str | None]] = {}
    for table in tables:
        for dimension, names in table.not_covered.items():
            wider = table.hierarchies.get(dimension, {})
            everywhere.setdefault(dimension, {}).update({name: wider.get(name) for name in names})
    return tuple(_with_rows(table, everywhere) if everywhere else table for table in tables)


def _with_rows(table: CountTable, everywhere: Mapping[str, Mapping[str, str | None]]) -> CountTable:
    """One table with its unprinted parts, dimension after dimension."""
    cells, hierarchies = table.cells, dict(table.hierarchies)
    for dimension, names in everywhere.items():
        if dimension not in table.by:
            continue
        missing = [name for name in names if name not in set(cells[dimension])]
        elsewhere = [name for name in missing if name not in table.not_covered.get(dimension, ())]
        nested = {name: wide for name in elsewhere if (wide := names[name]) is not None}
        if nested:
            hierarchies[dimension] = {**hierarchies.get(dimension, {}), **nested}
        others = cells[list(table.by)].assign(**{dimension: None}).drop_duplicates()
        rows = [others.assign(**{dimension: name}) for name in missing]
        added = pd.concat([row.assign(mark=NOT_COVERED_MARK) for row in rows]) if rows else cells.iloc[:0]
        cells = pd.concat([cells, added.set_axis(_fresh_labels(cells.index, len(added)))])
    return replace(table, cells=cells, hierarchies=hierarchies, not_covered={})


def _fresh_labels(taken: pd.Index, number: int) -> list[int]:
    """Labels for further rows, so that those of the printed cells stay as they are."""
    return list(islice((label for label in count(len(taken)) if label not in taken), number))
