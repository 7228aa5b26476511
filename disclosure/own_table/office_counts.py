"""The true counts of a table, from the office's own file of the same shape: only a repair needs them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pandas as pd

from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.numbers import number_in
from disclosure.own_table.layout.reading import decimals_possible
from disclosure.own_table.sheets.sheet import Sheet, place_of
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.tables import Tables
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

NO_COUNT: Final = "{file} has no whole number at {address}: the office's file needs the shape of the table."
OTHER_COUNT: Final = (
    "{file} says {count:,} at {address}, and the table prints {printed:,} there: the two are not of the same counts."
)


def counted(tables: Tables, block: Block, decimal: str, office: Sheet | None) -> CountTable | LinkedTables | None:
    """The tables with every count; None where some are hidden, and no file of the office has all of them.

    The counts behind percentages, where they are nowhere in the table, are nowhere in a file of its shape.

    Args:
        tables: the tables as they are published.
        block: where the table stands.
        decimal: the table's decimal sign, for an office's file that does not tell its own.
        office: the sheet with the counts.

    Raises:
        UnreadableError: the two do not have the same shape, or print different counts of the same cell.
    """
    parts = tables_in(tables.release)
    if office is None or tables.leaves_out or tables.behind:
        return tables.release if not any(table.is_hidden.any() for table in parts) else None
    possible = decimals_possible(office, block)
    sign = min(possible) if len(possible) == 1 else decimal
    dimensions = tuple(dict.fromkeys(name for table in parts for name in table.by))
    made = tuple(_filled(table, dimensions, tables.addresses, office, sign) for table in parts)
    return LinkedTables(made) if isinstance(tables.release, LinkedTables) else made[0]


def _filled(
    table: CountTable, dimensions: tuple[str, ...], addresses: Mapping[tuple[str, ...], str], office: Sheet, sign: str
) -> CountTable:
    """One table with the office's counts, and no rule, for nothing is hidden."""
    counts = []
    for row in table.cells.to_dict("records"):
        address = addresses[tuple(str(row.get(name, "total")) for name in dimensions)]
        count = _count(office, address, sign)
        if not table.how_changed and not pd.isna(row["count"]) and int(row["count"]) != count:
            printed = int(row["count"])
            raise UnreadableError(OTHER_COUNT.format(file=office.file, count=count, address=address, printed=printed))
        counts.append(count)
    cells = table.cells.assign(count=pd.array(counts, dtype="Int64"), mark="")
    return replace(table, cells=cells, rule=None, base=1)


def _count(office: Sheet, address: str, sign: str) -> int:
    """The count at an address."""
    row, column = place_of(address)
    rows, columns = office.size
    cell = office.cells[row][column] if row < rows and column < columns else None
    stored = cell is not None and isinstance(cell.value, int | float)
    number = number_in(cell.text, "." if stored else sign) if cell else None
    if number is None and cell is not None and stored:
        number = number_in(str(cell.value), ".")
    if number is None or not number.is_whole or number.value < 0:
        raise UnreadableError(NO_COUNT.format(file=office.file, address=address))
    return int(number.value)
