"""Which marks a repaired sheet prints: in place of small counts, and in cells that cover these.

A mark that says something must be true wherever it stands; one of which nothing is told stays where it is.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from disclosure.audit.solving.network import Flags
from disclosure.marks import NOT_COVERED_MARK
from disclosure.own_table.changed_cells import addresses_of
from disclosure.own_table.check import Check
from disclosure.own_table.meaning import BLANK
from disclosure.own_table.wishes import Wishes
from disclosure.repair.hiding import must_hide
from disclosure.rules import Rule, Zeros
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import tables_in

MARKS: Final = ("c", "x", "z", "*", ":", "hidden")
"""What may stand in covering cells: the first of these that stands nowhere in the table."""

STANDS_THERE: Final = "{mark!r} stands in the table already, and means something else there: choose another mark."
"""Said of a mark for covering cells."""


def rule_of(check: Check) -> Rule | None:
    """The rule that the table itself tells; None where it tells none."""
    if check.release is None:
        return None
    return next((table.rule for table in tables_in(check.release) if table.rule is not None), None)


def zeros_of(check: Check) -> Zeros:
    """What becomes of zeros, as the table itself tells; printed where it tells nothing."""
    rule = rule_of(check)
    return rule.zeros if rule else "printed"


def covering_mark(check: Check, wishes: Wishes) -> tuple[str, bool]:
    """What is printed in covering cells, and whether the table did not print it so far.

    A table that covers already has a mark for that. Else a new one is needed, for the mark of small counts would lie.

    Raises:
        ValueError: a new one is needed, and the one that was wished stands there already.
    """
    used = _texts(check, [_covers(*each, Rule(wishes.threshold, zeros_of(check))) for each in _pairs(check)])
    if seen := [mark for mark in used if mark != BLANK]:
        return max(set(seen), key=seen.count), False
    taken = {cell.text.strip() for cell in check.as_read.sheet}
    if wishes.mark in taken - {""}:
        raise ValueError(STANDS_THERE.format(mark=wishes.mark))
    return wishes.mark or next((mark for mark in MARKS if mark not in taken), "not shown"), True


def small_mark(check: Check, wishes: Wishes) -> str:
    """What is printed in place of small counts: what stands most often in hidden ones, if it may be as large.

    A blank is no mark: a line of blanks alone is read as a heading.
    """
    if remarked(check, wishes):
        return f"<{wishes.threshold}"
    rule = rule_of(check)
    meant = Rule(wishes.threshold, zeros_of(check))
    small = [before.is_hidden.to_numpy(dtype=bool) & must_hide(counts, meant) for before, counts in _pairs(check)]
    told = [flags & ~is_untold(before) for flags, (before, _) in zip(small, _pairs(check), strict=True)]
    marks = _texts(check, told) or ([] if rule else _texts(check, small))
    if rule and not marks:
        marks = [rule.mark]
    seen = [mark for mark in marks if mark != BLANK]
    return max(set(seen), key=seen.count) if seen else f"<{wishes.threshold}" if marks else "hidden"


def remarked(check: Check, wishes: Wishes) -> bool:
    """Whether all small counts need another mark: that of the table says that they are smaller than is asked for."""
    rule = rule_of(check)
    if rule is None or check.release is None or rule.threshold >= wishes.threshold:
        return False
    return any(bool(table.is_hidden.any()) for table in tables_in(check.release))


def is_untold(before: CountTable) -> Flags:
    """The hidden cells of a table whose mark tells nothing beside its rule: any count may stand there."""
    return (before.is_hidden & before.cells["mark"].eq(NOT_COVERED_MARK)).to_numpy(dtype=bool)


def _pairs(check: Check) -> list[tuple[CountTable, CountTable]]:
    """Each table as it is published, beside the same with all counts."""
    assert check.counted is not None and check.release is not None  # asked before
    return list(zip(tables_in(check.release), tables_in(check.counted), strict=True))


def _covers(before: CountTable, counts: CountTable, rule: Rule) -> Flags:
    """Which cells are hidden to cover others: not for their size, and no zeros that a table always prints."""
    large = before.is_hidden.to_numpy(dtype=bool) & ~must_hide(counts, rule)
    return large & (counts.cells["count"].gt(0).to_numpy(dtype=bool) | (rule.zeros == "may be hidden"))


def _texts(check: Check, meant: Sequence[Flags]) -> list[str]:
    """What stands in some cells of each table, as the kit's tables say it."""
    sheet, found = check.as_read.sheet, list[str]()
    for (before, _), flags in zip(_pairs(check), meant, strict=True):
        places = np.array(addresses_of(check, before))[flags]
        found += [sheet.at(address).text.strip() or BLANK for address in places if address]
    return found
