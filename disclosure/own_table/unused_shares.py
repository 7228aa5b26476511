"""Percentages of an edition in print that no repair uses, for they were made to add up: what they tell all the same.

The audit uses part of what they tell. Whatever that leaves known of a small count is refused, or said.
"""

from typing import Final

import pandas as pd

from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.earlier_edition import EarlierEdition
from disclosure.own_table.last_word import NO_TIME
from disclosure.own_table.steady_pattern import as_used
from disclosure.repair.hiding import hide, must_hide
from disclosure.repair.protection import UnfinishedError, Width
from disclosure.tables.edition_pairs import EDITION, SECOND
from disclosure.tables.linked_tables import Release, tables_in

BESIDE_SHARES: Final = (
    "Nothing is proposed: beside the percentages of {file}, less is left open than was asked for ({cells}), and no "
    "repair can use percentages that were made to add up. Hide more by hand, and check that beside {file}."
)
WHATEVER: Final = " Whatever is hidden here, the percentages of {file} leave less open than was asked for: {cells}."
MOST_NAMED: Final = 3


def known_beside_shares(
    defence: SuppressComplementary, counted: Release, release: Release, earlier: EarlierEdition | None
) -> str:
    """What readers of percentages that no repair uses know of small counts whatever is hidden, in a sentence.

    Args:
        defence: the wishes.
        counted: the table or tables, every count printed, and no percentages.
        release: what would be published.
        earlier: the edition in print; None if there is none.

    Raises:
        ValueError: they know more of the table as it would be published than of one in which all is hidden.
        UnfinishedError: there was no time to see that.
    """
    if earlier is None or not as_used(earlier)[1] or not earlier.beside(release)[0].are_linked:
        return ""
    try:
        with limited_to(defence.time_limit):
            known = _known(defence, counted, release, earlier)
            whatever = _known(defence, counted, hide(counted, defence.rule, None, defence.wishes), earlier)
    except OutOfTimeError:
        raise UnfinishedError(NO_TIME.format(seconds=defence.time_limit)) from None
    if more := [name for name in known if name not in whatever]:
        raise ValueError(BESIDE_SHARES.format(file=earlier.file, cells="; ".join(more[:MOST_NAMED])))
    return WHATEVER.format(file=earlier.file, cells="; ".join(known[:MOST_NAMED])) if known else ""


def _known(defence: SuppressComplementary, counted: Release, release: Release, earlier: EarlierEdition) -> list[str]:
    """The hidden small counts of which readers of both editions know more than was asked for."""
    told = earlier.told_beside(release)
    told = told[told[EDITION].eq(SECOND)] if EDITION in told else told
    least = defence.protect.people if isinstance(defence.protect, Width) else 1
    small = {name for table in tables_in(counted) for name in table.cell_names[must_hide(table, defence.rule)]}
    narrow = (told["high"] - told["low"]).lt(least).fillna(value=False)
    hidden = told["target"].isin(small) & ~told["role"].eq("printed although small")
    return list(dict.fromkeys(pd.Series(told.loc[narrow & hidden, "target"])))
