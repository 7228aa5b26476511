"""Several tables that count the same people: each may be safe alone, and together they may not be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from disclosure.labels import LIKE_TOTAL, as_seen, say_what_looks_alike
from disclosure.tables.count_table import TOTAL, CountTable, count_table

Pieces = Mapping[str, Mapping[str, Sequence[str]]]
"""For a dimension that tables cut in different ways, the common pieces of which wider labels are made."""


@dataclass(frozen=True)
class LinkedTables:
    """Tables over the same people. Cells that count the same people are one cell, wherever they are printed.

    The labels of a dimension cover everybody who is counted, in each table that has the dimension; but for parts that
    some table names in ``not_covered``: these no table covers that does not print them.

    Args:
        tables: the tables, each with its own rule.
        pieces: for a dimension that they cut in different ways, the common pieces of which labels are made, such as
            ``{"age": {"0-9": ("0-4", "5-9")}}``; what is not named is a piece itself. ``{"age": {}}`` says that no
            reader knows how they overlap. Hierarchies of a table need no such answer, and hold in all tables.

    Raises:
        ValueError: there is no table, they count different things, or pieces are none.

    Examples:
        >>> people = pd.DataFrame({"film": list("AAB"), "region": ["north", "south", "south"], "age": ["30s"] * 3})
        >>> linked = linked_tables(people, by=[("film", "region"), ("film", "age")])
        >>> linked.dimensions
        ('film', 'region', 'age')
        >>> linked.each(lambda table: table) == linked
        True
    """

    tables: tuple[CountTable, ...]
    pieces: Pieces = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a release of nothing, and say which labels of two tables look alike."""
        tables = tuple(self.tables) if isinstance(self.tables, Iterable) else (self.tables,)
        object.__setattr__(self, "tables", tables)
        if not tables:
            raise ValueError("linked tables need at least one table.")
        if wrong := [type(table).__name__ for table in tables if not isinstance(table, CountTable)]:
            raise ValueError(f"one of the linked tables is a {wrong[0]}: make it with count_table(...).")
        if len(units := {table.unit: None for table in self.tables}) > 1:
            raise ValueError(f"the tables count {' and '.join(units)}: link tables that count the same.")
        if len({table.weights is None for table in self.tables}) > 1:
            raise ValueError("some tables have weighted counts and some have not: link tables that count the same.")
        for name in self.dimensions:
            labels = (label for table in tables if name in table.by for label in table.cells[name].unique())
            say_what_looks_alike(name, labels)
        object.__setattr__(self, "pieces", accepted_pieces(self.pieces, tables))

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of all dimensions, in the order in which they first appear."""
        return tuple(dict.fromkeys(name for table in self.tables for name in table.by))

    def each(self, defence: Callable[[CountTable], CountTable]) -> "LinkedTables":
        """Apply a defence to every table by itself."""
        return replace(self, tables=tuple(defence(table) for table in self.tables))

    def all_cells(self) -> pd.DataFrame:
        """The cells of all tables, one after another, with ``TOTAL`` in the dimensions that a table does not have."""
        cells = pd.concat([table.cells for table in self.tables], keys=range(len(self.tables)), names=["table", "row"])
        return cells.fillna(dict.fromkeys(self.dimensions, TOTAL))


def accepted_pieces(given: Any, tables: Sequence[CountTable]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the pieces of labels, or say in a sentence which of them make no sense.

    Args:
        given: as in `LinkedTables`.
        tables: the tables.

    Raises:
        ValueError: no table has the dimension or the label, a label lies in pieces of pieces, or two labels of one
            table share a piece.

    Examples:
        >>> tens = count_table(pd.DataFrame({"age": ["0-9", "10-19"]}), by="age")
        >>> accepted_pieces({"age": {"0-9": ["0-4", "5-9"]}}, (tens,))
        {'age': {'0-9': ('0-4', '5-9')}}
    """
    if not isinstance(given, Mapping) or not all(isinstance(each, Mapping) for each in given.values()):
        raise ValueError(f"pieces is {given!r}: write it as {{'age': {{'0-9': ('0-4', '5-9')}}}}.")
    found = {}
    for name, made in given.items():
        chosen = [table for table in tables if name in table.by]
        if not chosen:
            raise ValueError(f"pieces names {name!r}, which is no dimension of the tables.")
        labels = [{*table.cells[name]} - {TOTAL, *table.hierarchies.get(name, {}).values()} for table in chosen]
        found[name] = {label: (one,) if isinstance(one, str) else tuple(one) for label, one in made.items()}
        _refuse_pieces(name, found[name], labels)
    return found


def _refuse_pieces(name: str, made: Mapping[str, tuple[str, ...]], labels: Sequence[set[str]]) -> None:
    """Say which label of a dimension cannot be made of its pieces."""
    for label, pieces in made.items():
        if not any(label in one for one in labels):
            raise ValueError(f"pieces of {name!r}: no table has the label {label!r}.")
        if not pieces or _are_no_names(pieces):
            raise ValueError(f"pieces of {name!r}: {label!r} is made of {pieces!r}: name its pieces, each once.")
        if nested := next((piece for piece in pieces if piece in made), None):
            raise ValueError(f"pieces of {name!r}: {nested!r} is made of pieces itself: write {label!r} in these.")
        for one in labels:
            others = [other for other in one & {*made} if other != label] if label in one else []
            shared = [(other, piece) for other in others for piece in pieces if piece in made[other]]
            shared += [(piece, piece) for piece in pieces if label in one and piece in one]
            if shared:
                other, piece = shared[0]
                raise ValueError(
                    f"pieces of {name!r}: {label!r} and {other!r} of one table share {piece!r}, whose people it would "
                    "count twice."
                )


def _are_no_names(pieces: tuple[Any, ...]) -> bool:
    """Whether some names of pieces are none, or stand for the sum, or stand there twice."""
    return len(set(pieces)) < len(pieces) or not all(
        isinstance(piece, str) and as_seen(piece) and as_seen(piece) not in LIKE_TOTAL for piece in pieces
    )


Release = CountTable | LinkedTables
"""What an office publishes at once: one table, or several over the same people."""


def refuse_no_release(name: str, release: Any) -> None:
    """Say in a sentence that something is no table, nor several.

    Examples:
        >>> refuse_no_release("already", None)
        Traceback (most recent call last):
        ValueError: already is a NoneType: give a table, made with count_table(...), or several, as LinkedTables((...)).
    """
    if not isinstance(release, CountTable | LinkedTables):
        raise ValueError(
            f"{name} is a {type(release).__name__}: give a table, made with count_table(...), or several, as "
            "LinkedTables((...))."
        )


def tables_in(release: Release) -> tuple[CountTable, ...]:
    """The tables of a release, as they are printed; a single table is the only one.

    Examples:
        >>> table = count_table(pd.DataFrame({"film": ["A", "B"]}), by=("film",))
        >>> tables_in(table) == tables_in(LinkedTables((table,)))
        True
    """
    return release.tables if isinstance(release, LinkedTables) else (release,)


def pieces_in(release: Release) -> Pieces:
    """The common pieces of labels, where several tables cut a dimension in different ways.

    Examples:
        >>> pieces_in(count_table(pd.DataFrame({"film": ["A", "B"]}), by=("film",)))
        {}
    """
    return release.pieces if isinstance(release, LinkedTables) else {}


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
