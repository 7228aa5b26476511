"""Cells that are marked by hand: what must be printed whatever it costs, and what must be hidden although it is large.

Other software calls such marks *apriori* information (tau-ARGUS, the file with the ending ``.hst``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from disclosure.audit.solving.network import Flags
from disclosure.labels import cell_name, written
from disclosure.rules import as_written
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import Release, tables_in

Labels = tuple[str, ...]


def named_cells(name: str, value: Any) -> tuple[Labels, ...]:
    """Return the labels of some cells as text, or say in a sentence how cells are named.

    Args:
        name: what the list is called.
        value: for each cell, its labels.

    Examples:
        >>> named_cells("also", [("A", 2016)])
        (('A', '2016'),)
    """
    cells = (value,) if isinstance(value, str) or not isinstance(value, Iterable) else tuple(value)
    if any(isinstance(labels, str) or not isinstance(labels, Iterable) for labels in cells):
        raise ValueError(f"{name} is {value!r}: name each cell by all its labels, such as (('A', 'North'),).")
    return tuple(tuple(map(written, labels)) for labels in cells)


@dataclass(frozen=True, repr=False)
class Wishes:
    """Cells that somebody has decided about, whatever the rule says.

    A cell is named by all its labels, in the order of the release's dimensions; linked tables have the dimensions of
    all of them, and a cell that sums over one has ``"total"`` there.

    Args:
        must_print: cells that are never hidden, small ones included.
        must_hide: cells that are hidden although the rule prints them; nobody may learn their counts.

    Raises:
        ValueError: cells are named in another way, or one stands in both.

    Examples:
        >>> Wishes(must_print=(("A", "North"),))
        Wishes(must_print=(('A', 'North'),))
    """

    must_print: tuple[Labels, ...] = ()
    must_hide: tuple[Labels, ...] = ()
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Read labels as text; refuse a cell that shall be both."""
        for name in ("must_print", "must_hide"):
            object.__setattr__(self, name, named_cells(name, getattr(self, name)))
        if both := sorted({*self.must_print} & {*self.must_hide}):
            raise ValueError(f"{cell_name(both[0])} stands in must_print and in must_hide: leave it out of one.")


NO_WISHES: Final = Wishes()


def marked(release: Release, cells: Sequence[Labels], name: str) -> list[Flags]:
    """For each table, True for each of its cells that is named; shape (cells of the table,).

    Args:
        release: the table or tables.
        cells: the labels of the cells.
        name: what the list is called, for the sentence.

    Raises:
        ValueError: no table has one of these cells.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"film": list("AB")}), by=("film",))
        >>> [flags.tolist() for flags in marked(table, [("B",)], "must_print")]
        [[False, True, False]]
    """
    tables, wanted = tables_in(release), set(cells)
    if not wanted:
        return [np.zeros(len(table.cells), dtype=bool) for table in tables]
    dimensions = tuple(dict.fromkeys(dimension for table in tables for dimension in table.by))
    keys = [labels_in(table, dimensions) for table in tables]
    if unknown := sorted(wanted - {key for of_table in keys for key in of_table}):
        raise ValueError(
            f"{name}: the {'tables have' if len(tables) > 1 else 'table has'} no cell {cell_name(unknown[0])}; name it "
            f"by {', '.join(dimensions)}, in this order, with {TOTAL!r} where it sums over one."
        )
    return [np.array([key in wanted for key in of_table], dtype=bool) for of_table in keys]


def kept_in_print(release: Release, wishes: Wishes) -> list[Flags]:
    """For each table, True for each of its cells that must be printed, by wish or as a table that has it says.

    What one of several tables prints cannot be hidden in another: readers have both.

    Args:
        release: the table or tables.
        wishes: cells that somebody has decided about.

    Raises:
        ValueError: no table has one of these cells, or one of them must be hidden, too.
    """
    said = (*wishes.must_print, *_said_by_tables(tables_in(release)))
    shown, hidden = marked(release, said, "must_print"), marked(release, wishes.must_hide, "must_hide")
    for table, printed, not_shown in zip(tables_in(release), shown, hidden, strict=True):
        if (both := printed & not_shown).any():
            name = table.cell_names[both].iloc[0]
            raise ValueError(
                f"{name} must be printed, as its table says, and stands in must_hide: leave out one of both."
            )
    return shown


def _said_by_tables(tables: Sequence[CountTable]) -> list[Labels]:
    """The cells that some table must print, by their labels in the dimensions of all tables."""
    dimensions = tuple(dict.fromkeys(dimension for table in tables for dimension in table.by))
    named = [dict(zip(table.by, labels, strict=True)) for table in tables for labels in table.must_be_printed]
    return [tuple(labels.get(dimension, TOTAL) for dimension in dimensions) for labels in named]


def labels_in(table: CountTable, dimensions: Sequence[str]) -> list[Labels]:
    """The labels of each cell of a table in some dimensions, ``TOTAL`` in those that it does not have."""
    cells = table.cells.reindex(columns=list(dimensions), fill_value=TOTAL)
    return list(cells.itertuples(index=False, name=None))


def refuse_printed_zeros(table: CountTable, chosen: Flags, zeros: str) -> None:
    """Say which of some cells that shall be hidden is a zero that the rule always prints.

    Args:
        table: the table, every count printed.
        chosen: which cells shall be hidden; shape (cells of the table,).
        zeros: what the rule does with counts of zero.

    Raises:
        ValueError: one of them is such a zero.
    """
    wrong = chosen & table.cells["count"].eq(0).to_numpy(dtype=bool)
    if zeros == "printed" and wrong.any():
        name = table.cell_names[wrong].iloc[0]
        raise ValueError(f"{name} is 0, and the rule prints every zero: choose another cell.")
