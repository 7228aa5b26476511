"""One dimension cut in different ways, joined over the common pieces: ages in fives and in tens, groups that overlap.

A piece is a label that holds no other in any table. A table that nobody printed has the pieces as its labels; they lie
in the wider labels of one table, and in those of another one. So every label is the sum of its pieces, in all tables.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import pandas as pd

from disclosure.audit.reading.label_sets import LabelSets
from disclosure.labels import TOTAL
from disclosure.tables.count_table import CountTable, Hierarchy
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

LEFT_OUT: Final = (
    "each of the tables by {name!r} leaves out a label that another one has ({labels}), so that none has labels for "
    "everybody. Print a label that nobody has in a table with a 0 there; name one that a table does not cover in its "
    "not_covered."
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


def ways_of(tables: Sequence[CountTable], sets: Mapping[str, LabelSets], pieces: Pieces) -> Ways:
    """The ways in which the labels of each dimension nest, in any table.

    Args:
        tables: the tables of a release.
        sets: for each dimension, whom its labels hold.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.

    Raises:
        ValueError: tables cut a dimension in different ways, and nobody says how these overlap.

    Examples:
        >>> from disclosure.audit.reading.label_sets import label_sets
        >>> fives, tens = (CountTable(pd.DataFrame({"age": ages}), ("age",)) for ages in (["0-4", "5-9"], ["0-9"]))
        >>> pieces = {"age": {"0-9": ("0-4", "5-9")}}
        >>> [way.wider for way in ways_of((fives, tens), label_sets((fives, tens), pieces), pieces)["age"]]
        [{}, {'0-4': '0-9', '5-9': '0-9'}]
    """
    return {
        name: _ways([table for table in tables if name in table.by], name, sets[name], pieces.get(name))
        for name in sets
    }


def _ways(
    tables: Sequence[CountTable], name: str, sets: LabelSets, made: Mapping[str, Sequence[str]] | None
) -> list[Way]:
    """The ways in which tables cut one dimension: all have the same pieces, unless nobody knows how they overlap."""
    printed = [dict.fromkeys(label for label in table.cells[name] if label != TOTAL) for table in tables]
    joined = any(map(sets.covers, printed)) or not any(printed)  # of totals alone nothing is cut
    if not joined and made != {}:
        raise UnexplainedCutError(_why_not_joined(printed, name, sets), name)
    ways: list[Way] = []
    for table, labels in zip(tables, printed, strict=True):
        held = frozenset().union(*map(sets.pieces_in, labels))
        cut = tuple(piece for piece in sets.pieces if joined or piece in held)
        way = Way(sets.hierarchy([*cut, *_in_one_hierarchy(table, name, sets)]), cut)
        says_nothing = any(printed) and not labels  # the total alone
        ways += [] if way in ways or says_nothing else [way]
    return ways


def ways_with(ways: Ways, labels: Mapping[str, Collection[str]], sets: Mapping[str, LabelSets]) -> Ways:
    """The ways in which tables cut dimensions, and one more for each wider label that none of them has.

    Of cuts that nobody can join there are no more.

    Args:
        ways: the ways.
        labels: the labels that are to be in one of them, by dimension.
        sets: for each dimension, whom its labels hold.

    Examples:
        >>> sets = {"place": LabelSets({"N": frozenset("Nn")}, ("n", "s"))}
        >>> ways_with({"place": [Way({}, ("n", "s"))]}, {"place": ["N", "s"]}, sets)["place"][1]
        Way(wider={'n': 'N'}, pieces=('n', 's'))
    """
    found = {name: list(each) for name, each in ways.items()}
    for name, label in ((name, label) for name, each in labels.items() for label in each):
        every, joined = sets[name].pieces, all(way.pieces == sets[name].pieces for way in found[name])
        if joined and label in sets[name].inside and not any(label in way.wider.values() for way in found[name]):
            found[name].append(Way(sets[name].hierarchy([*every, label]), every))
    return found


def _why_not_joined(printed: Sequence[Collection[str]], name: str, sets: LabelSets) -> str:
    """Why no table has labels for everybody: a label is left out in each, or nobody knows how they overlap.

    Args:
        printed: the labels of each table.
        name: the dimension.
        sets: whom its labels hold.
    """
    printed = [labels for labels in printed if labels]  # a total alone cuts nothing
    common = frozenset.intersection(*map(frozenset, printed))
    others = [[label for label in labels if label not in common] for labels in printed]
    nested = frozenset().union(*sets.inside.values())
    if all(label in nested for labels in others for label in labels):
        held = [frozenset().union(*map(sets.pieces_in, labels)) for labels in printed]
        sentence, examples = LEFT_OUT, [[piece for piece in sets.pieces if piece not in each] for each in held]
    else:
        sentence, examples = UNEXPLAINED, others
    firsts = dict.fromkeys(labels[0] for labels in examples if labels)
    return sentence.format(name=name, labels=", ".join(map(repr, firsts)))


def _in_one_hierarchy(table: CountTable, name: str, sets: LabelSets) -> list[str]:
    """The wider labels of a table, and those inside its labels that only other tables know, as far as they nest."""
    printed, nested = {*table.cells[name]} - {TOTAL}, table.hierarchies.get(name, {}).values()
    own = [label for label in sets.inside if label in printed or label in nested]
    found, below = list(own), frozenset().union(*map(sets.labels_in, sets.narrowest(printed)))
    for label in sets.inside:
        if label in below and label not in own:
            found += [label] if all(sets.nest(label, other) for other in found) else []
    return found


def piece_tables(tables: Sequence[CountTable], ways: Ways) -> tuple[CountTable, ...]:
    """The tables that nobody printed and that join the cuts: the dimensions of each table, cut into pieces.

    Dimensions of which a table prints the total alone are none of it.

    Args:
        tables: the tables of a release.
        ways: how their labels nest.

    Raises:
        ValueError: one person may stand in several cells, so that pieces would not add up.
    """
    made: list[CountTable] = []
    for by in dict.fromkeys(table.labelled_by for table in tables):
        if all(len(ways[name]) < 2 for name in by):
            continue
        alike = [table for table in tables if set(table.labelled_by) == set(by)]
        own = {name: [way for way in ways[name] if _is_cut_of(way, alike, name)] for name in by}
        made += [new for new in cut_into_pieces(by, own) if not any(_same(new, table) for table in alike)]
    if made and any(table.persons for table in tables):
        raise ValueError("tables with persons=... cut a dimension in different ways: the audit does not join these.")
    return tuple(made)


def nested_alike(tables: Sequence[CountTable]) -> tuple[CountTable, ...]:
    """Tables of persons, with the wider labels that others name: hierarchies of one hold in all.

    Where a table has all parts of a wider label, and nests them in no other, both cut the dimension alike.

    Args:
        tables: the tables of a release.
    """
    if not any(table.persons for table in tables):
        return tuple(tables)
    return tuple(replace(table, hierarchies=_hierarchies_of_all(table, tables)) for table in tables)


def _hierarchies_of_all(table: CountTable, tables: Sequence[CountTable]) -> dict[str, Hierarchy]:
    """How the labels of a table nest, as far as it or any other table says."""
    found = dict(table.hierarchies)
    for name in table.by:
        nobody = table.persons.without_answer(name) if table.persons else None
        for other in (each.hierarchies.get(name, {}) for each in tables):
            own, labels = found.get(name, {}), {*table.cells[name]}
            agree = all(own.get(label, wide) == wide for label, wide in other.items())
            if other and agree and labels >= other.keys() - other.values() and nobody not in other:
                found[name] = {**own, **other}
    return found


def _is_cut_of(way: Way, tables: Sequence[CountTable], name: str) -> bool:
    """Whether some of these tables have labels of one way of cutting a dimension."""
    labels = {*way.pieces, *way.wider.values()}
    return any(not labels.isdisjoint(table.cells[name]) for table in tables)


def each_dimension(ways: Ways) -> list[CountTable]:
    """Tables by single dimensions, with all labels and pieces of each that nests; nobody printed them."""
    nested = [name for name in ways if any(way.wider for way in ways[name])]
    return [table for name in nested for table in cut_into_pieces((name,), ways)]


def cut_into_pieces(by: tuple[str, ...], ways: Ways) -> list[CountTable]:
    """Tables with the pieces of some dimensions as labels and no counts: one for each combination of ways to nest."""
    return [_cut(by, chosen) for chosen in product(*(ways[name] for name in by))]


def _cut(by: tuple[str, ...], chosen: Sequence[Way]) -> CountTable:
    """A table of pieces, each dimension cut in one way."""
    cells = pd.DataFrame(list(product(*(way.pieces for way in chosen))), columns=list(by), dtype=object)
    nests = {name: way.wider for name, way in zip(by, chosen, strict=True) if way.wider}
    return CountTable(cells, by, hierarchies=nests)


def _same(new: CountTable, table: CountTable) -> bool:
    """Whether a printed table has all that a table of pieces would tell: the same labels, nested in the same way."""
    same_pieces = all(set(new.cells[name]) <= set(table.cells[name]) for name in new.by)
    return same_pieces and {n: h for n, h in table.hierarchies.items() if h} == dict(new.hierarchies)
