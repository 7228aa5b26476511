"""Dimensions that are cut in two ways: one table has regions, another has coasts, and nothing says how they overlap.

Where such tables run in a circle, the table that nobody printed would need both cuts at once, each label of one split
by the labels of the other. The audit does not draw it up: it refuses such a release and names the dimension.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import pandas as pd

from disclosure.audit.reading.label_sets import LabelSets
from disclosure.tables.cell_layout import dimensions_together
from disclosure.tables.count_table import TOTAL, CountTable, wider_labels


class Vertex(NamedTuple):
    """What a label tells: in which part of a wider one it lies, or which it is in one of two cuts.

    Args:
        dimension: the dimension.
        divided: the wider label whose parts are told apart, ``TOTAL`` for everybody; or the number of the cut.
    """

    dimension: str
    divided: str | int


def edges_of(
    tables: Sequence[CountTable], printed: Sequence[CountTable], sets: Mapping[str, LabelSets], apart: Collection[str]
) -> list[set[Vertex]]:
    """What the cells of each table tell at once, as the edges of a hypergraph.

    Districts tell more than regions do: in which part of a region somebody lives. A table with sums only, by two of its
    three dimensions at a time, tells no more than three tables would. A dimension that is cut in two ways counts as
    two; cuts that share a label are tied to each other, by an edge of their own.

    Args:
        tables: all tables, those that nobody printed included.
        printed: those that stand in the release.
        sets: for each dimension, whom its labels hold.
        apart: dimensions of which nobody knows how their cuts overlap.

    Examples:
        >>> from disclosure.audit.reading.label_sets import label_sets
        >>> cells = pd.DataFrame({"film": ["A", "B", TOTAL, TOTAL], "place": [TOTAL, TOTAL, "n", "South"]})
        >>> sums = CountTable(cells, ("film", "place"), hierarchies={"place": {"n": "North"}})
        >>> edges = edges_of([sums], [sums], label_sets([sums]), apart=())
        >>> sorted(sorted(map(tuple, edge)) for edge in edges)
        [[('film', 'total')], [('place', 'North'), ('place', 'total')]]
    """
    cuts = {name: _cuts(tables, name) for name in apart if is_cut_in_two(printed, name, sets[name])}
    edges = [edge for table in tables for edge in _faces(table, sets, cuts)]
    return edges + [{Vertex(name, one), Vertex(name, other)} for name in cuts for one, other in _tied(cuts[name])]


def _faces(
    table: CountTable, sets: Mapping[str, LabelSets], cuts: Mapping[str, list[frozenset[str]]]
) -> list[set[Vertex]]:
    """What the rows of a table tell at once; of those that tell more than others, the latter are left out."""
    told = []
    for name in table.by:
        labels = table.cells[name].tolist()
        if name in cuts:
            vertices = dict.fromkeys(labels, frozenset({Vertex(name, cuts[name].index(_cut(table, name)))}))
        else:
            vertices = {label: _told_by(label, name, table, sets[name]) for label in {*labels}}
        told.append(map({**vertices, TOTAL: frozenset[Vertex]()}.__getitem__, labels))
    every = {frozenset[Vertex]().union(*row) for row in {*zip(*told, strict=True)}}
    return [set(face) for face in every if not any(face < other for other in every)]


def _told_by(label: str, name: str, table: CountTable, sets: LabelSets) -> frozenset[Vertex]:
    """What a label tells: in which part of each wider one it lies; tables of pieces tell it where these cross."""
    hierarchy = {} if sets.cross else table.hierarchies.get(name, {})
    return frozenset(Vertex(name, divided) for divided in wider_labels(label, hierarchy)[1:])


def is_cut_in_two(tables: Sequence[CountTable], name: str, sets: LabelSets) -> bool:
    """Whether some tables cut a dimension in ways that no one hierarchy holds, and do not stand side by side.

    Labels that a table leaves out are empty there, for its labels cover everybody. Tables whose cells have all their
    dimensions in common tell of the two cuts cell by cell, and form no circle.
    """
    chosen = [table for table in tables if name in table.labelled_by]
    together = set().union(*(dimensions_together(table.cells, table.by) for table in chosen))
    if sum(name in dimensions for dimensions in together) < 2:
        return False
    return sets.cross or not any(sets.covers({*table.cells[name]} - {TOTAL}) for table in chosen)


def narrowest_table(by: tuple[str, ...], tables: Sequence[CountTable], sets: Mapping[str, LabelSets]) -> CountTable:
    """A table with the narrowest labels that any table has, and no counts."""
    labels = {name: narrowest_of(tables, name, sets[name]) for name in by}
    cells = pd.DataFrame(list(product(*labels.values())), columns=list(by), dtype=object)
    wider = {
        name: [wide for wide, inside in sets[name].inside.items() if inside.intersection(labels[name]) - {wide}]
        for name in by
    }
    nests = {name: sets[name].hierarchy([*labels[name], *wider[name]]) for name in by}
    return CountTable(cells, by, hierarchies=nests)


def narrowest_of(tables: Sequence[CountTable], name: str, sets: LabelSets) -> list[str]:
    """The labels of a dimension that hold no others of these tables."""
    return sets.narrowest(label for table in tables if name in table.by for label in table.cells[name])


def _cut(table: CountTable, name: str) -> frozenset[str]:
    """The labels of a dimension in one table, and the wider ones in which they lie."""
    return (frozenset(table.cells[name]) | set(table.hierarchies.get(name, {}).values())) - {TOTAL}


def _cuts(tables: Sequence[CountTable], name: str) -> list[frozenset[str]]:
    """Each way in which a dimension is cut, once."""
    return list(dict.fromkeys(_cut(table, name) for table in tables if name in table.by))


def _tied(cuts: list[frozenset[str]]) -> list[tuple[int, int]]:
    """The pairs of cuts that share a label."""
    return [(i, j) for i in range(len(cuts)) for j in range(i) if cuts[i] & cuts[j]]
