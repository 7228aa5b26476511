"""Another threshold on one's own table: what it hides, what of that can be worked out, and what a repair costs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from disclosure.audit.attackers import Outsider
from disclosure.audit.states import LETTERS
from disclosure.audit.verdicts import EXACT, audit, prepare
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.check import Check
from disclosure.own_table.price_in_words import PeopleIn
from disclosure.own_table.repair_marks import zeros_of
from disclosure.own_table.repairing import NO_COUNTS, without_shares
from disclosure.own_table.wishes import Look
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Singletons
from disclosure.repair.singletons import attackers_of
from disclosure.rules import Rule, Zeros
from disclosure.tables.linked_tables import Release, tables_in

THRESHOLDS: Final = range(3, 16)
"""The thresholds that can be tried."""

MOST_LOOKS: Final = 40
"""People alone in a cell who are thought to look, one at a time; of more than these, the first."""

WITHOUT_SHARES: Final = "That holds if percentages that could tell of hidden counts are hidden, too."

PATIENCE: Final = 3.0
"""Seconds for the price of a repair."""


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
    cells = dict(_cells(check, counted, release, look))
    exact = sum(letter == LETTERS[EXACT] for letter, _, _ in cells.values())
    hidden = f"{len(cells)} cell{'s are' if len(cells) != 1 else ' is'} hidden below {threshold}"
    price = price_of_repair(counted, threshold, rule.zeros, look)
    beside = any(kind == "percentage" for kind in check.as_read.kinds.values()) and cells
    told = [f"{hidden}.", _worked_out(exact, len(cells), look), WITHOUT_SHARES if beside else "", price]
    return Outcome(threshold, cells, " ".join(filter(None, told)))


def _cells(check: Check, counted: Release, release: Release, look: Look) -> Iterator[tuple[str, tuple[str, int, int]]]:
    """Each hidden cell of the sheet with the most that any one of those who look knows of it."""
    prepared = prepare(release, nothing_to_subtract=True)
    lookers = [Outsider(), *(attackers_of(counted, [Singletons()])[:MOST_LOOKS] if look == "alone" else [])]
    worst: dict[str, tuple[str, int, int]] = {}
    for attacker in lookers:
        found = audit(prepared, attacker, why=False)
        own = getattr(attacker, "cell", None)
        for row in found.to_dict("records"):
            labels = tuple(row[str(name)] for name in found.columns[: list(found.columns).index("target")])
            address = check.addresses.get(labels, "")
            if not address or labels == own:
                continue
            known = (LETTERS[row["verdict"]], int(row["low"]), int(row["high"]))
            if address not in worst or known[2] - known[1] < worst[address][2] - worst[address][1]:
                worst[address] = known
    yield from worst.items()


def _worked_out(exact: int, hidden: int, look: Look) -> str:
    """How many can be worked out, and by whom."""
    if not hidden:
        return ""
    who = "by anybody who reads the table" if look == "readers" else "by a reader, or by somebody alone in a cell"
    if hidden == 1:
        return f"It can be worked out {who}." if exact else f"It was not worked out {who}."
    return f"{exact} of them can be worked out {who}." if exact else f"None of them was worked out {who}."


def price_of_repair(counted: Release, threshold: int, zeros: Zeros, look: Look) -> str:
    """What a quick repair costs, in a sentence.

    Args:
        counted: the table, every count printed.
        threshold: the smallest count that is printed.
        zeros: what becomes of zeros.
        look: whom the repair is made against.
    """
    defence = SuppressComplementary(threshold, zeros=zeros, time_limit=PATIENCE)
    if look == "alone":
        defence = replace(defence, against=(Outsider(), Singletons()))
    try:
        repaired = defence.repair(counted)
    except ValueError:
        return "No quick repair was found for this threshold."
    if not repaired.price:
        return "Nothing else has to be hidden."
    return f"A quick repair hides more: {PeopleIn(repaired.price, repaired.once).in_words}."
