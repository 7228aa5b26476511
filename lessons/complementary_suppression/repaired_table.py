"""A repaired table in the words and signs of a `TableControl`."""

from typing import Any, Final

import pandas as pd

from disclosure.defences.untreated import refuse_unless_two_way
from disclosure.tables.count_table import CountTable
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.sweep import COMPLEMENTARY, PRIMARY

LEGEND: Final = [{"look": look, "text": text, "meaning": meaning} for look, text, meaning in strings.LEGEND]


def names_of(table: CountTable) -> dict[str, Any]:
    """The names of rows and columns of a two-way table, as a `TableControl` takes them.

    Raises:
        ValueError: the table has not two dimensions.
    """
    refuse_unless_two_way(table)
    down, across = table.by
    rows, columns = table.cells[down].unique().tolist(), table.cells[across].unique().tolist()
    return {"corner": down, "rows": [str(row) for row in rows], "columns": [str(column) for column in columns]}


def cells_of(judged: pd.DataFrame) -> list[dict[str, Any]]:
    """Show every cell of a judged release: its text, its words, its look, and whether it can be switched.

    Args:
        judged: one row per cell (see `lessons.complementary_suppression.sweep.hidden_cells`).

    Examples:
        >>> cell = {"cell": "A | N", "count": 3, "role": "primary", "low": 2, "high": 4, "verdict": "narrowed"}
        >>> cells_of(pd.DataFrame([cell]))
        [{'text': '2–4', 'spoken': 'A | N: hidden by the rule, known to be 2 to 4', 'look': 'narrowed', 'locked': True}]
    """
    return [_cell(row) for row in judged.to_dict("records")]


def _cell(row: dict[Any, Any]) -> dict[str, Any]:
    """One cell: printed, hidden by the rule, or hidden to cover others."""
    if row["role"] == PRIMARY:
        text, known = _known(row)
        what, look = strings.CELL_PRIMARY.format(known=known), row["verdict"]
    elif row["role"] == COMPLEMENTARY:
        text, look = strings.SIGN_COMPLEMENTARY, COMPLEMENTARY
        what = strings.CELL_COMPLEMENTARY.format(count=row["count"])
    else:
        text, look = str(row["count"]), "printed"
        what = strings.CELL_PRINTED.format(count=row["count"]) if row["count"] else strings.CELL_ZERO
    locked = row["role"] == PRIMARY or not row["count"]
    spoken = strings.CELL_NAME.format(cell=row["cell"], what=what)
    return {"text": text, "spoken": spoken, "look": look, "locked": bool(locked)}


def _known(row: dict[Any, Any]) -> tuple[str, str]:
    """What an outsider knows of a hidden cell, as a sign and in words."""
    if row["verdict"] == "exact":
        return strings.SIGN_EXACT.format(**row), strings.KNOWN_EXACTLY.format(**row)
    if row["verdict"] == "open":
        return strings.SIGN_OPEN, strings.KNOWN_OPEN
    return strings.SIGN_BETWEEN.format(**row), strings.KNOWN_BETWEEN.format(**row)
