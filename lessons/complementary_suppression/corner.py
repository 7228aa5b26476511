"""The corner of a table around one cell: what is hidden around it step by step, and what is known after each."""

from collections.abc import Mapping

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.tables.count_table import CountTable
from disclosure.tables.from_counts import table_from_counts

Labels = tuple[str, str]


def smallest_alone(known: pd.DataFrame) -> pd.Series:
    """Choose the smallest cell that is known exactly and is the only such cell of its row.

    Args:
        known: what an audit found out; its first column is the row of the table.

    Returns:
        The row of the audit, with its labels as text.
    """
    exact = known[known["verdict"].eq("exact")]
    row = exact.columns[0]
    alone = exact[exact.groupby(row, observed=True)["target"].transform("size").eq(1)]
    return alone.astype({row: "str", exact.columns[1]: "str"}).nsmallest(1, "low").iloc[0]


def corner_around(table: CountTable, cell: Labels, *, size: int = 4) -> CountTable:
    """Cut out a corner of a table: the row and the column of one cell, and the largest others.

    Args:
        table: a two-way table as it was counted, the largest rows and columns first.
        cell: its labels.
        size: how many rows and columns.

    Examples:
        >>> counts = pd.DataFrame([[9, 8, 7], [6, 5, 4], [3, 2, 1]], pd.Index(list("ABC"), name="film"),
        ...                       pd.Index(list("NSE"), name="region"))
        >>> corner_around(table_from_counts(counts), ("C", "S"), size=2).grid()
        region  S   N total
        film
        C       2   3     5
        A       8   9    17
        total  10  12    22
    """
    inner = table.cells[~table.is_total]
    kept = [[label, *_others(inner[name], label)[: size - 1]] for name, label in zip(table.by, cell, strict=True)]
    counts = inner.astype(dict.fromkeys(table.by, "str")).pivot(index=table.by[0], columns=table.by[1], values="count")
    return table_from_counts(counts.loc[kept[0], kept[1]].rename_axis(index=table.by[0], columns=table.by[1]))


def _others(labels: pd.Series, label: str) -> list[str]:
    """All other labels of a dimension, in their order."""
    return [str(other) for other in labels.unique() if str(other) != label]


def steps_around(corner: CountTable) -> dict[str, tuple[Labels, ...]]:
    """Hide a rectangle around the first cell, one further cell after the other: always the smallest of the line.

    Args:
        corner: a two-way table whose first cell is hidden already.

    Returns:
        For each step in words, all further cells that are hidden then.
    """
    counts = corner.cells[~corner.is_total].pivot(index=corner.by[0], columns=corner.by[1], values="count")
    rows, columns = (list(corner.cells.loc[~corner.is_total, name].unique()) for name in corner.by)
    counts = counts.loc[rows, columns].astype(int)
    beside, below = str(counts.iloc[0, 1:].idxmin()), str(counts.iloc[1:, 0].idxmin())
    in_row, in_column, across = (rows[0], beside), (below, columns[0]), (below, beside)
    return {
        "one more in the row": (in_row,),
        "and one in the column": (in_row, in_column),
        "and the one across": (in_row, in_column, across),
    }


def known_after(
    corner: CountTable, steps: Mapping[str, tuple[Labels, ...]], *, threshold: int, target: str
) -> pd.DataFrame:
    """Say what an outsider knows of one cell after each step.

    Args:
        corner: the table as it was counted.
        steps: for each step, the further cells that are hidden.
        threshold: the smallest count that may be printed, in people.
        target: the name of the cell.

    Returns:
        One row per step: ``low``, ``high`` (people), ``verdict``, ``why``.
    """
    found = {}
    for step, cells in steps.items():
        known = audit(SuppressByHand(threshold, also=cells)(corner), Outsider()).set_index("target")
        found[step] = known.loc[target, ["low", "high", "verdict", "why"]]
    return pd.DataFrame(found).T
