"""Labels that cannot stand in one table together, or leave open whom they hold: said in a sentence."""

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import Final

from disclosure.audit.reading.label_sets import LabelSets
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import Pieces

TWO_WIDER: Final = (
    "one of the tables prints {one!r} and {other!r} of {name!r}, and {part!r} lies in both, by two hierarchies of the "
    "release: print each hierarchy in a table of its own."
)

UNCOVERED_CROSSES: Final = (
    "one of the tables does not cover {other!r} of {name!r}, and {part!r} lies in it and in {one!r}, by two "
    "hierarchies of the release: name the parts of {other!r} in not_covered instead."
)

SOME_PARTS: Final = (
    "one of the tables prints {above!r} of {name!r} and its part {printed!r}, but not {missing!r}: print all parts of "
    "a label or none, one that holds nobody with a 0; one that nobody printed is named in not_covered; one that lies "
    "in another printed part is told so, as in hierarchies={{{name!r}: {{{missing!r}: {printed!r}}}}}."
)

NO_OTHER_PART: Final = (
    "hierarchies of {name!r}: of the parts of {above!r} only {part!r} is named, which nobody printed: name the others, "
    "too, or leave it out."
)

PART_OR_OTHERS: Final = (
    "one of the tables does not cover {part!r} of {name!r} and leaves out {label!r}, which another one prints: does "
    "{label!r} lie in {part!r}? If so, say it in the other, as in hierarchies={{{name!r}: {{{label!r}: {part!r}}}}}; "
    "if not, print {label!r} with a 0 where it is left out, or name it in not_covered as well."
)


def refuse_labels(name: str, printed: Collection[str], missing: Collection[str], sets: LabelSets) -> None:
    """Say which labels of a table cannot stand there together, or leave open whom they hold.

    Args:
        name: the dimension.
        printed: the labels of the table, without the total.
        missing: the unprinted ones that need a row there.
        sets: whom labels hold.

    Raises:
        ValueError: some do.

    Examples:
        >>> refuse_labels("place", {"n", "s"}, (), LabelSets({"N": frozenset("Nnm")}, ("n", "m", "s")))
    """
    for above in (label for label in printed if label in sets.inside):
        pieces = sets.pieces_in(above)
        if len(pieces) == 1 and pieces.issubset(sets.unprinted):
            raise ValueError(NO_OTHER_PART.format(name=name, above=above, part=min(pieces)))
    refuse_some_parts(name, printed, sets)
    rows = sorted({*printed, *missing})
    for one, other in product((label for label in rows if label in sets.inside), rows):
        if not sets.nest(one, other):
            part = min(sets.pieces_in(one) & sets.pieces_in(other))
            first, second = sorted((one, other), key=lambda label: label not in printed)
            sentence = TWO_WIDER if second in printed else UNCOVERED_CROSSES
            raise ValueError(sentence.format(name=name, one=first, other=second, part=part))


def refuse_some_parts(name: str, printed: Collection[str], sets: LabelSets) -> None:
    """Say of which label a table prints some parts only: nobody knows whether the others are empty.

    Args:
        name, printed, sets: as in `refuse_labels`.

    Raises:
        ValueError: there is one.

    Examples:
        >>> refuse_some_parts("place", {"n", "m", "N"}, LabelSets({"N": frozenset("Nnm")}, ("n", "m")))
    """
    counted = {*printed, *sets.uncovered}
    for above in (label for label in printed if label in sets.inside):
        parts = sets.labels_in(above) - {above}
        if (shown := parts.intersection(printed)) and not sets.is_divided(above, counted):
            left = sets.pieces_in(above).difference(*map(sets.pieces_in, parts & counted))
            raise ValueError(SOME_PARTS.format(name=name, above=above, printed=min(shown), missing=min(left)))


def refuse_open_parts(tables: Sequence[CountTable], sets: Mapping[str, LabelSets], pieces: Pieces | None) -> None:
    """Ask whether a part that a table does not cover is what it leaves out and another one prints.

    Nothing is open where some table has, or names, all parts.

    Args:
        tables: the tables of a release.
        sets: for each dimension, whom labels hold.
        pieces: the pieces of which labels are made; of cuts that nobody can join nothing is asked.

    Raises:
        ValueError: it is open.

    Examples:
        >>> sets = {"place": LabelSets({}, ("Ash", "Oak", "other"), ("other",), ("other",))}
        >>> refuse_open_parts([], sets, None)
    """
    for name in (name for name in sets if (pieces or {}).get(name) != {}):
        chosen = [table for table in tables if name in table.labelled_by]
        told = [{*table.cells[name], *table.not_covered.get(name, ())} - {TOTAL} for table in chosen]
        if any(map(sets[name].covers, told)):
            continue
        for table, labels in zip(chosen, told, strict=True):
            held = frozenset(sets[name].uncovered).union(*map(sets[name].pieces_in, labels))
            left = [piece for piece in sets[name].pieces if piece not in held]
            if left and (named := table.not_covered.get(name)):
                raise ValueError(PART_OR_OTHERS.format(name=name, part=named[0], label=left[0]))
