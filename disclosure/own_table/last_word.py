"""The last word on a repair of a sheet: the table as it would be published goes through the audit once more.

It has percentages, and marks of its own, which the repair of its counts did not see. What was asked for must hold, for
everybody who was named.
"""

from typing import Final

from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.earlier_edition import EarlierEdition
from disclosure.own_table.steady_pattern import beside_edition
from disclosure.repair.protection import UnfinishedError
from disclosure.repair.verification import unprotected
from disclosure.tables.linked_tables import Release

STILL_KNOWN: Final = (
    "Nothing is proposed: with the percentages that would stay printed, less is left open than was asked for ({leak}). "
    "Take the columns with the percentages out, or give them fewer decimals."
)
NO_TIME: Final = (
    "Nothing is proposed: a repair was found, but its last audit did not end within {seconds:g} seconds. Ask for less: "
    "a smaller width, readers only, or a smaller table."
)


def must_hold(
    defence: SuppressComplementary, counted: Release, release: Release, earlier: EarlierEdition | None
) -> None:
    """Say in a sentence what a table as it would be published gives away, if it does.

    Args:
        defence: the wishes: the level of protection, and everybody against whom it was asked for.
        counted: the table or tables, every count printed, and no percentages.
        release: what would be published, with its marks and percentages.
        earlier: the edition in print; None if there is none.

    Raises:
        ValueError: somebody learns more than the promise says.
        UnfinishedError: there was no time to see that.
    """
    try:
        with limited_to(defence.time_limit):
            problem = defence.problem(beside_edition(counted, earlier))
            leaks = unprotected(beside_edition(release, earlier).release, problem)
    except OutOfTimeError:
        raise UnfinishedError(NO_TIME.format(seconds=defence.time_limit)) from None
    if leaks:
        raise ValueError(STILL_KNOWN.format(leak=leaks[0]))
