"""Which cells of a sheet a repair changes: the counts that it hides, and the percentages that would tell them."""

from typing import Final

import pandas as pd

from disclosure.labels import TOTAL
from disclosure.own_table.check import Check
from disclosure.own_table.layout.as_read import COUNTING
from disclosure.own_table.layout.blocks import is_number
from disclosure.own_table.share_columns import column_in
from disclosure.own_table.sheets.sheet import address_of, place_of
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

IN_ROWS: Final = -1
"""In place of a row of counts, for percentages that stand in rows without any."""


def changes_of(check: Check, release: CountTable | LinkedTables) -> dict[str, str]:
    """The cells of the sheet whose words change: counts, and the percentages beside all that are hidden."""
    assert check.release is not None
    kinds, changes, unknown = check.as_read.kinds, dict[str, str](), _of_unknown(check)
    for table, before in zip(tables_in(release), tables_in(check.release), strict=True):
        for place, (address, mark) in enumerate(zip(addresses_of(check, table), table.cells["mark"], strict=True)):
            if not mark or not address:
                continue
            beside = [
                address_of(place_of(address)[0], column_in(share.column))
                for share in before.percentages
                if pd.notna(before.cells[share.column].iloc[place])
            ]
            beside += [*unknown.get(place_of(address)[0], []), *unknown.get(IN_ROWS, [])]
            changes |= {each: str(mark) for each in (address, *beside) if kinds[each] != "hidden"}
    return changes


def _of_unknown(check: Check) -> dict[int, list[str]]:
    """The percentages of which nobody knows of what they are, by the row of counts in which they stand.

    Beside a hidden count, all of its row are hidden; and all that stand in rows of their own.
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
