"""A combination of printed cells in words: what is printed where, how many people it leaves, and who they are."""

from collections.abc import Sequence

import pandas as pd

from disclosure import strings
from disclosure.tables.count_table import TOTAL
from disclosure.tables.editions import Publication

Printed = tuple[Publication, pd.Series]
"""A publication, and one of its cells."""


def sentence(form: str, cells: Sequence[Printed]) -> str:
    """Say what a combination of printed cells leaves.

    Args:
        form: ``"A"``, ``"A - B"``, ``"A - B - C"`` or ``"A + B - C"``.
        cells: its cells, in the order of the letters.
    """
    signs = [1 if sign == "+" else -1 for sign in "+" + "".join(form.split()[1::2])]
    people = sum(sign * int(cell["count"]) for sign, (_, cell) in zip(signs, cells, strict=True))
    number = strings.PEOPLE[min(people, 2)].format(people=people)
    plus, minus = ([each for sign, each in zip(signs, cells, strict=True) if sign == way] for way in (1, -1))
    difference = strings.BOTH_MINUS.join(what_is_missing(plus, each) for each in minus)
    return _printed(cells) + strings.WHO[form].format(Number=number[0].upper() + number[1:], minus=difference)


def _printed(cells: Sequence[Printed]) -> str:
    """Who prints what; the cell is named once if it is the same everywhere."""
    names = [cell_name(publication, cell) for publication, cell in cells]
    same = len(set(names)) == 1
    one = strings.PRINTS if same else strings.PRINTS_FOR
    parts = ", ".join(
        one.format(name=publication.name, count=cell["count"], cell=name)
        for (publication, cell), name in zip(cells, names, strict=True)
    )
    return (strings.SAME_CELL if same else strings.OTHER_CELLS).format(cell=names[0], cells=parts)


def cell_name(publication: Publication, cell: pd.Series) -> str:
    """Name a cell by those of its labels that are no totals."""
    labels = [cell[name] for name in publication.table.by if cell[name] != TOTAL]
    return " | ".join(labels) or strings.EVERYBODY


def what_is_missing(plus: Sequence[Printed], minus: Printed) -> str:
    """Say how somebody differs who is in a cell of the first kind and not in this other one.

    Args:
        plus: the cells that count her.
        minus: the cell that does not.
    """
    publication, cell = minus
    later = publication.day is not None and any(each.day != publication.day for each, _ in plus)
    after = [strings.AFTER.format(day=day_name(publication.day))] if publication.day is not None and later else []
    groups = sorted(publication.without - frozenset.intersection(*(each.without for each, _ in plus)))
    kept = sorted(publication.only - frozenset.intersection(*(each.only for each, _ in plus)))
    labels = [
        strings.NOT_LABEL.format(label=cell[name])
        for name in publication.table.by
        if cell[name] != TOTAL and any(plus_cell.get(name, TOTAL) != cell[name] for _, plus_cell in plus)
    ]
    parts = [*map(_member, groups), *(strings.NOT_MEMBER.format(group=group) for group in kept), *labels, *after]
    return strings.ASPECTS.join(parts)


def day_name(day: pd.Timestamp) -> str:
    """Write a day as people do.

    Examples:
        >>> day_name(pd.Timestamp("2017-12-04"))
        '4 December 2017'
    """
    return f"{day.day} {day:%B %Y}"


def _member(group: str) -> str:
    return strings.MEMBER.format(group=group)
