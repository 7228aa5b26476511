"""One dimension cut in different ways, joined over the common pieces: ages in fives and in tens, groups that overlap.

A piece is a label that holds no other in any table. A table that nobody printed has the pieces as its labels; they lie
in the wider labels of one table, and in those of another one. So every label is the sum of its pieces, in all tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import pandas as pd

from disclosure.labels import TOTAL
from disclosure.tables.count_table import CountTable, Hierarchy, wider_labels
from disclosure.tables.linked_tables import Pieces


@dataclass(frozen=True)
class Way:
    """One way of cutting a dimension.

    Args:
        wider: how its labels lie in wider ones.
        pieces: the labels that hold no others: together everybody, each once.
    """

    wider: Hierarchy
    pieces: tuple[str, ...]


Ways = dict[str, list[Way]]
"""For each dimension, the ways in which tables cut it, each once."""

UNEXPLAINED: Final = (
    "the tables cut {name!r} in different ways ({labels}), and nothing says how these overlap. Say of which common "
    "pieces wider labels are made, as in LinkedTables(tables, pieces={{{name!r}: {{'0-9': ('0-4', '5-9')}}}}); or, if "
    "no reader can know, write pieces={{{name!r}: {{}}}}. A label that nobody has in a table can stand there with a 0."
)


class UnexplainedCutError(ValueError):
    """Tables cut a dimension in different ways, and nobody says how these overlap.

    Args:
        sentence: what to do, where pieces can be named.
        name: the dimension.
    """

    def __init__(self, sentence: str, name: str) -> None:
        """Keep the dimension for those who cannot take pieces."""
        super().__init__(sentence)
        self.name = name


def ways_of(tables: Sequence[CountTable], pieces: Pieces) -> Ways:
    """The ways in which the labels of each dimension nest, in any table.

    Args:
        tables: the tables of a release.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.

    Raises:
        ValueError: tables cut a dimension in different ways, and nobody says how these overlap.

    Examples:
        >>> fives, tens = (CountTable(pd.DataFrame({"age": ages}), ("age",)) for ages in (["0-4", "5-9"], ["0-9"]))
        >>> [way.wider for way in ways_of((fives, tens), {"age": {"0-9": ("0-4", "5-9")}})["age"]]
        [{}, {'0-4': '0-9', '5-9': '0-9'}]
    """
    names = dict.fromkeys(name for table in tables for name in table.by)
    return {name: _ways([table for table in tables if name in table.by], name, pieces.get(name)) for name in names}


def _ways(tables: Sequence[CountTable], name: str, made: Mapping[str, Sequence[str]] | None) -> list[Way]:
    """The ways in which tables cut one dimension: all have the same pieces, unless nobody knows how they overlap."""
    of_tables = [_way(table, name, made or {}) for table in tables]
    nests = [_down_to_pieces(way, of_tables) for way in of_tables]
    pieces = [_pieces_of(tables, name, nests)] * len(tables)
    if labels := _unexplained(tables, nests, name):
        if made != {}:
            raise UnexplainedCutError(UNEXPLAINED.format(name=name, labels=labels), name)
        pieces = [_pieces_of([table], name, [nest]) for table, nest in zip(tables, nests, strict=True)]
    ways = [Way(nest, tuple(cut)) for nest, cut in zip(nests, pieces, strict=True)]
    return [way for index, way in enumerate(ways) if way not in ways[:index]]


def piece_tables(tables: Sequence[CountTable], ways: Ways) -> tuple[CountTable, ...]:
    """The tables that nobody printed and that join the cuts: the dimensions of each table, cut into pieces.

    Args:
        tables: the tables of a release.
        ways: how their labels nest.

    Raises:
        ValueError: one person may stand in several cells, so that pieces would not add up.
    """
    made: list[CountTable] = []
    for by in dict.fromkeys(table.by for table in tables):
        if all(len(ways.get(name, ())) < 2 for name in by):
            continue
        alike = [table for table in tables if set(table.by) == set(by)]
        own = {name: [way for way in ways.get(name, []) if _is_cut_of(way, alike, name)] for name in by}
        made += [new for new in cut_into_pieces(by, tables, own) if not any(_same(new, table) for table in alike)]
    if made and any(table.persons for table in tables):
        raise ValueError("tables with persons=... cut a dimension in different ways: the audit does not join these.")
    return tuple(made)


def _is_cut_of(way: Way, tables: Sequence[CountTable], name: str) -> bool:
    """Whether some of these tables have labels of one way of cutting a dimension."""
    labels = {*way.pieces, *way.wider.values()}
    return any(not labels.isdisjoint(table.cells[name]) for table in tables)


def each_dimension(tables: Sequence[CountTable], ways: Ways) -> list[CountTable]:
    """Tables by single dimensions, with all labels and pieces of each that nests; nobody printed them."""
    return [
        table
        for name in ways
        if any(way.wider for way in ways[name])
        for table in cut_into_pieces((name,), tables, ways)
    ]


def cut_into_pieces(by: tuple[str, ...], tables: Sequence[CountTable], ways: Ways) -> list[CountTable]:
    """Tables with the pieces of some dimensions as labels and no counts: one for each combination of ways to nest."""
    choices = product(*(ways.get(name) or [Way({}, tuple(_pieces_of(tables, name, [])))] for name in by))
    return [_cut(by, chosen) for chosen in choices]


def _cut(by: tuple[str, ...], chosen: Sequence[Way]) -> CountTable:
    """A table of pieces, each dimension cut in one way."""
    cells = pd.DataFrame(list(product(*(way.pieces for way in chosen))), columns=list(by), dtype=object)
    nests = {name: way.wider for name, way in zip(by, chosen, strict=True) if way.wider}
    return CountTable(cells, by, hierarchies=nests)


def _way(table: CountTable, name: str, pieces: Mapping[str, Sequence[str]]) -> Hierarchy:
    """How the labels of one table nest: by its hierarchy, and each in its pieces."""
    hierarchy = table.hierarchies.get(name, {})
    cut = {*table.cells[name], *hierarchy} - {*hierarchy.values()}
    return {**hierarchy, **{piece: label for label, made_of in pieces.items() if label in cut for piece in made_of}}


def _down_to_pieces(way: Hierarchy, of_tables: Sequence[Hierarchy]) -> Hierarchy:
    """How labels nest in one table, and in these the ones that only other tables know as their parts."""
    joined = dict(way)
    while new := {part: wide for other in of_tables for part, wide in other.items() if wide in joined}.keys() - joined:
        joined |= {part: wide for other in of_tables for part, wide in other.items() if part in new and wide in joined}
    return joined


def _pieces_of(tables: Sequence[CountTable], name: str, nests: Sequence[Hierarchy]) -> list[str]:
    """The labels of a dimension that hold no others, printed or not, under some ways in which labels nest."""
    labels = dict.fromkeys(label for table in tables if name in table.by for label in table.cells[name])
    labels |= dict.fromkeys(label for nest in nests for label in nest)
    wider = {label for nest in nests for label in nest.values()}
    return [label for label in labels if label not in {TOTAL, *wider}]


def _unexplained(tables: Sequence[CountTable], each: Sequence[Hierarchy], name: str) -> str:
    """The labels of two tables that nothing ties to each other; empty if one of them covers all the pieces.

    Pieces that a table leaves out are empty there, for its labels cover everybody.
    """
    pieces = set(_pieces_of(tables, name, each))
    for table in tables:
        cut = {*table.cells[name]} - {TOTAL}
        if all(any(cut & {*wider_labels(piece, way)} for way in each) for piece in pieces):
            return ""
    examples = [next(label for label in table.cells[name] if label != TOTAL) for table in tables]
    return ", ".join(map(repr, dict.fromkeys(examples)))


def _same(new: CountTable, table: CountTable) -> bool:
    """Whether a printed table has all that a table of pieces would tell: the same labels, nested in the same way."""
    same_pieces = all(set(new.cells[name]) <= set(table.cells[name]) for name in new.by)
    return same_pieces and {n: h for n, h in table.hierarchies.items() if h} == dict(new.hierarchies)
