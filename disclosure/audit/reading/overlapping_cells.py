"""Which cells lie in one another, and which share people: by their labels, and by what lies in each label."""

from collections.abc import Sequence

from disclosure.audit.attackers import Labels
from disclosure.audit.reading.cuts import Inside, have_people_in_common, lies_in
from disclosure.labels import TOTAL


def cell_lies_in(one: Labels, other: Labels, inside: Sequence[Inside]) -> bool:
    """Whether everybody in one cell is in the other.

    Args:
        one, other: the cells, by their labels in all dimensions.
        inside: for each dimension, the labels that lie in each wider one.
    """
    return all(lies_in(a, b, within) for a, b, within in zip(one, other, inside, strict=False))


def share_people(one: Labels, other: Labels, inside: Sequence[Inside]) -> bool:
    """Whether somebody can be counted in both of two cells.

    Args:
        one, other, inside: as in `cell_lies_in`.

    Examples:
        >>> inside = [{"North": {"North", "Ash"}}, {}]
        >>> share_people(("Ash", "total"), ("North", "f"), inside), share_people(("Ash", "f"), ("Ash", "m"), inside)
        (True, False)
    """
    return all(have_people_in_common(a, b, within) for a, b, within in zip(one, other, inside, strict=True))


def groups_apart(cells: Sequence[Labels], inside: Sequence[Inside]) -> list[list[Labels]]:
    """Put cells that sum over the same dimensions into groups in which no two share anybody: these can be added up.

    Args:
        cells: the cells, by their labels in all dimensions.
        inside: as in `cell_lies_in`.

    Examples:
        >>> groups_apart([("Ash",), ("North",), ("Oak",), ("total",)], [{"North": {"North", "Ash", "Oak"}}])
        [[('Ash',), ('Oak',)], [('North',)], [('total',)]]
    """
    alike: dict[tuple[bool, ...], list[list[Labels]]] = {}
    for cell in cells:
        groups = alike.setdefault(tuple(label == TOTAL for label in cell), [])
        fitting = (group for group in groups if not any(share_people(cell, other, inside) for other in group))
        if (group := next(fitting, None)) is None:
            groups.append(group := [])
        group.append(cell)
    return [group for groups in alike.values() for group in groups]
