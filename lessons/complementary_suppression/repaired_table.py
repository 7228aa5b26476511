"""A repaired table in words and signs, as the page's table control shows it."""

from typing import Any, Final

import pandas as pd

from disclosure.audit.states import LETTERS
from disclosure.audit.verdicts import EXACT, NARROWED, OPEN
from disclosure.defences.untreated import refuse_unless_two_way
from disclosure.tables.count_table import CountTable
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.sweep import COMPLEMENTARY, PRIMARY
from teaching.widgets.table_looks import LOOKS

LEGEND: Final = [{"look": look, "text": text, "meaning": meaning} for look, text, meaning in strings.LEGEND]


def names_of(table: CountTable) -> dict[str, Any]:
    """The names of rows and columns of a two-way table, as a page shows them.

    Raises:
        ValueError: the table has not two dimensions.
    """
    refuse_unless_two_way(table)
    down, across = table.by
    rows, columns = table.cells[down].unique().tolist(), table.cells[across].unique().tolist()
    return {"corner": down, "rows": [str(row) for row in rows], "columns": [str(column) for column in columns]}


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


def table_in_words(table: CountTable) -> dict[str, Any]:
    """Return what a page needs to show a table in any state: names, counts, and what each letter looks like.

    Args:
        table: a two-way table as it was counted.
    """
    states = {
        letter: {"look": look, "text": text, "spoken": strings.CELL_NAME.format(cell="{cell}", what=spoken)}
        for letter, (look, text, spoken) in _STATES.items()
    }
    return names_of(table) | {
        "cells": table.cell_names.tolist(),
        "counts": table.cells["count"].tolist(),
        "states": states,
        "legend": LEGEND,
        "looks": LOOKS,
    }


def folded_table(table: CountTable, lookup: str) -> dict[str, Any]:
    """Return what an explorer needs to show the table at each setting (see `teaching/widgets/explorer_extras.js`).

    Args:
        table: the table as it was counted.
        lookup: the name of the lookup whose values are those of `letters_of`.
    """
    own = {"label": strings.EXPLORED_TABLE, "printed": PRINTED_LETTER, "lookup": lookup}
    return table_in_words(table) | own
