"""What is settled of each cell before anything is chosen: hidden by the rule or by wish, printed by wish, or free."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from disclosure.audit.reading.cells import NOT_PRINTED, ROLES, Numbers
from disclosure.audit.reading.system import System
from disclosure.audit.solving.network import Flags
from disclosure.repair.already_printed import kept_so_far, places
from disclosure.repair.hiding import AnyRule, may_cover, must_hide
from disclosure.repair.wishes import Wishes, kept_in_print, marked, refuse_printed_zeros
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import Release, tables_in


@dataclass(frozen=True)
class SettledCells:
    """What is settled of each cell; all of shape (cells,).

    Args:
        primary: the rule hides it, and nobody wishes it printed.
        small_printed: the rule would hide it, and it must be printed.
        by_hand: it must be hidden by wish, and the rule would print it.
        unprinted: nobody prints it, nor does it follow from what the office prints.
        kept: a table in print hides it, none of the new ones has it, and nobody knows it so far.
        public: a table in print prints it.
        may_hide: it can be hidden to cover others.
    """

    primary: Flags
    small_printed: Flags
    by_hand: Flags
    unprinted: Flags
    kept: Flags
    public: Flags
    may_hide: Flags


def settled_cells(
    release: Release,
    rule: AnyRule,
    wishes: Wishes,
    already: tuple[CountTable, ...],
    plain: tuple[System, Sequence[Numbers]],
) -> SettledCells:
    """Sort all cells of a release, and of what is in print already.

    Args:
        release: the table or tables to repair, every count printed.
        rule: which counts must be hidden.
        wishes: cells that must be printed or hidden whatever the rule says.
        already: tables that are in print.
        plain: all of them as they are read while every count of the release is printed, and for each table of the
            release the place of each of its cells.

    Raises:
        ValueError: a wish cannot be followed.
    """
    system, rows = plain
    small, by_hand, shown, covering = np.zeros((4, len(system.low)), dtype=bool)
    hide_them, print_them = marked(release, wishes.must_hide, "must_hide"), kept_in_print(release, wishes)
    for table, at, hidden, printed in zip(tables_in(release), rows, hide_them, print_them, strict=True):
        refuse_printed_zeros(table, hidden, rule.zeros)
        small[at[must_hide(table, rule)]] = by_hand[at[hidden]] = shown[at[printed]] = True
        covering[at[may_cover(table, rule)]] = True
    unprinted = (system.cells.role == ROLES.index(NOT_PRINTED)) | (system.low < system.high)
    public = _public(system, already)
    return SettledCells(
        primary=small & ~shown,
        small_printed=small & shown,
        by_hand=by_hand & ~small,
        unprinted=unprinted,
        kept=_still_kept(system, rows, already),
        public=public,
        may_hide=covering & ~small & ~by_hand & ~shown & ~unprinted & ~public,
    )


def _public(system: System, already: tuple[CountTable, ...]) -> Flags:
    """True for each cell whose count a table in print prints: to hide it now would cover nothing."""
    public = np.zeros(len(system.low), dtype=bool)
    for table in already:
        if not table.how_changed:
            public[places(system, table)[~table.is_hidden.to_numpy(dtype=bool)]] = True
    return public


def _still_kept(system: System, rows: Sequence[Numbers], already: tuple[CountTable, ...]) -> Flags:
    """True for each cell that tables in print hide, that none of the new ones has, and that nobody knows so far."""
    kept = np.zeros(len(system.low), dtype=bool)
    for table, flags in zip(already, kept_so_far(already), strict=True):
        kept[places(system, table)[flags]] = True
    for at in rows:
        kept[at] = False
    return kept
