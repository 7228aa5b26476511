"""Hierarchies hold in all tables of a release: what one says of labels that another prints, that one says as well."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy

TWO_WIDER: Final = (
    "one of the tables prints {one!r} and {other!r} of {name!r} beside {part!r}, which lies in both by two hierarchies "
    "of the release: print each hierarchy in a table of its own."
)

SOME_PARTS: Final = (
    "one of the tables prints {above!r} of {name!r} and its part {printed!r}, but not {missing!r}: print all parts of "
    "a label or none, one that holds nobody with a 0; one that nobody printed is named in not_covered."
)

NO_OTHER_PART: Final = (
    "hierarchies of {name!r}: of the parts of {above!r} only {part!r} is named, which nobody printed: name the others, "
    "too, or leave it out."
)


def with_hierarchies_of_all(tables: Sequence[CountTable]) -> list[CountTable]:
    """The tables, each with what others say of its own labels: that some of them lie in others, which hold no more.

    A hierarchy holds in all tables. It is left out where tables disagree, and where the table lacks a part.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"place": ["n", "s", "North"], "count": [5, 7, 5], "mark": ""})
        >>> told = CountTable(cells, ("place",), hierarchies={"place": {"n": "North"}})
        >>> with_hierarchies_of_all((told, CountTable(cells, ("place",))))[1].hierarchies
        {'place': {'n': 'North'}}
    """
    every = tuple(tables)
    return [_with_hierarchies(table, dict(_of_all(table, every))) for table in every]


def _with_hierarchies(table: CountTable, hierarchies: dict[str, Hierarchy]) -> CountTable:
    """A table with these hierarchies; itself, if it has them."""
    own = {name: nest for name, nest in table.hierarchies.items() if nest}
    return table if own == hierarchies else replace(table, hierarchies=hierarchies)


def _of_all(table: CountTable, tables: tuple[CountTable, ...]) -> Iterator[tuple[str, Hierarchy]]:
    """For each dimension of a table its hierarchy, and what others say of its labels.

    Raises:
        ValueError: two hierarchies hold there that no one hierarchy can hold.
    """
    for name in table.by:
        own = dict(table.hierarchies.get(name, {}))
        uncovered = set().union(*(other.not_covered.get(name, ()) for other in tables))
        for wider in _hierarchies(tables, name):
            told = _with_told(table, name, own, wider, uncovered)
            if wrong := next((part for part, wide in own.items() if told.get(part, wide) != wide), None):
                raise ValueError(TWO_WIDER.format(name=name, part=wrong, one=own[wrong], other=told[wrong]))
            own = told
        if own:
            yield name, own


def _hierarchies(tables: tuple[CountTable, ...], name: str) -> list[Hierarchy]:
    """The hierarchies of a dimension: those of all tables put together, as far as they agree."""
    found: list[dict[str, str]] = []
    for hierarchy in (table.hierarchies.get(name, {}) for table in tables):
        for other in found:
            if all(other.get(part, wide) == wide for part, wide in hierarchy.items()):
                other |= hierarchy
                break
        else:
            found.append(dict(hierarchy))
    return list(found)


def _with_told(
    table: CountTable, name: str, own: Hierarchy, wider: Hierarchy, uncovered: Collection[str]
) -> dict[str, str]:
    """What a table says of its labels, and what a hierarchy says of them beyond that."""
    labels = {*table.cells[name], *table.not_covered.get(name, ())} - {TOTAL}
    known, told = labels.union(uncovered), dict(own)
    for above in {*labels, *own.values()}:
        parts = _parts_of(above, wider)
        if above in labels and len(parts) == 1 and parts.issubset(uncovered):
            raise ValueError(NO_OTHER_PART.format(name=name, above=above, part=min(parts)))
        if all(_is_told(part, wider, known) for part in parts):
            told |= dict(_down_to(above, wider, known, labels))
        elif printed := parts & {*table.cells[name]}:
            if above in labels:
                missing = sorted(part for part in parts if not _is_told(part, wider, known))
                raise ValueError(
                    SOME_PARTS.format(name=name, above=above, printed=sorted(printed)[0], missing=missing[0])
                )
            told = {part: wide for part, wide in told.items() if wide != above}
    return told


def _parts_of(label: str, wider: Hierarchy) -> set[str]:
    """The labels of which a wider one is made."""
    return {part for part, above in wider.items() if above == label}


def _is_told(label: str, wider: Hierarchy, known: Collection[str]) -> bool:
    """Whether a label stands in a table, or all its parts do, or theirs."""
    parts = _parts_of(label, wider)
    return label in known or (bool(parts) and all(_is_told(part, wider, known) for part in parts))


def _down_to(
    above: str, wider: Hierarchy, known: Collection[str], labels: Collection[str]
) -> Iterator[tuple[str, str]]:
    """How the labels of a table lie in a wider one, through labels between that the table does not print."""
    for part in _parts_of(above, wider):
        if part in labels:
            yield part, above
        elif part not in known:
            yield part, above
            yield from _down_to(part, wider, known, labels)
