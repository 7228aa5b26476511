"""Several tables that count the same people: each may be safe alone, and together they may not be."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from disclosure.labels import say_what_looks_alike
from disclosure.tables.count_table import TOTAL, CountTable, count_table


@dataclass(frozen=True)
class LinkedTables:
    """Tables over the same people. Cells that count the same people are one cell, wherever they are printed.

    The labels of a dimension cover everybody who is counted, in each table that has the dimension.

    Args:
        tables: the tables, each with its own rule.

    Raises:
        ValueError: there is no table, or they count different things.

    Examples:
        >>> people = pd.DataFrame({"film": list("AAB"), "region": ["north", "south", "south"], "age": ["30s"] * 3})
        >>> linked = linked_tables(people, by=[("film", "region"), ("film", "age")])
        >>> linked.dimensions
        ('film', 'region', 'age')
        >>> linked.each(lambda table: table) == linked
        True
    """

    tables: tuple[CountTable, ...]

    def __post_init__(self) -> None:
        """Refuse a release of nothing, and say which labels of two tables look alike."""
        tables = (self.tables,) if isinstance(self.tables, CountTable) else tuple(self.tables)
        object.__setattr__(self, "tables", tables)
        if not tables:
            raise ValueError("linked tables need at least one table.")
        if wrong := [type(table).__name__ for table in tables if not isinstance(table, CountTable)]:
            raise ValueError(f"one of the linked tables is a {wrong[0]}: make it with count_table(...).")
        if len(units := {table.unit: None for table in self.tables}) > 1:
            raise ValueError(f"the tables count {' and '.join(units)}: link tables that count the same.")
        for name in self.dimensions:
            labels = (label for table in tables if name in table.by for label in table.cells[name].unique())
            say_what_looks_alike(name, labels)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of all dimensions, in the order in which they first appear."""
        return tuple(dict.fromkeys(name for table in self.tables for name in table.by))

    def each(self, defence: Callable[[CountTable], CountTable]) -> "LinkedTables":
        """Apply a defence to every table by itself."""
        return LinkedTables(tuple(defence(table) for table in self.tables))

    def all_cells(self) -> pd.DataFrame:
        """The cells of all tables, one after another, with ``TOTAL`` in the dimensions that a table does not have."""
        cells = pd.concat([table.cells for table in self.tables], keys=range(len(self.tables)), names=["table", "row"])
        return cells.fillna(dict.fromkeys(self.dimensions, TOTAL))


Release = CountTable | LinkedTables
"""What an office publishes at once: one table, or several over the same people."""


def tables_in(release: Release) -> tuple[CountTable, ...]:
    """The tables of a release, as they are printed; a single table is the only one.

    Examples:
        >>> table = count_table(pd.DataFrame({"film": ["A", "B"]}), by=("film",))
        >>> tables_in(table) == tables_in(LinkedTables((table,)))
        True
    """
    return release.tables if isinstance(release, LinkedTables) else (release,)


def linked_tables(people: pd.DataFrame, *, by: str | Sequence[str | Sequence[str]]) -> LinkedTables:
    """Count the same people in several tables.

    Args:
        people: one row per person.
        by: for each table, the columns by which it counts.

    Examples:
        >>> people = pd.DataFrame({"film": list("AAB"), "region": ["north", "south", "south"]})
        >>> [len(table.cells) for table in linked_tables(people, by=[("film", "region"), ("region",)]).tables]
        [9, 3]
    """
    if not isinstance(by, Iterable):
        raise ValueError(f"by is {by!r}: name the columns of each table, such as by=[('film', 'region'), ('film',)].")
    groups = (by,) if isinstance(by, str) else tuple(by)
    return LinkedTables(tuple(count_table(people, by=columns) for columns in groups))
