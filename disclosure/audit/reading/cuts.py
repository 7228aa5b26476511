"""Dimensions that are cut in two ways: one table has regions, another has coasts, and nothing says how they overlap.

Where such tables run in a circle, the table that nobody printed would need both cuts at once, each label of one split
by the labels of the other. The audit does not draw it up: it refuses such a release and names the dimension.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import product

import pandas as pd

from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy

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
    labels = {name: narrowest_of(tables, name) for name in by}
    cells = pd.DataFrame(list(product(*labels.values())), columns=list(by), dtype=object)
    nests = {name: _above(labels[name], wider_of(tables, name)) for name in by}
    return CountTable(cells, by, hierarchies=nests)


def _above(labels: Collection[str], wider: Hierarchy) -> dict[str, str]:
    """The part of a hierarchy that lies above some labels."""
    chains = {above for label in labels for above in _chain(label, wider)}
    return {label: above for label, above in wider.items() if label in chains}


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


def _chain(label: str, wider: Hierarchy) -> set[str]:
    """A label and all wider ones, but for the total."""
    chain = {label}
    while label in wider and wider[label] not in chain:
        label = wider[label]
        chain.add(label)
    return chain


def _tied(cuts: list[frozenset[str]]) -> list[tuple[int, int]]:
    """The pairs of cuts that share a label."""
    return [(i, j) for i in range(len(cuts)) for j in range(i) if cuts[i] & cuts[j]]
