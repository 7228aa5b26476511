"""Dimensions that are cut in two ways: one table has regions, another has coasts, and nothing says how they overlap.

Where such tables run in a circle, the table that nobody printed would need both cuts at once, each label of one split
by the labels of the other. The audit does not draw it up: it refuses such a release and names the dimension.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

import pandas as pd

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

Vertex = str | tuple[str, int]
"""A dimension, or one way of cutting it: its name and a number."""

Inside = Mapping[str, Collection[str]]
"""For a label that holds others, by whatever hierarchy: these, and itself."""


def edges_of(
    tables: tuple[CountTable, ...], printed: tuple[CountTable, ...], joined: Collection[str] = ()
) -> list[set[Vertex]]:
    """The dimensions of each table, as the edges of a hypergraph; a dimension that is cut in two ways counts as two.

    Cuts that share a label are tied to each other, by an edge of their own.

    Args:
        tables: all tables, those that nobody printed included.
        printed: those that stand in the release.
        joined: dimensions of which is said how their cuts overlap (`disclosure.audit.reading.pieces`).

    Examples:
        >>> import pandas as pd
        >>> def table(by, regions): return CountTable(pd.DataFrame({"region": regions, by: "A"}), (by, "region"))
        >>> coasts, all_regions = table("film", ["east", "west"]), table("age", ["north", "south"])
        >>> [sorted(map(str, edge)) for edge in edges_of((coasts, all_regions), (coasts, all_regions))]
        [["('region', 0)", 'film'], ["('region', 1)", 'age']]
    """
    names = dict.fromkeys(name for table in printed for name in table.by)
    cuts = {name: _cuts(tables, name) for name in names if name not in joined and is_cut_in_two(printed, name)}
    edges: list[set[Vertex]] = [
        {(name, cuts[name].index(_cut(table, name))) if name in cuts else name for name in table.by} for table in tables
    ]
    return edges + [{(name, one), (name, other)} for name in cuts for one, other in _tied(cuts[name])]


def is_cut_in_two(tables: tuple[CountTable, ...], name: str) -> bool:
    """Whether some tables cut a dimension in ways that no one hierarchy holds, and do not stand side by side.

    Labels that a table leaves out are empty there, for its labels cover everybody. Tables that have all their
    dimensions in common tell of the two cuts cell by cell, and form no circle.
    """
    chosen = [table for table in tables if name in table.by]
    if len({frozenset(table.by) for table in chosen}) < 2:
        return False
    if nests_in_two_ways(tables, name):
        return True
    wider = wider_of(tables, name)
    labels = set().union(*(_cut(table, name) for table in chosen))
    narrowest = labels - set(wider.values())
    covered = [{label for label in narrowest if _cut(table, name) & _chain(label, wider)} for table in chosen]
    return narrowest not in covered


def narrowest_table(by: tuple[str, ...], tables: tuple[CountTable, ...]) -> CountTable:
    """A table with the narrowest labels that any table has, and no counts."""
    cells = list(product(*(narrowest_of(tables, name) for name in by)))
    hierarchies = {name: wider_of(tables, name) for name in by}
    return CountTable(pd.DataFrame(cells, columns=list(by), dtype=object), by, hierarchies=hierarchies)


def wider_of(tables: tuple[CountTable, ...], name: str) -> dict[str, str]:
    """The next wider label of each label of a dimension, in any table."""
    return {label: above for table in tables for label, above in table.hierarchies.get(name, {}).items()}


def inside_of(tables: Sequence[CountTable], name: str) -> Inside:
    """The labels of a dimension that lie in each wider one, by the hierarchy of any table: there may be several.

    Examples:
        >>> cells = pd.DataFrame({"place": ["n", "s"], "count": [5, 7], "mark": ""})
        >>> north, coast = (CountTable(cells, ("place",), hierarchies={"place": {"n": wide}}) for wide in ("N", "C"))
        >>> {wide: sorted(labels) for wide, labels in inside_of((north, coast), "place").items()}
        {'N': ['N', 'n'], 'C': ['C', 'n']}
    """
    parts: dict[str, set[str]] = {}
    for part, above in (pair for table in tables for pair in table.hierarchies.get(name, {}).items()):
        parts.setdefault(above, {above}).add(part)
    grown = True
    while grown:
        more = {above: within.union(*(parts.get(label, ()) for label in within)) for above, within in parts.items()}
        grown, parts = more != parts, more
    return parts


def lies_in(label: str, wide: str, inside: Inside) -> bool:
    """Whether everybody of one label has another one, too: it lies there, or all its parts do.

    Examples:
        >>> [lies_in("n", wide, {"N": {"N", "n"}}) for wide in ("N", "n", "C", "total")]
        [True, True, False, True]
        >>> lies_in("N", "C", {"N": {"N", "n"}, "C": {"C", "n", "s"}}), lies_in("N", "n", {"N": {"N", "n"}})
        (True, True)
    """
    held, narrow = {wide, *inside.get(wide, ())}, {part for part in inside.get(label, (label,)) if part not in inside}
    return wide == TOTAL or label in held or (bool(narrow) and narrow <= held)


def have_people_in_common(one: str, other: str, inside: Inside) -> bool:
    """Whether somebody can have both of two labels.

    Examples:
        >>> inside = {"N": {"N", "n"}, "C": {"C", "n"}}
        >>> have_people_in_common("N", "C", inside), have_people_in_common("N", "s", inside)
        (True, False)
    """
    if TOTAL in (one, other):
        return True
    return not {*inside.get(one, (one,))}.isdisjoint(inside.get(other, (other,)))


def with_hierarchies_of_all(tables: Sequence[CountTable]) -> list[CountTable]:
    """The tables, each with what others say of its own labels: that some of them lie in others, which hold no more.

    A hierarchy holds in all tables. It is left out where tables disagree, and where the table lacks a part.

    Examples:
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


