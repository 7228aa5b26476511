"""Which cells lie in one another, and which share people: by their labels, and by what lies in each label."""

from collections.abc import Sequence

from disclosure.audit.attackers import Labels
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.labels import TOTAL


def cell_lies_in(one: Labels, other: Labels, sets: Sequence[LabelSets]) -> bool:
    """Whether everybody in one cell is in the other.

    Args:
        one, other: the cells, by their labels in all dimensions.
        sets: for each dimension, whom its labels hold.
    """
    return all(each.lies_in(a, b) for a, b, each in zip(one, other, sets, strict=False))


def share_people(one: Labels, other: Labels, sets: Sequence[LabelSets]) -> bool:
    """Whether somebody can be counted in both of two cells.

    Args:
        one, other, sets: as in `cell_lies_in`.

    Examples:
        >>> sets = [LabelSets({"North": frozenset({"North", "Ash"})}), LabelSets({})]
        >>> share_people(("Ash", "total"), ("North", "f"), sets), share_people(("Ash", "f"), ("Ash", "m"), sets)
        (True, False)
    """
    return all(each.overlap(a, b) for a, b, each in zip(one, other, sets, strict=True))


def groups_apart(cells: Sequence[Labels], sets: Sequence[LabelSets]) -> list[list[Labels]]:
    """Put cells that sum over the same dimensions into groups in which no two share anybody: these can be added up.

    Args:
        cells: the cells, by their labels in all dimensions.
        sets: as in `cell_lies_in`.

    Examples:
        >>> north = LabelSets({"North": frozenset({"North", "Ash", "Oak"})})
        >>> groups_apart([("Ash",), ("North",), ("Oak",), ("total",)], [north])
        [[('Ash',), ('Oak',)], [('North',)], [('total',)]]
    """
    alike: dict[tuple[bool, ...], list[list[Labels]]] = {}
    for cell in cells:
        groups = alike.setdefault(tuple(label == TOTAL for label in cell), [])
        fitting = (group for group in groups if not any(share_people(cell, other, sets) for other in group))
        if (group := next(fitting, None)) is None:
            groups.append(group := [])
        group.append(cell)
    return [group for groups in alike.values() for group in groups]
