"""A repaired table in the words and signs of a `TableControl`."""

from typing import Any, Final

import pandas as pd

from disclosure.audit.states import LETTERS
from disclosure.audit.verdicts import EXACT, NARROWED, OPEN
from disclosure.defences.untreated import refuse_unless_two_way
from disclosure.tables.count_table import CountTable
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.sweep import COMPLEMENTARY, PRIMARY
from teaching.widgets.table_control import LOOKS

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


PRINTED_LETTER, ZERO, COVER = "p", "z", "c"
"""Letters of cells that are printed, zero, or hidden to cover others; small ones have those of their verdicts."""

_STATES: Final = {
    PRINTED_LETTER: ("printed", "{count}", strings.CELL_PRINTED),
    ZERO: ("printed", "{count}", strings.CELL_ZERO),
    COVER: (COMPLEMENTARY, strings.SIGN_COMPLEMENTARY, strings.CELL_COMPLEMENTARY),
    LETTERS[EXACT]: (EXACT, strings.SIGN_EXACT, strings.CELL_PRIMARY.format(known=strings.KNOWN_EXACTLY)),
    LETTERS[NARROWED]: (NARROWED, strings.SIGN_BETWEEN, strings.CELL_PRIMARY.format(known=strings.KNOWN_BETWEEN)),
    LETTERS[OPEN]: (OPEN, strings.SIGN_OPEN, strings.CELL_PRIMARY.format(known=strings.KNOWN_OPEN)),
}
"""Letter -> look, sign, and words, the latter two with slots."""


def letters_of(judged: pd.DataFrame) -> dict[str, Any]:
    """Write a judged release as short as can be: a letter for each cell, and the ranges of the small ones.

    Args:
        judged: one row per cell (see `lessons.complementary_suppression.sweep.hidden_cells`).

    Examples:
        >>> cell = {"cell": "A | N", "count": 3, "role": "primary", "low": 2, "high": 4, "verdict": "narrowed"}
        >>> letters_of(pd.DataFrame([cell, cell | {"role": "printed"}]))
        {'letters': 'np', 'low': {'0': 2}, 'high': {'0': 4}}
    """
    rows = judged.to_dict("records")
    small = {str(index): row for index, row in enumerate(rows) if row["role"] == PRIMARY}
    ends = {
        end: {index: int(row[end]) for index, row in small.items() if pd.notna(row[end])} for end in ("low", "high")
    }
    return {"letters": "".join(map(_letter, rows)), **ends}


def _letter(row: dict[Any, Any]) -> str:
    """The letter of one cell."""
    if row["role"] == PRIMARY:
        return LETTERS[row["verdict"]]
    return COVER if row["role"] == COMPLEMENTARY else PRINTED_LETTER if row["count"] else ZERO


def folded_table(table: CountTable, lookup: str) -> dict[str, Any]:
    """Return what an explorer needs to show the table at each setting (see `teaching/widgets/explorer_extras.js`).

    Args:
        table: the table as it was counted.
        lookup: the name of the lookup whose values are those of `letters_of`.
    """
    states = {
        letter: {"look": look, "text": text, "spoken": strings.CELL_NAME.format(cell="{cell}", what=spoken)}
        for letter, (look, text, spoken) in _STATES.items()
    }
    return names_of(table) | {
        "label": strings.EXPLORED_TABLE,
        "cells": table.cell_names.tolist(),
        "counts": table.cells["count"].tolist(),
        "states": states,
        "printed": PRINTED_LETTER,
        "lookup": lookup,
        "legend": LEGEND,
        "looks": LOOKS,
    }
