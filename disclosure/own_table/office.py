"""The office's own file beside the published one: the same cells, with every count."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pandas as pd

from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

Release = CountTable | LinkedTables
Labels = tuple[str, ...]
Addresses = Mapping[Labels, str]

NOT_READ: Final = "The office's file could not be read: {why}"
NO_CELL: Final = (
    "The office's file has no count for {labels}, which stands in {address} of the table: both must have the same "
    "lines and columns."
)
HIDES: Final = "The office's file hides {labels} ({address}) as well: it must hold every count."
DIFFERS: Final = "{address} ({labels}) says {printed}, and the office's file {true}: are these files of the same table?"


def own_counts(release: Release | None) -> Release | None:
    """The counts of a table that hides and rounds nothing; None where the office's file is needed."""
    if release is None:
        return None
    whole = all(not table.is_hidden.any() and table.base == 1 for table in tables_in(release))
    return release if whole else None


def counts_of_office(
    release: Release | None, addresses: Addresses, true: Release | None, why: str = ""
) -> Release | None:
    """The cells of the published table with the counts of the office's file.

    Args:
        release: the table as it is published; None where it could not be read so far.
        addresses: where each of its cells stands, by labels.
        true: what was read from the office's file; None where it could not be read.
        why: why not.

    Returns:
        The same cells in the same order, nothing hidden, without rule or rounding.

    Raises:
        UnreadableError: the office's file lacks a cell, hides one, or says another number than the table prints.
    """
    if release is None:
        return None
    if true is None:
        raise UnreadableError(NOT_READ.format(why=why or "check it by itself first."))
    counts: dict[Labels, int | None] = {}
    for table in tables_in(true):
        for labels, count in zip(_labels(table), table.cells["count"], strict=True):
            counts[labels] = None if pd.isna(count) else int(count)
    done = [_counted(table, counts, addresses) for table in tables_in(release)]
    return LinkedTables(tuple(done)) if isinstance(release, LinkedTables) else done[0]


def _counted(table: CountTable, counts: Mapping[Labels, int | None], addresses: Addresses) -> CountTable:
    """One table with its true counts."""
    found = []
    for labels, printed in zip(_labels(table), table.cells["count"], strict=True):
        words = {"labels": ", ".join(labels), "address": addresses.get(labels, "")}
        if labels not in counts:
            raise UnreadableError(NO_CELL.format(**words))
        true = counts[labels]
        if true is None:
            raise UnreadableError(HIDES.format(**words))
        if table.base == 1 and not pd.isna(printed) and int(printed) != true:
            raise UnreadableError(DIFFERS.format(printed=f"{int(printed):,}", true=f"{true:,}", **words))
        found.append(true)
    cells = table.cells.assign(count=pd.array(found, dtype="Int64"), mark="")
    return replace(table, cells=cells, rule=None, base=1)


def _labels(table: CountTable) -> list[Labels]:
    """The labels of each cell."""
    return [tuple(map(str, row)) for row in table.cells[list(table.by)].itertuples(index=False, name=None)]