def narrowest_of(tables: tuple[CountTable, ...], name: str) -> list[str]:
    """The labels of a dimension that hold no others of these tables."""
    labels = dict.fromkeys(label for table in tables if name in table.by for label in table.cells[name])
    wider = {above for above, within in inside_of(tables, name).items() if ({*within} - {above}) & labels.keys()}
    return [label for label in labels if label not in {TOTAL, *wider}]


def nests_in_two_ways(tables: tuple[CountTable, ...], name: str) -> bool:
    """Whether a label of a dimension lies in one wider label in one table, and in another one in another.

    Examples:
        >>> cells = pd.DataFrame({"place": ["n", "s"], "count": [5, 7], "mark": ""})
        >>> north, coast = (CountTable(cells, ("place",), hierarchies={"place": {"n": wide}}) for wide in ("N", "C"))
        >>> nests_in_two_ways((north, coast), "place"), nests_in_two_ways((north, north), "place")
        (True, False)
    """
    pairs = {pair for table in tables for pair in table.hierarchies.get(name, {}).items()}
    return len(dict(pairs)) < len(pairs)


def _cut(table: CountTable, name: str) -> frozenset[str]:
    """The labels of a dimension in one table, and the wider ones in which they lie."""
    return (frozenset(table.cells[name]) | set(table.hierarchies.get(name, {}).values())) - {TOTAL}


def _cuts(tables: tuple[CountTable, ...], name: str) -> list[frozenset[str]]:
    """Each way in which a dimension is cut, once."""
    return list(dict.fromkeys(_cut(table, name) for table in tables if name in table.by))


def _chain(label: str, wider: dict[str, str]) -> set[str]:
    """A label and all wider ones, but for the total."""
    chain = {label}
    while label in wider and wider[label] not in chain:
        label = wider[label]
        chain.add(label)
    return chain


def _tied(cuts: list[frozenset[str]]) -> list[tuple[int, int]]:
    """The pairs of cuts that share a label."""
    return [(i, j) for i in range(len(cuts)) for j in range(i) if cuts[i] & cuts[j]]
