"""The hidden small counts of which somebody knows more than was asked for."""

import pandas as pd

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.labels import cell_name
from disclosure.repair.hiding import must_hide
from disclosure.repair.protection import Width
from disclosure.repair.wishes import kept_in_print
from disclosure.tables.count_table import TOTAL
from disclosure.tables.edition_pairs import EDITION, SECOND
from disclosure.tables.linked_tables import Release, tables_in


def known_small(defence: SuppressComplementary, counted: Release, told: pd.DataFrame) -> list[str]:
    """The names of these counts.

    Args:
        defence: the wishes; what is printed by wish is no hidden count.
        counted: the table or tables, every count printed.
        told: what somebody finds, as of `disclosure.audit.audit`; of two editions the second is meant.
    """
    names = list(dict.fromkeys(name for table in tables_in(counted) for name in table.by))
    told = told.fillna(dict.fromkeys(names, TOTAL))
    told = told[told[EDITION].eq(SECOND)] if EDITION in told else told
    least = defence.protect.people if isinstance(defence.protect, Width) else 1
    narrow = told[(told["high"] - told["low"]).lt(least).fillna(value=False)]
    small = _small_and_hidden(defence, counted, names)
    return list(
        dict.fromkeys(cell_name(key) for key in map(tuple, narrow[names].astype(str).to_numpy()) if key in small)
    )


def _small_and_hidden(defence: SuppressComplementary, counted: Release, names: list[str]) -> set[tuple[str, ...]]:
    """The labels of the small cells that are not printed by wish."""
    found = set()
    for table, printed in zip(tables_in(counted), kept_in_print(counted, defence.wishes), strict=True):
        cells = table.cells.reindex(columns=names, fill_value=TOTAL)[must_hide(table, defence.rule) & ~printed]
        found |= set(map(tuple, cells.astype(str).to_numpy()))
    return found
