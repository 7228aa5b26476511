"""Is there really nothing to subtract? What is asked of a table that hides cells and prints no total above them."""

from dataclasses import replace

import numpy as np

from disclosure.audit.reading.as_printed import as_printed
from disclosure.audit.reading.cells import codes_of
from disclosure.audit.reading.completed_tables import completed_tables
from disclosure.audit.reading.system import System
from disclosure.marks import NOT_COVERED_MARK
from disclosure.tables.count_table import BESIDE, CountTable
from disclosure.tables.linked_tables import LinkedTables, pieces_in, tables_in


def without_totals(release: CountTable | LinkedTables, system: System) -> CountTable | None:
    """The first table none of whose hidden cells adds up to a total with others; None if there is no such table.

    A total of another of the tables counts, and so does a sum that two of them have in common. Statistics beside counts
    do not, nor do totals that sum printed cells only.

    Args:
        release: what is published.
        system: the same as everybody reads it.
    """
    tables = system.tables
    if tables_in(release)[0].weights:
        tables = completed_tables(tables_in(release), pieces_in(release))
    if any(table.companions for table in tables):
        without = tuple(_without_statistics(table) for table in tables_in(release))
        system = as_printed(LinkedTables(without, pieces_in(release)))
        tables = system.tables
    sizes = tuple(len(indices) for indices in system.labels.values())
    tied = np.concatenate([system.lines.cell, system.covers.cell])
    in_lines = np.ravel_multi_index(tuple(system.cells.codes[tied].T), sizes)
    for table in tables:
        hidden = codes_of(table, system.labels)[table.is_hidden]
        if len(hidden) and not np.isin(np.ravel_multi_index(tuple(hidden.T), sizes), in_lines).any():
            return table
    return None


def refuse_without_totals(release: CountTable | LinkedTables, system: System) -> None:
    """Ask the question, unless every table has totals.

    Raises:
        ValueError: some table has none.
    """
    if table := without_totals(release, system):
        hides = (table.is_hidden & (table.cells["mark"] != NOT_COVERED_MARK)).any()
        what = "hides cells" if hides else "names parts that it does not cover"
        raise ValueError(
            f"the table by {' and '.join(table.by)} {what} and prints no total above them. Is there really "
            "nothing to subtract, in no other table either? Audit them together, as LinkedTables, with the totals; or "
            "answer with nothing_to_subtract=True."
        )


def _without_statistics(table: CountTable) -> CountTable:
    """The counts alone."""
    return replace(table, cells=table.cells.drop(columns=list(BESIDE), errors="ignore"), companions=None)
