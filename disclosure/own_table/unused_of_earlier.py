"""What no repair uses of an edition in print, and readers do: whatever that leaves known of a small count is said.

Not used are percentages that were made to add up, of which the audit uses a part; and running totals of several tables.
"""

from typing import Final

from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.earlier_edition import EarlierEdition
from disclosure.own_table.known_small import known_small
from disclosure.own_table.last_word import NO_TIME
from disclosure.own_table.steady_pattern import as_used, tells_more
from disclosure.repair.hiding import hide
from disclosure.repair.protection import UnfinishedError
from disclosure.tables.linked_tables import Release

BESIDE: Final = (
    "Nothing is proposed: beside {what}, less is left open than was asked for ({cells}), and no repair can use {why}. "
    "Hide more by hand, and check that beside {file}; or name fewer cells that must be published."
)
WHATEVER: Final = "Whatever is hidden here, {what} {leave} less open than was asked for: {cells}."
SHARES: Final = ("the percentages of {file}", "leave", "percentages that were made to add up")
SEVERAL: Final = ("{file}", "leaves", "running totals of several tables")
MOST_NAMED: Final = 3


def known_beside(
    defence: SuppressComplementary, counted: Release, release: Release, earlier: EarlierEdition | None
) -> str:
    """What readers of an edition know of small counts whatever is hidden, where no repair uses it, in a sentence.

    Args:
        defence: the wishes.
        counted: the table or tables, every count printed, and no percentages.
        release: what would be published.
        earlier: the edition in print; None if there is none.

    Raises:
        ValueError: they know more of the table as it would be published than of one in which all is hidden.
        UnfinishedError: there was no time to see that.
    """
    if earlier is None or not earlier.beside(release)[0].are_linked:
        return ""
    shares = bool(as_used(earlier)[1])
    if not shares and tells_more(release, earlier):
        return ""
    what, leave, why = (words.format(file=earlier.file) for words in (SHARES if shares else SEVERAL))
    try:
        with limited_to(defence.time_limit):
            known = known_small(defence, counted, earlier.told_beside(release))
            hidden = hide(counted, defence.rule, None)
            whatever = known_small(defence, counted, earlier.told_beside(hidden))
    except OutOfTimeError:
        raise UnfinishedError(NO_TIME.format(seconds=defence.time_limit)) from None
    if more := [name for name in known if name not in whatever]:
        raise ValueError(BESIDE.format(what=what, cells="; ".join(more[:MOST_NAMED]), why=why, file=earlier.file))
    return WHATEVER.format(what=what, leave=leave, cells="; ".join(known[:MOST_NAMED])) if known else ""
