"""Rows for the parts of a table that its totals count and nobody printed: each holds 0 or more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count, islice

import pandas as pd

from disclosure.audit.reading.cuts import wider_of
from disclosure.tables.count_table import TOTAL, CountTable, wider_labels
from disclosure.tables.coverage import NOT_COVERED_MARK
from disclosure.tables.linked_tables import Pieces


def with_uncovered(tables: Sequence[CountTable], pieces: Pieces | None = None) -> tuple[CountTable, ...]:
    """Return tables with a row for each of their parts that nobody printed.

    A dimension means the same in all tables of a release: what one of them does not cover, none does. Where another
    one prints the part, that stands.

    Args:
        tables: the tables of one release.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.

    Examples:
        >>> cells = pd.DataFrame({"district": ["Ashfield", "total"], "count": [40, 43]})
        >>> [table] = with_uncovered([CountTable(cells, ("district",), not_covered={"district": "unknown"})])
        >>> table.cells["district"].tolist()
        ['Ashfield', 'total', 'unknown']
    """
    dimensions = dict.fromkeys(name for table in tables for name in table.not_covered)
    everywhere = {name: _places(tables, name, (pieces or {}).get(name, {})) for name in dimensions}
    return tuple(_with_rows(table, everywhere) if everywhere else table for table in tables)


def _places(
    tables: Sequence[CountTable], dimension: str, made: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """Each part of a dimension that some table does not cover: in which wider labels it lies, the narrowest first."""
    wider = wider_of(tuple(tables), dimension)
    names = dict.fromkeys(name for table in tables for name in table.not_covered.get(dimension, ()))
    cut = {name: [label for label, pieces in made.items() if name in pieces] for name in names}
    return {name: (*cut[name], *wider_labels(name, wider)[1:-1]) for name in names}


def _with_rows(table: CountTable, everywhere: Mapping[str, Mapping[str, tuple[str, ...]]]) -> CountTable:
    """One table with its unprinted parts, dimension after dimension."""
    cells, hierarchies = table.cells, dict(table.hierarchies)
    for dimension, parts in everywhere.items():
        if dimension not in table.by:
            continue
        missing, nested = _placed(parts, {*cells[dimension]} - {TOTAL}, hierarchies.get(dimension, {}))
        own = {label: wide for label, wide in hierarchies.get(dimension, {}).items() if label not in missing}
        hierarchies[dimension] = own | nested
        others = cells[list(table.by)].assign(**{dimension: None}).drop_duplicates()
        rows = [others.assign(**{dimension: name}) for name in missing]
        added = pd.concat([row.assign(mark=NOT_COVERED_MARK) for row in rows]) if rows else cells.iloc[:0]
        cells = pd.concat([cells, added.set_axis(_fresh_labels(cells.index, len(added)))])
    return replace(table, cells=cells, hierarchies=hierarchies, not_covered={})


def _placed(
    parts: Mapping[str, tuple[str, ...]], present: set[str], own: Mapping[str, str]
) -> tuple[list[str], dict[str, str]]:
    """The unprinted parts that need a row in a table, and in which wider label each part lies there.

    A part gets a row in the narrowest wider label that is divided there, for it is one of what adds up to that. Where
    the table prints a wider label in one piece, that counts the part, and a row would stand for all of it.

    Args:
        parts: the parts that nobody covers, and the wider labels in which each lies, the narrowest first.
        present: the labels of the table.
        own: its hierarchy.
    """
    divided = _divided({*present, *parts}, present, own)
    missing: list[str] = []
    nested: dict[str, str] = {}
    for name in [name for name in parts if name not in present]:
        above = list(dict.fromkeys((*wider_labels(name, own)[1:-1], *parts[name])))
        whole = next((wide for wide in above if wide in present and wide not in divided), None)
        reached = above[: above.index(whole) + 1] if whole else above
        nested[name] = next((wide for wide in reached if wide in divided or wide in own.values()), TOTAL)
        if whole is None:
            missing.append(name)
    return missing, {name: wide for name, wide in nested.items() if wide != TOTAL}


def _divided(counted: set[str], present: set[str], own: Mapping[str, str]) -> set[str]:
    """The wider labels of which a table counts all parts.

    Args:
        counted: the labels that have a row, or are to have one.
        present: those of them that the table prints.
        own: its hierarchy.
    """
    counted = counted.union(*(wider_labels(label, own)[1:-1] for label in present))
    divided: set[str] = set()
    while more := {
        wide
        for wide in {*own.values()} - divided
        if all(part in counted | divided for part, above in own.items() if above == wide)
    }:
        divided |= more
    return divided


def _fresh_labels(taken: pd.Index, number: int) -> list[int]:
    """Labels for further rows, so that those of the printed cells stay as they are."""
    return list(islice((label for label in count(len(taken)) if label not in taken), number))
