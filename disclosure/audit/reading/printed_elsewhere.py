"""A cell that one table hides and another one prints: no rule of the first keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import AGAINST_RULE, PERTURBED, PRINTED, ROLES, ROUNDED, Cells, Numbers
from disclosure.tables.count_table import CountTable

SHOWN: Final = (*map(ROLES.index, (PRINTED, ROUNDED, PERTURBED)), *AGAINST_RULE)
"""Roles of cells that show a number."""


@dataclass(frozen=True)
class PrintedElsewhere:
    """What a table prints of a cell that another table of the release hides.

    Args:
        by: the dimensions of the table that prints it.
        of_two: whether the release has just the two.
        low, high: the counts that can stand behind the print, in the table's unit: one, or all that fit it.
        how: the role of the cell there, such as ``"printed"``, ``"rounded"`` or ``"perturbed"``.
    """

    by: tuple[str, ...]
    of_two: bool
    low: int
    high: int
    how: str


def printed_elsewhere(
    tables: Sequence[CountTable], parts: Sequence[Cells], places: Sequence[Numbers]
) -> dict[int, PrintedElsewhere]:
    """Return the cells that are hidden in one table and printed in another, by their places in the system.

    Where several tables print one, that counts which leaves the fewest numbers.

    Args:
        tables: the tables of the release.
        parts: what each says of its own cells.
        places: where each of these stands among all cells of the release; shape (cells of the table,).
    """
    found: dict[int, PrintedElsewhere] = {}
    shown = [np.isin(part.role, SHOWN) for part in parts]
    hidden = {place for at, prints in zip(places, shown, strict=True) for place in at[~prints].tolist()}
    for table, part, at, prints in zip(tables, parts, places, shown, strict=True):
        for index in np.flatnonzero(prints & np.isin(at, [*hidden])).tolist():
            low, high, place = int(part.low[index]), int(part.high[index]), int(at[index])
            if place not in found or high - low < found[place].high - found[place].low:
                found[place] = PrintedElsewhere(table.by, len(tables) == 2, low, high, ROLES[part.role[index]])
    return found
