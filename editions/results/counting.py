"""How many of a class: small counts are hidden as in a published table, and what is shown has passed the audit.

A class is a small population, and everybody in it looks at the picture. So each line (one exercise or question: how
many were right, not yet right, or gave no answer) is repaired (complementary suppression) against outsiders and against
whoever stands alone in a cell; the audit is run on the result; and where that finds anything, the line is left empty.
No number is in two lines, so nothing can be subtracted from one line to another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import pandas as pd

from disclosure.audit import Outsider, audit
from disclosure.audit.verdicts import EXACT
from disclosure.defences import Singletons, SuppressComplementary
from disclosure.repair.protection import UnfinishedError, UnreachableError
from disclosure.repair.singletons import attackers_of
from disclosure.tables import CountTable
from disclosure.tables.count_table import TOTAL

THRESHOLD: Final = 5
"""The smallest count of learners that is printed, if nobody says otherwise."""

Counts = tuple[tuple[str, int], ...]
"""How many learners, by how their answer stands."""

DIMENSION: Final = "answer"


@dataclass(frozen=True)
class Line:
    """What is printed of one exercise or question.

    Attributes:
        printed: how an answer stands -> how many learners; None where that is hidden, and everywhere where no choice of
            cells protects the small ones.
        people: all learners of the line; None where even that is too few to be printed.
    """

    printed: Mapping[str, int | None]
    people: int | None


@cache
def line_of(counts: Counts, threshold: int = THRESHOLD) -> Line:
    """Print what may be printed of one line.

    Args:
        counts: how many learners, by how their answer stands.
        threshold: the smallest count that is printed; zeros are.

    Examples:
        >>> line_of((("right", 20), ("not yet", 6), ("no answer", 3)), 5)
        Line(printed={'right': 20, 'not yet': None, 'no answer': None}, people=29)
        >>> line_of((("right", 24), ("not yet", 1)), 5)
        Line(printed={'right': None, 'not yet': None}, people=25)
        >>> line_of((("right", 2), ("not yet", 1)), 5)
        Line(printed={'right': None, 'not yet': None}, people=None)
    """
    people = sum(count for _, count in counts)
    nothing: dict[str, int | None] = dict.fromkeys(dict(counts))
    if people < threshold:
        return Line(nothing, None)
    table = table_of(counts)
    release = _repaired(table, threshold)
    if release is None or given_away(release, table, threshold):
        return Line(nothing, people)
    return Line(nothing | _printed(release), people)


def table_of(counts: Counts) -> CountTable:
    """The counts as a table with its total, zeros included."""
    labels, numbers = zip(*counts, strict=True)
    cells = {DIMENSION: [*labels, TOTAL], "count": pd.array([*numbers, sum(numbers)], dtype="Int64"), "mark": ""}
    return CountTable(pd.DataFrame(cells), (DIMENSION,))


def given_away(release: CountTable, table: CountTable, threshold: int) -> list[str]:
    """The hidden small cells that somebody can work out from what is printed.

    Args:
        release: what is to be printed.
        table: with all counts.
        threshold: below it, a count is small.
    """
    true = table.cells.set_index(DIMENSION)["count"]
    small = set(true.index[(true > 0) & (true < threshold)])
    found = small & set(_printed(release))
    hidden = release.cells["count"].isna().any()
    for attacker in attackers_of(table, [Outsider(), Singletons()]) if hidden else ():
        known = audit(release, attacker, why=False)
        own = {cell[0] for cell in getattr(attacker, "cells", ())}
        found |= (set(known.loc[known["verdict"] == EXACT, DIMENSION]) & small) - own
    return sorted(found)


def _repaired(table: CountTable, threshold: int) -> CountTable | None:
    """The table with its small counts hidden, and others that cover them; None where that cannot be done.

    Its total is printed whatever it costs: everybody in the room can count those who handed in.
    """
    cover = SuppressComplementary(threshold, against=(Outsider(), Singletons()), must_print=((TOTAL,),))
    try:
        return cover(table)  # type: ignore[return-value]
    except (UnreachableError, UnfinishedError):
        return None


def _printed(release: CountTable) -> dict[str, int]:
    """The counts that stand there, by their label."""
    cells = release.cells[(release.cells[DIMENSION] != TOTAL) & release.cells["count"].notna()]
    return {str(label): int(count) for label, count in zip(cells[DIMENSION], cells["count"], strict=True)}
