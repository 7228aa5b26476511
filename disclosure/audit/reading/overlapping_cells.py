"""Which cells lie in one another, and which share people: by their labels, and by what lies in each label."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from disclosure.audit.attackers import Labels
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.labels import TOTAL

MOST_CELLS: Final = 12
"""Of so many cells there are at most 81 complete groups."""


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
    """Put cells into groups in which no two share anybody, so that these can be added up: each group that is complete.

    Of more than `MOST_CELLS` cells, some of these groups: of cells that sum over the same dimensions.

    Args:
        cells: the cells, by their labels in all dimensions.
        sets: as in `cell_lies_in`.

    Examples:
        >>> north = LabelSets({"North": frozenset({"North", "Ash", "Oak"})})
        >>> groups_apart([("Ash",), ("North",), ("Oak",), ("total",)], [north])
        [[('Ash',), ('Oak',)], [('North',)], [('total',)]]
    """
    if not cells:
        return []
    if len(cells) <= MOST_CELLS:
        apart = {cell: {other for other in cells if not share_people(cell, other, sets)} for cell in cells}
        return list(_complete_groups([], list(cells), [], apart))
    alike: dict[tuple[bool, ...], list[list[Labels]]] = {}
    for cell in cells:
        groups = alike.setdefault(tuple(label == TOTAL for label in cell), [])
        fitting = (group for group in groups if not any(share_people(cell, other, sets) for other in group))
        if (group := next(fitting, None)) is None:
            groups.append(group := [])
        group.append(cell)
    return [group for groups in alike.values() for group in groups]


def _complete_groups(
    group: list[Labels], left: list[Labels], tried: list[Labels], apart: Mapping[Labels, set[Labels]]
) -> Iterator[list[Labels]]:
    """Each group to which no cell can be added any more (Bron and Kerbosch 1973, Communications of the ACM 16(9)).

    Args:
        group: the cells that were chosen.
        left, tried: the cells that share nobody with these: to be added, and those whose groups were listed already.
        apart: for each cell, those that share nobody with it.
    """
    if not left and not tried:
        yield group
    for place, cell in enumerate(left):
        others = [each for each in left[place + 1 :] if each in apart[cell]]
        before = [each for each in (*tried, *left[:place]) if each in apart[cell]]
        yield from _complete_groups([*group, cell], others, before, apart)
