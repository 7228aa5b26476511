"""Which cells of a sheet a repair changes: counts, percentages that could tell of them; and who stands in these."""

from collections.abc import Sequence
from itertools import compress, product
from typing import Final

import numpy as np

from disclosure.labels import TOTAL
from disclosure.marks import NOT_COVERED_MARK
from disclosure.own_table.check import Check
from disclosure.own_table.layout.as_read import COUNTING
from disclosure.own_table.layout.blocks import is_number
from disclosure.own_table.price_in_words import PeopleIn
from disclosure.own_table.share_columns import column_in
from disclosure.own_table.sheets.sheet import address_of, place_of
from disclosure.repair.hiding import counted_once
from disclosure.tables.count_table import CountTable, wider_labels
from disclosure.tables.linked_tables import LinkedTables, tables_in

IN_ROWS: Final = -1
"""In place of a row of counts, for percentages that stand in rows without any."""


def changes_of(check: Check, release: CountTable | LinkedTables, *, remarked: bool = False) -> dict[str, str]:
    """The cells of the sheet whose words change: counts, and all percentages that could tell of hidden ones.

    A percentage has the mark of its own count, or, where this stays printed, that of cells that cover others.

    Args:
        check: of the table as it is.
        release: the table as it would be published; it has no percentages left that could tell of a hidden count.
        remarked: small counts that are hidden already get the mark of the others, too.
    """
    assert check.release is not None
    changes, unknown = dict[str, str](), _of_unknown(check)
    for table, before in zip(tables_in(release), tables_in(check.release), strict=True):
        addresses, covers = addresses_of(check, table), (table.rule and table.rule.complementary_mark) or ""
        marks = table.cells["mark"].replace(NOT_COVERED_MARK, covers).tolist()
        for address, mark, inside in zip(addresses, marks, _in_hidden(table), strict=True):
            beside = [*unknown.get(place_of(address)[0], []), *unknown.get(IN_ROWS, [])] if address and inside else []
            changes = dict.fromkeys(beside, covers) | changes
            changes |= dict.fromkeys((address, *beside), mark) if address and mark else {}
        for share in before.percentages:
            gone = before.cells[share.column].notna() & table.cells[share.column].isna()
            for address, mark in zip(compress(addresses, gone), compress(marks, gone), strict=True):
                changes[address_of(place_of(address)[0], column_in(share.column))] = mark or covers
    small = {table.rule.mark for table in tables_in(release) if table.rule} if remarked else set()
    hidden = hidden_before(check)
    return {address: mark for address, mark in changes.items() if address not in hidden or mark in small}


def hidden_before(check: Check) -> set[str]:
    """Where the hidden counts of the sheet stand, blanks among them."""
    assert check.release is not None
    return {
        address
        for table in tables_in(check.release)
        for address in compress(addresses_of(check, table), table.is_hidden)
        if address
    }


def _in_hidden(table: CountTable) -> list[bool]:
    """Whether each cell of a table is hidden, or lies in one that is: that could be the base of its percentages."""
    cells = list(table.cells[list(table.by)].itertuples(index=False, name=None))
    hidden = {*compress(cells, table.is_hidden)}
    nested = [table.hierarchies.get(name, {}) for name in table.by]
    around = (product(*map(wider_labels, cell, nested)) for cell in cells)
    return [not hidden.isdisjoint(wider) for wider in around]


def _of_unknown(check: Check) -> dict[int, list[str]]:
    """The percentages of which nobody knows of what they are, by the row of counts in which they stand.

    All of a row go where one of its counts is hidden, or lies in a hidden one; and all that stand in rows of their own.
    """
    assert check.release is not None
    known = {column_in(share.column) for table in tables_in(check.release) for share in table.percentages}
    counting = {place_of(address)[0] for address, kind in check.as_read.kinds.items() if kind in COUNTING}
    found: dict[int, list[str]] = {}
    for cell in check.as_read.sheet:
        row, column = place_of(cell.address)
        if check.as_read.kinds[cell.address] == "percentage" and column not in known and is_number(cell.text.strip()):
            found.setdefault(row if row in counting else IN_ROWS, []).append(cell.address)
    return found


def addresses_of(check: Check, table: CountTable) -> list[str]:
    """Where each cell of one of the tables stands; empty for a cell that stands nowhere."""
    assert check.release is not None
    dimensions = tuple(dict.fromkeys(name for each in tables_in(check.release) for name in each.by))
    rows = table.cells.to_dict("records")
    return [check.addresses.get(tuple(str(row.get(name, TOTAL)) for name in dimensions), "") for row in rows]


def counts_at(check: Check, addresses: Sequence[str]) -> list[int]:
    """The true counts at some addresses."""
    assert check.counted is not None  # else nothing is repaired
    found: dict[str, int] = {}
    for table in tables_in(check.counted):
        found |= dict(zip(addresses_of(check, table), map(int, table.cells["count"]), strict=True))
    return [found[address] for address in addresses]


def people_in(check: Check, addresses: Sequence[str]) -> PeopleIn:
    """The people in the counts at some addresses; of several tables nobody knows who stands in two of them."""
    assert check.counted is not None  # else nothing is repaired
    total = sum(counts_at(check, addresses))
    for table in tables_in(check.counted):
        own = addresses_of(check, table)
        if {*own}.issuperset(addresses):
            return PeopleIn(total, counted_once(table, np.isin(own, addresses)))
    return PeopleIn(total, total if len(addresses) == 1 else None)
