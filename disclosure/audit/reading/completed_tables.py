"""Tables as their whole release tells them: labels nest as any table says, and parts that nobody printed have rows.

A dimension means the same in all tables of a release. So a hierarchy holds in each of them, and what one table does not
cover, none does; where another one prints the part, that stands.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, islice
from typing import Final

import pandas as pd

from disclosure.audit.reading.label_sets import LabelSets, label_sets
from disclosure.audit.reading.refused_labels import refuse_labels, refuse_open_parts
from disclosure.labels import cell_name
from disclosure.marks import NOT_COVERED_MARK
from disclosure.tables.cell_layout import dimensions_with_labels
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy, wider_labels
from disclosure.tables.linked_tables import Pieces

Labels = tuple[str, ...]
Place = Mapping[str, str]
Sets = Mapping[str, LabelSets]

SUM_ALONE: Final = (
    "one of the tables does not cover {part!r} of {name!r}, breaks down some sums by {name!r} and prints that of "
    "{place} alone: it is open whether this one holds some of {part!r}. Break it down as well, or leave it out."
)


def completed_tables(tables: Sequence[CountTable], pieces: Pieces | None = None) -> tuple[CountTable, ...]:
    """Return tables with what the others of their release say of their labels, and rows for parts that nobody printed.

    Args:
        tables: the tables of one release.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.

    Raises:
        ValueError: a table prints some parts of a label only, or labels that no one hierarchy can hold.

    Examples:
        >>> cells = pd.DataFrame({"district": ["Ashfield", "total"], "count": [40, 43]})
        >>> [table] = completed_tables([CountTable(cells, ("district",), not_covered={"district": "unknown"})])
        >>> table.cells["district"].tolist()
        ['Ashfield', 'total', 'unknown']
        >>> cells = pd.DataFrame({"place": ["n", "s", "North"], "count": [5, 7, 5], "mark": ""})
        >>> told = CountTable(cells, ("place",), hierarchies={"place": {"n": "North"}})
        >>> completed_tables((told, CountTable(cells, ("place",))))[1].hierarchies
        {'place': {'n': 'North'}}
    """
    sets = label_sets(tables, pieces)
    refuse_open_parts(tables, sets, pieces)
    return tuple(_completed(table, sets, tables) for table in tables)


def _printed_zeros(table: CountTable) -> Iterator[Place]:
    """Where a table says for sure that nobody is: its labels in each dimension."""
    sure = table.base == 1 and not (table.noise or table.perturbation or table.weights)
    if sure and "count" in table.cells:
        zeros = table.cells.loc[table.cells["count"].eq(0).fillna(False), list(table.by)]
        yield from (dict(zip(table.by, row, strict=True)) for row in zeros.itertuples(index=False, name=None))


def _completed(table: CountTable, sets: Sets, release: Sequence[CountTable]) -> CountTable:
    """One table; itself, if there is nothing to add.

    Args:
        table: the table.
        sets: for each dimension, whom its labels hold.
        release: all tables of the release.
    """
    cells, nests, missing = table.cells, dict[str, Hierarchy](), dict[str, list[str]]()
    for name in table.by:
        printed = {*cells[name]} - {TOTAL}
        missing[name] = _missing(printed, table.not_covered.get(name, ()), sets[name])
        refuse_labels(name, printed, missing[name], sets[name])
        counted = {*printed, *missing[name]}
        wider = _wider_labels(counted, table.hierarchies.get(name, {}), sets[name])
        nests[name] = sets[name].hierarchy([*counted, *wider])
    for name in (name for name in table.by if missing[name]):
        cells = _with_rows(cells, table.by, name, missing[name], nests, sets, release)
    hierarchies = {name: _with_rows_only(nest, missing[name], {*cells[name]}) for name, nest in nests.items()}
    hierarchies = {name: nest for name, nest in hierarchies.items() if nest}
    own = {name: nest for name, nest in table.hierarchies.items() if nest}
    alone = {*table.by} - {*dimensions_with_labels(cells, table.by)}
    uncovered = {name: parts for name, parts in table.not_covered.items() if name in alone}
    unchanged = cells is table.cells and own == hierarchies and uncovered == table.not_covered
    return table if unchanged else replace(table, cells=cells, hierarchies=hierarchies, not_covered=uncovered)


def _with_rows_only(nest: Hierarchy, missing: Collection[str], printed: Collection[str]) -> Hierarchy:
    """How the labels of a table nest, without parts that nobody printed and that need no row, and what held only these.

    Examples:
        >>> _with_rows_only({"n": "d", "m": "d", "d": "N", "k": "N"}, ["n", "m"], {"N", "k"})
        {'k': 'N'}
    """
    gone = {label for label in nest if label in missing and label not in printed}
    while True:
        kept = {label: wide for label, wide in nest.items() if label not in gone}
        emptied = {wide for label, wide in nest.items() if label in gone} - {*kept.values(), *printed}
        if emptied <= gone:
            return kept
        gone |= emptied


def _missing(printed: Collection[str], named: Sequence[str], sets: LabelSets) -> list[str]:
    """The unprinted labels that need a row in a table: pieces that no label counts which it prints in one piece.

    A wider label that the table itself names as not covered has a row above these, unless it prints some of them.

    Args:
        printed: the labels of the table.
        named: those that it says it does not cover.
        sets: whom labels hold.
    """
    counted = {*printed, *sets.uncovered}
    held = frozenset().union(*(sets.pieces_in(label) for label in printed if not sets.is_divided(label, counted)))
    pieces = [piece for piece in sets.uncovered if piece not in held]
    return pieces + [label for label in named if label in sets.inside and sets.pieces_in(label).issubset(pieces)]


def _wider_labels(counted: Collection[str], own: Hierarchy, sets: LabelSets) -> list[str]:
    """The wider labels that have no row in a table, and of which it counts all parts: as it says, or as others do.

    Those that cross others are left out: tables of pieces have these.
    """
    told = {*own.values()} | {label for label in counted if sets.is_divided(label, counted)}
    below = frozenset().union(*(sets.labels_in(wide) for wide in told if sets.is_divided(wide, counted)))
    found: list[str] = []
    for wide in dict.fromkeys((*own.values(), *sets.inside)):
        if wide in told | below and wide not in counted and sets.is_divided(wide, counted):
            found += [wide] if all(sets.nest(wide, other) for other in (*counted, *found)) else []
    return found


def _with_rows(
    cells: pd.DataFrame,
    by: tuple[str, ...],
    dimension: str,
    missing: Sequence[str],
    nests: Mapping[str, Hierarchy],
    sets: Sets,
    release: Sequence[CountTable],
) -> pd.DataFrame:
    """The cells of a table with rows for some parts of a dimension that nobody printed.

    Args:
        cells, by: the table.
        dimension: the dimension.
        missing: the parts.
        nests: for each dimension, how the labels of the table nest.
        sets: for each dimension, whom its labels hold.
        release: all tables of the release.

    Raises:
        ValueError: it is open whether a part needs a row.
    """
    others = [name for name in by if name != dimension]
    labels_at: dict[Labels, set[str]] = defaultdict(set)
    for label, *place in cells[[dimension, *others]].itertuples(index=False, name=None):
        labels_at[tuple(place)].add(label)
    trees = [_Tree(cells[name], nests[name]) for name in others]
    rows: list[dict[str, str]] = []
    for part in missing:
        wider = wider_labels(part, nests[dimension])[1:]
        divided = [place for place, labels in labels_at.items() if _is_divided(labels, wider, nests[dimension])]
        places, alone = _beside(divided, labels_at, trees)
        for at in alone:
            if not _is_empty({dimension: part, **dict(zip(others, at, strict=True))}, sets, release):
                raise ValueError(SUM_ALONE.format(name=dimension, part=part, place=cell_name(at)))
        rows += [{dimension: part, **dict(zip(others, place, strict=True))} for place in places]
    if not rows:
        return cells
    added = pd.DataFrame(rows, dtype=object)[list(by)].assign(mark=NOT_COVERED_MARK)
    return pd.concat([cells, added.set_axis(_fresh_labels(cells.index, len(added)))])


def _is_empty(place: Place, sets: Sets, release: Sequence[CountTable]) -> bool:
    """Whether a place lies in one where the release prints that nobody is."""
    empty = chain.from_iterable(map(_printed_zeros, release))
    return any(all(sets[name].lies_in(place.get(name, TOTAL), wide) for name, wide in zero.items()) for zero in empty)


class _Tree:
    """How the labels of a table lie in each other.

    Args:
        printed: the labels of one dimension; shape (rows,).
        nest: the next wider label of each.
    """

    def __init__(self, printed: pd.Series, nest: Hierarchy) -> None:
        """List the parts of each label."""
        self.parts: dict[str, list[str]] = defaultdict(list)
        for label in dict.fromkeys(wide for each in printed.unique() for wide in wider_labels(each, nest)[:-1]):
            if label != TOTAL:
                self.parts[nest.get(label, TOTAL)].append(label)
        self.nest = nest

    def beside(self, label: str) -> Iterator[str]:
        """The parts that stand beside a label in the sums above it, the narrowest sum first."""
        for wide in wider_labels(label, self.nest)[1:] if label != TOTAL else ():
            yield from self.parts[wide]

    def inside(self, label: str) -> list[str]:
        """All labels that lie in one, parts of parts included."""
        return [each for part in self.parts.get(label, ()) for each in (part, *self.inside(part))]


def _beside(
    divided: Sequence[Labels], labels_at: Mapping[Labels, set[str]], trees: Sequence[_Tree]
) -> tuple[list[Labels], list[Labels]]:
    """Where a part that nobody covers needs a row, and where it is open whether it does.

    It does where its sum is broken down, and at all that is added up with such a place: rows that a table leaves out
    hold none of its own labels, and may hold that part. It is open where such a place has a row for the sum alone.

    Args:
        divided: the places where the sum is broken down, by their labels in the other dimensions.
        labels_at: the labels of the dimension that have a row, for each place.
        trees: how the labels of the other dimensions lie in each other.
    """
    found, alone, left = dict.fromkeys(divided), dict[Labels, None](), list(divided)
    while left:
        place = left.pop()
        for at, tree in enumerate(trees):
            waiting = list(tree.beside(place[at]))
            while waiting:
                label = waiting.pop()
                other = (*place[:at], label, *place[at + 1 :])
                if other in found:
                    continue
                within = ((*place[:at], each, *place[at + 1 :]) for each in tree.inside(label))
                if any(each in found or each in labels_at for each in within):
                    waiting += tree.parts[label]
                elif other in labels_at:
                    alone[other] = None
                else:
                    found[other] = None
                    left.append(other)
    return list(found), list(alone)


def _is_divided(labels: Collection[str], wider: Sequence[str], nest: Hierarchy) -> bool:
    """Whether some labels break down the narrowest of some sums that is not printed in one piece among them.

    Args:
        labels: the labels.
        wider: the sums, the narrowest first, ``TOTAL`` last.
        nest: the next wider label of each.
    """
    for wide in wider:
        if any(wide in wider_labels(label, nest)[1:] for label in labels if label != TOTAL):
            return True
        if wide in labels:
            return False
    return False


def _fresh_labels(taken: pd.Index, number: int) -> list[int]:
    """Labels for further rows, so that those of the printed cells stay as they are."""
    return list(islice((label for label in count(len(taken)) if label not in taken), number))
