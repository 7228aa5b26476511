"""What a quick repair of a table costs, in a sentence; beside an earlier edition, of one that readers of both leave."""

from dataclasses import replace
from typing import Final

from disclosure.audit.attackers import Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.earlier_edition import EarlierEdition
from disclosure.own_table.last_word import must_hold
from disclosure.own_table.price_in_words import PeopleIn
from disclosure.own_table.steady_pattern import hidden_again
from disclosure.own_table.unused_of_earlier import known_beside
from disclosure.own_table.wishes import Look
from disclosure.repair.hiding import counted_once, must_hide
from disclosure.repair.protection import Singletons
from disclosure.rules import Zeros
from disclosure.tables.linked_tables import Release, tables_in

PATIENCE: Final = 3.0
"""Seconds for the price of a repair."""

NONE_FOUND: Final = "No quick repair was found for this threshold."
NOTHING_ELSE: Final = "Nothing else has to be hidden."
BESIDE: Final = "A quick repair, which hides again what {file} hid, hides more: {people}."


def price_of_repair(
    counted: Release, threshold: int, zeros: Zeros, look: Look, earlier: EarlierEdition | None = None
) -> str:
    """What a quick repair costs, in a sentence.

    Args:
        counted: the table, every count printed.
        threshold: the smallest count that is printed.
        zeros: what becomes of zeros.
        look: whom the repair is made against.
        earlier: the edition in print; None if there is none.
    """
    defence = SuppressComplementary(threshold, zeros=zeros, time_limit=PATIENCE)
    if look == "alone":
        defence = replace(defence, against=(Outsider(), Singletons()))
    try:
        if earlier is not None:
            return _beside(defence, counted, earlier)
        repaired = defence.repair(counted)
    except ValueError:
        return NONE_FOUND
    if not repaired.price:
        return NOTHING_ELSE
    return f"A quick repair hides more: {PeopleIn(repaired.price, repaired.once).in_words}."


def _beside(defence: SuppressComplementary, counted: Release, earlier: EarlierEdition) -> str:
    """The same beside an earlier edition: the repair goes through the audit with it, as one that is proposed does."""
    found = hidden_again(defence, counted, earlier)
    must_hold(defence, counted, found.release, earlier)
    lost = [found.not_protected.strip(), known_beside(defence, counted, found.release, earlier)]
    more = [
        table.is_hidden.to_numpy(dtype=bool) & ~must_hide(counts, defence.rule)
        for table, counts in zip(tables_in(found.release), tables_in(counted), strict=True)
    ]
    if not any(flags.any() for flags in more):
        return " ".join(filter(None, [*lost, NOTHING_ELSE]))
    pairs = list(zip(tables_in(counted), more, strict=True))
    total = sum(int(table.cells["count"][flags].sum()) for table, flags in pairs)
    once = counted_once(*pairs[0]) if len(pairs) == 1 else None
    return " ".join(filter(None, [*lost, BESIDE.format(file=earlier.file, people=PeopleIn(total, once).in_words)]))
