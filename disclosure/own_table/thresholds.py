"""Another threshold on one's own table: what it hides, what of that can be worked out, and what a repair costs.

Readers have an earlier edition as well, where one was laid beside the table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.states import LETTERS
from disclosure.audit.verdicts import EXACT
from disclosure.own_table.check import Check
from disclosure.own_table.earlier_edition import WORDS, EarlierEdition
from disclosure.own_table.in_words import BY_ITSELF, by_itself
from disclosure.own_table.quick_price import price_of_repair
from disclosure.own_table.repair_marks import zeros_of
from disclosure.own_table.repairing import NO_COUNTS, without_shares
from disclosure.own_table.what_both_tell import told_of_earlier
from disclosure.own_table.who_knows import Known, most_known
from disclosure.own_table.wishes import Look
from disclosure.repair.hiding import hide
from disclosure.rules import Rule
from disclosure.tables.linked_tables import Release, tables_in

THRESHOLDS: Final = range(3, 16)
"""The thresholds that can be tried."""

WITHOUT_SHARES: Final = "That holds if percentages that could tell of hidden counts are hidden, too."

NO_DIFFERENCES: Final = "Not used are differences to the earlier edition {file}, for the two are {relation}."
NO_PRICE: Final = "What a repair would cost is not said, for it could be undone."


@dataclass(frozen=True)
class Outcome:
    """What becomes of a table under one threshold alone.

    Args:
        threshold: the smallest count that is printed.
        cells: address -> what becomes of a cell that is hidden: a letter of `disclosure.audit.states.LETTERS`, and the
            smallest and largest count that somebody can still think possible.
        sentence: how many are hidden, how many can be worked out, and what a repair would cost.
    """

    threshold: int
    cells: dict[str, tuple[str, int, int]]
    sentence: str


def at_threshold(check: Check, threshold: int, look: Look = "readers") -> Outcome:
    """Hide all counts below a threshold, and nothing else, and see what can be worked out.

    Args:
        check: of a table whose true counts are known.
        threshold: the smallest count that is printed.
        look: whoever reads the table, or also anybody who is alone in a hidden cell.

    Raises:
        ValueError: the counts are not known, or the threshold is none.
    """
    if check.counted is None:
        raise ValueError(NO_COUNTS)
    counted = without_shares(check.counted)
    rule = Rule(threshold, zeros_of(check))
    release = hide(counted, rule, [np.zeros(len(table.cells), dtype=bool) for table in tables_in(counted)])
    check, alone = _fitting(check, counted)
    known = most_known(check.earlier, counted, release, look)
    cells = {address: known[key] for key, address in check.addresses.items() if key in known}
    hidden = f"{len(cells)} cell{'s are' if len(cells) != 1 else ' is'} hidden below {threshold}"
    price = NO_PRICE if alone else price_of_repair(counted, threshold, rule.zeros, look, check.earlier)
    shares = any(kind == "percentage" for kind in check.as_read.kinds.values()) and cells
    both, of_earlier = _of_earlier(check.earlier, release)
    told = [alone, f"{hidden}.", _worked_out(cells, both, look), of_earlier]
    told += [WITHOUT_SHARES if shares else "", price]
    return Outcome(threshold, cells, " ".join(filter(None, told)))


def _fitting(check: Check, counted: Release) -> tuple[Check, str]:
    """The check, without an edition that the counts do not fit; and why one that was given is not beside the table."""
    if check.earlier is None:
        return check, by_itself(check)
    try:
        check.earlier.told_beside(counted)
    except ContradictionError as error:
        return replace(check, earlier=None), BY_ITSELF.format(why=check.earlier.contradicts(error))
    return check, ""


def _of_earlier(earlier: EarlierEdition | None, release: Release) -> tuple[str, str]:
    """What readers read besides; and what the table tells of that, or that differences were not used."""
    if earlier is None:
        return "", ""
    if earlier.together(release) is None:
        return "", NO_DIFFERENCES.format(file=earlier.file, relation=WORDS[earlier.relation])
    return f" and {earlier.file}", told_of_earlier(earlier, release, "table")


def _worked_out(cells: Mapping[str, Known], both: str, look: Look) -> str:
    """How many can be worked out, and by whom."""
    if not cells:
        return ""
    exact = sum(letter == LETTERS[EXACT] for letter, _, _ in cells.values())
    who = f"by anybody who reads the table{both}"
    if look == "alone":
        who = f"by a reader{both and f' of the table{both}'}, or by somebody alone in a cell"
    if len(cells) == 1:
        return f"It can be worked out {who}." if exact else f"It was not worked out {who}."
    return f"{exact} of them can be worked out {who}." if exact else f"None of them was worked out {who}."
