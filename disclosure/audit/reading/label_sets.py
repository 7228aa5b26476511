"""Whom a label holds: each label of a dimension is a set of pieces, labels that hold no other one in any table.

What is asked of labels is asked of these sets: whether one lies in another, whether somebody can have both, whether
others make up all of it. A label may lie in several wider ones, by different hierarchies.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.linked_tables import Pieces

CIRCLE: Final = (
    "the tables nest labels of {name!r} in a circle: {label!r} lies in {wide!r} in one of them, and {wide!r} in "
    "{label!r} in another. Correct one of the hierarchies."
)


@dataclass(frozen=True)
class LabelSets:
    """The labels of one dimension, as sets of pieces.

    Args:
        inside: for each label that holds others, by whatever hierarchy: these, and itself.
        pieces: the labels that hold no others, printed or not.
        uncovered: the pieces that some table does not cover, as it names them or a label that holds them.
        unprinted: those of them that no table prints, nor names as a common piece.
    """

    inside: Mapping[str, frozenset[str]]
    pieces: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()

    def labels_in(self, label: str) -> frozenset[str]:
        """A label, and those that lie in it by a hierarchy."""
        return self.inside.get(label, frozenset({label}))

    def pieces_in(self, label: str) -> frozenset[str]:
        """The pieces of which a label is made."""
        return self.labels_in(label) - self.inside.keys()

    def lies_in(self, label: str, wide: str) -> bool:
        """Whether everybody of one label has another one, too: it lies there, or all its pieces do.

        Examples:
            >>> sets = LabelSets({"N": frozenset("Nn"), "C": frozenset("Cns")})
            >>> [sets.lies_in("n", wide) for wide in ("N", "n", "total")], sets.lies_in("n", "s")
            ([True, True, True], False)
            >>> sets.lies_in("N", "C"), sets.lies_in("N", "n"), sets.lies_in("C", "N")
            (True, True, False)
            >>> LabelSets({}, pieces=("North",)).lies_in("total", "North")      # where nobody lives elsewhere
            True
        """
        if label == TOTAL:
            return wide == TOTAL or (bool(self.pieces) and self.covers([wide]))
        return wide == TOTAL or self.pieces_in(label) <= self.pieces_in(wide)

    def overlap(self, one: str, other: str) -> bool:
        """Whether somebody can have both of two labels.

        Examples:
            >>> sets = LabelSets({"N": frozenset("Nn"), "C": frozenset("Cn")})
            >>> sets.overlap("N", "C"), sets.overlap("N", "s")
            (True, False)
        """
        return TOTAL in (one, other) or not self.pieces_in(one).isdisjoint(self.pieces_in(other))

    def nest(self, one: str, other: str) -> bool:
        """Whether two labels can stand in one hierarchy: one lies in the other by a hierarchy, or nobody has both."""
        return one in self.labels_in(other) or other in self.labels_in(one) or not self.overlap(one, other)

    @cached_property
    def cross(self) -> bool:
        """Whether no one hierarchy can hold all labels: one lies in two wider ones, of which neither holds the other.

        Examples:
            >>> LabelSets({"N": frozenset("Nn"), "V": frozenset("VNns")}).cross
            False
            >>> LabelSets({"N": frozenset("Nn"), "C": frozenset("Cn")}).cross
            True
        """
        return not all(self.nest(one, other) for one in self.inside for other in self.inside)

    def narrowest(self, labels: Iterable[str]) -> list[str]:
        """Those of some labels that hold no other of them.

        Examples:
            >>> LabelSets({"N": frozenset("Nn"), "S": frozenset("Ss")}).narrowest(["n", "N", "S", "total"])
            ['n', 'S']
        """
        every = dict.fromkeys(label for label in labels if label != TOTAL)
        return [label for label in every if len(self.labels_in(label) & every.keys()) == 1]

    def leaves(self, labels: Iterable[str]) -> list[str]:
        """The narrowest of some labels; ``TOTAL`` where there is no other: all are in one piece.

        Examples:
            >>> sets = LabelSets({"N": frozenset("Nn"), "S": frozenset("Ss")})
            >>> sets.leaves(["n", "N", "S", "total"]), sets.leaves(["total"])
            (['n', 'S'], ['total'])
        """
        return self.narrowest(labels) or [TOTAL]

    def is_divided(self, wide: str, labels: Collection[str]) -> bool:
        """Whether some labels inside a wider one, and narrower by a hierarchy, make up all of it.

        Examples:
            >>> sets = LabelSets({"V": frozenset("VNnms"), "N": frozenset("Nnm")})
            >>> sets.is_divided("V", ["N", "s"]), sets.is_divided("V", ["n", "s"]), sets.is_divided("s", ["s"])
            (True, False, False)
        """
        parts = (self.labels_in(wide) - {wide}).intersection(labels)
        return bool(parts) and self.pieces_in(wide) <= frozenset().union(*map(self.pieces_in, parts))

    def covers(self, labels: Iterable[str]) -> bool:
        """Whether some labels hold everybody: every piece lies in one of them."""
        return frozenset(self.pieces) <= frozenset().union(*map(self.pieces_in, labels))

    def hierarchy(self, labels: Iterable[str]) -> Hierarchy:
        """For some labels of one hierarchy, the narrowest other one in which each lies.

        Examples:
            >>> sets = LabelSets({"V": frozenset("VNnms"), "N": frozenset("Nnm")})
            >>> sets.hierarchy(["n", "s", "N", "V"]) == {"n": "N", "s": "V", "N": "V"}
            True
            >>> sets.hierarchy(["n", "s", "V"]) == {"n": "V", "s": "V"}
            True
        """
        every = dict.fromkeys(labels)
        wider = sorted((wide for wide in every if wide in self.inside), key=lambda wide: len(self.inside[wide]))
        above = {label: [wide for wide in wider if label in self.inside[wide] and wide != label] for label in every}
        return {label: around[0] for label, around in above.items() if around}


def label_sets(tables: Sequence[CountTable], pieces: Pieces | None = None) -> dict[str, LabelSets]:
    """For each dimension of some tables, whom its labels hold.

    Args:
        tables: the tables of one release: a label means the same in all of them.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.

    Raises:
        ValueError: labels lie in each other in a circle.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"place": ["n", "s"], "count": [5, 7], "mark": ""})
        >>> north, coast = (CountTable(cells, ("place",), hierarchies={"place": {"n": wide}}) for wide in ("N", "C"))
        >>> sets = label_sets((north, coast))["place"]
        >>> {wide: sorted(labels) for wide, labels in sets.inside.items()}, sets.pieces
        ({'N': ['N', 'n'], 'C': ['C', 'n']}, ('n', 's'))
    """
    names = dict.fromkeys(name for table in tables for name in table.by)
    return {
        name: _label_sets([table for table in tables if name in table.by], name, (pieces or {}).get(name, {}))
        for name in names
    }


def _label_sets(tables: Sequence[CountTable], name: str, made: Mapping[str, Sequence[str]]) -> LabelSets:
    """Whom the labels of one dimension hold."""
    pairs = [pair for table in tables for pair in table.hierarchies.get(name, {}).items()]
    cut = [(piece, label) for label, of_it in made.items() for piece in of_it]
    printed = dict.fromkeys(label for table in tables for label in table.cells[name] if label != TOTAL)
    uncovered = dict.fromkeys(label for table in tables for label in table.not_covered.get(name, ()))
    pairs = _told_apart([*pairs, *cut], {*printed, *uncovered, *(piece for piece, _ in cut)})
    inside = _closed(pairs, name)
    every = printed | uncovered | dict.fromkeys(part for part, _ in pairs)
    held = frozenset().union(*(inside.get(label, {label}) for label in (*printed, *uncovered)))
    pieces = tuple(label for label in every if label not in inside and label in held)
    nobody = every.keys() - inside.keys() - {*pieces}  # no label with a row holds these
    anybody = {label for label in nobody if not _is_apart(label, pieces, inside, tables, name)}
    nobody |= {wide for wide, labels in inside.items() if labels <= nobody | inside.keys()}
    kept = [wide for wide in inside if wide not in nobody and anybody.isdisjoint(inside[wide])]
    inside = {wide: inside[wide] - nobody for wide in kept}
    named = frozenset().union(*(inside.get(label, {label}) for label in uncovered))
    not_covered = tuple(piece for piece in pieces if piece in named)
    common = {piece for piece, _ in cut}
    unprinted = tuple(piece for piece in not_covered if piece not in printed and piece not in common)
    return LabelSets(inside, pieces, not_covered, unprinted)


def _is_apart(
    label: str, pieces: Sequence[str], inside: Mapping[str, Set[str]], tables: Sequence[CountTable], name: str
) -> bool:
    """Whether nobody of any piece can have a label without a row: tables that name it name others that hold all pieces.

    Args:
        label: the label.
        pieces: the pieces.
        inside: for each wider label itself and all labels that lie in it.
        tables, name: the tables, and the dimension.
    """
    beside: set[str] = set()
    for table in tables:
        nest = table.hierarchies.get(name, {})
        named = {*nest, *nest.values(), *table.cells[name], *table.not_covered.get(name, ())}
        beside |= named if label in named else set()
    held = (inside.get(other, {other}) for other in beside)
    return {*pieces} <= set().union(*(labels for labels in held if label not in labels))


def _told_apart(pairs: list[tuple[str, str]], named: Set[str]) -> list[tuple[str, str]]:
    """Parts and wider labels, without the parts of labels of which no part is told apart by anything else.

    Args:
        pairs: each part, and a label in which it lies.
        named: the labels that are printed, not covered, or named as a common piece.

    Examples:
        >>> _told_apart([("b", "W"), ("b.1", "b"), ("b.2", "b")], {"b", "W"})
        [('b', 'W')]
    """
    while True:
        above: dict[str, set[str]] = {}
        for part, wide in pairs:
            above.setdefault(part, set()).add(wide)
        wider = {wide for _, wide in pairs}
        apart = {wide for part, wide in pairs if part in named or part in wider or len(above[part]) > 1}
        kept = [pair for pair in pairs if pair[1] in apart]
        if len(kept) == len(pairs):
            return kept
        pairs = kept


def _closed(pairs: Iterable[tuple[str, str]], name: str) -> dict[str, frozenset[str]]:
    """For each wider label itself and all labels that lie in it, also through others."""
    parts: dict[str, frozenset[str]] = {}
    for part, wide in pairs:
        parts[wide] = parts.get(wide, frozenset({wide})) | {part}
    grown = True
    while grown:
        more = {wide: held.union(*(parts.get(label, ()) for label in held)) for wide, held in parts.items()}
        grown, parts = more != parts, more
    for wide, held in parts.items():
        if other := next((label for label in held - {wide} if wide in parts.get(label, ())), None):
            raise ValueError(CIRCLE.format(name=name, label=other, wide=wide))
    return parts
