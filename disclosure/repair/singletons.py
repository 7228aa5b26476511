"""Everybody who is alone in a cell, as an attacker: she knows that cell, and looks at the others."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import Final

import numpy as np

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Labels
from disclosure.audit.reading.cells import Numbers
from disclosure.audit.reading.label_sets import LabelSets, label_sets
from disclosure.audit.reading.overlapping_cells import share_people
from disclosure.audit.solving.findings import UNKNOWN
from disclosure.audit.solving.network import Flags
from disclosure.labels import cell_name
from disclosure.repair.protection import Against, Singletons
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable
from disclosure.tables.edition_pairs import EDITION, FIRST, NEWCOMERS, SECOND
from disclosure.tables.linked_tables import LinkedTables, Release, pieces_in, tables_in
from disclosure.tables.magnitude_table import LARGEST, LARGEST_PERSON
from disclosure.tables.sums_of_parts import sums_of_parts

IN_SEVERAL: Final = (
    "one person is alone in {cells}, and persons=DistinctPersons() says that nobody stands at several labels: name the "
    "dimension, as DistinctPersons(several=...)."
)

Wider = Mapping[str, Sequence[str]]
"""For a label, the wider ones in which it lies."""


def attackers_of(
    release: Release, against: Sequence[Against], known: Sequence[Numbers] | None = None, *, in_totals: bool = False
) -> tuple[Attacker, ...]:
    """The attackers one by one; `Singletons` become everybody who is alone in a cell.

    Args:
        release: the table or tables, with the counts that the office has.
        against: who is named.
        known: for each table of people, the counts of its cells as far as they follow from all tables, ``UNKNOWN``
            for the others; by default what is printed.
        in_totals: where zeros are hidden: also everybody who is alone in totals of her cell, and knows it.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AABBB"), "region": ["N", "S", "S", "S", "S"]})
        >>> attackers_of(count_table(people, by=("film", "region")), [Singletons()])
        (Contributor(cell=('A', 'N'), alone=True), Contributor(cell=('A', 'S'), alone=True))
    """
    found: list[Attacker] = []
    for one in against:
        if isinstance(one, Singletons):
            found += _alone(release, known, totals=False)
            found += _alone(release, known, totals=True) if in_totals else []
        else:
            found.append(one)
    return tuple(dict.fromkeys(found))


def _alone(release: Release, known: Sequence[Numbers] | None, *, totals: bool) -> list[Attacker]:
    """Everybody who is alone in a cell that is no total, or not broken down; in several cells of amounts, in all these.

    Args:
        release, known: as in `attackers_of`.
        totals: whether they know as well in which totals they are alone.
    """
    dimensions = release.dimensions if isinstance(release, LinkedTables) else release.by
    tables = tables_in(release)
    found = label_sets(tables, pieces_in(release))
    sets = [found[name] for name in dimensions]
    wider = list(map(_wider, sets))
    if tables[0].unit == PEOPLE:
        numbers = known or [_printed(table) for table in tables]
        return _alone_of_people(tables, dimensions, numbers, wider, totals=totals)
    own: dict[object, dict[Labels, Contributor]] = {}
    for table in tables:
        for whose, member in _alone_in_amounts(table, dimensions, totals=totals):
            own.setdefault(whose, {})[member.cell] = member
    everybody = [_with_wider_cells(cells, wider) for cells in own.values()]
    if all(table.persons and not table.persons.several for table in tables):
        _refuse_in_several(everybody, sets)
    return [members[0] if len(members) == 1 else Coalition(members, one_person=True) for members in everybody]


def _with_wider_cells(own: Mapping[Labels, Contributor], wider: Sequence[Wider]) -> tuple[Contributor, ...]:
    """One person, by her cells: a wider one that holds no more than another is one in which she is alone as well.

    Args:
        own: for each cell that is all hers, her part in it.
        wider: for each dimension, the wider labels in which each label lies.
    """
    narrow_in: dict[Labels, Labels] = {}
    for cell, member in own.items():
        for outer in _around(cell, own, wider):
            if own[outer].amount == member.amount:
                narrow_in.setdefault(outer, cell)
    alone_in: dict[Labels, list[Labels]] = {}
    for outer, cell in narrow_in.items():
        while cell in narrow_in:
            cell = narrow_in[cell]
        alone_in.setdefault(cell, []).append(outer)
    narrow = (member for cell, member in own.items() if cell not in narrow_in)
    return tuple(replace(member, alone_in=tuple(alone_in.get(member.cell, ()))) for member in narrow)


def _refuse_in_several(everybody: Sequence[tuple[Contributor, ...]], sets: Sequence[LabelSets]) -> None:
    """Say in a sentence who stands in several cells of events, where nobody does."""
    pairs = ((one.cell, other.cell) for members in everybody for one, other in combinations(members, 2))
    if apart := next((pair for pair in pairs if not share_people(*pair, sets)), None):
        raise ValueError(IN_SEVERAL.format(cells=" and in ".join(map(cell_name, apart))))


def _wider(sets: LabelSets) -> Wider:
    """The wider labels in which each label of a dimension lies; of ``TOTAL`` those that hold everybody as well."""
    found: dict[str, list[str]] = {}
    for wide, label in ((wide, label) for wide, labels in sets.inside.items() for label in sorted(labels)):
        found.setdefault(label, []).extend([wide] if wide != label else [])
    return found | {TOTAL: [label for label in (*sets.pieces, *sets.inside) if sets.lies_in(TOTAL, label)]}


def _around(cell: Labels, cells: Collection[Labels], wider: Sequence[Wider]) -> list[Labels]:
    """Those of some cells that hold a cell, and are another; of two that hold the same, the one by its labels."""
    pairs = zip(cell, wider, strict=True)
    by_labels = [(label, *(above.get(label, ()) if label != TOTAL else ()), TOTAL) for label, above in pairs]
    outer = product(*(dict.fromkeys((*labels, *above[TOTAL])) for labels, above in zip(by_labels, wider, strict=True)))
    same = _as_totals(cell, wider)
    return [
        each
        for each in outer
        if each != cell
        and each in cells
        and (_as_totals(each, wider) != same or all(label in into for label, into in zip(each, by_labels, strict=True)))
    ]


def _as_totals(cell: Labels, wider: Sequence[Wider]) -> Labels:
    """The labels of a cell, ``TOTAL`` for those that hold everybody."""
    return tuple(TOTAL if label in above[TOTAL] else label for label, above in zip(cell, wider, strict=True))


def _printed(table: CountTable) -> Numbers:
    """The counts of one table, ``UNKNOWN`` where they are hidden; shape (cells,)."""
    return table.cells["count"].fillna(UNKNOWN).to_numpy(dtype=np.int64)


def _alone_of_people(
    tables: Sequence[CountTable],
    dimensions: Sequence[str],
    known: Sequence[Numbers],
    wider: Sequence[Wider],
    *,
    totals: bool,
) -> list[Attacker]:
    """Everybody who is alone in a cell of a table of people; in a second edition, whoever of two people she may be.

    One of several linked tables may have a wider cell in which the same person is alone.
    """
    counts: dict[Labels, int] = {}
    sums: set[Labels] = set()
    for table, numbers in zip(tables, known, strict=True):
        narrow = _hold_people_of_their_own(table, numbers)
        for cell, count, is_narrow in zip(_labels(table, dimensions), numbers.tolist(), narrow, strict=True):
            if is_narrow:
                counts[cell] = max(count, counts.get(cell, UNKNOWN))
            elif totals and count == 1:
                sums.add(cell)
    alone = [cell for cell, count in counts.items() if count == 1]
    if not any(table.hierarchies.get(EDITION, {}).get(NEWCOMERS) == SECOND for table in tables):
        outer = {cell: _around(cell, {*alone, *sums}, wider) for cell in alone}
        held = set().union(*outer.values())
        return [Contributor(cell, alone=True, alone_in=tuple(outer[cell])) for cell in alone if cell not in held]
    at = list(dimensions).index(EDITION)
    return [member for cell in alone for member in _in_nested_editions(cell, counts, at)]


def _in_nested_editions(cell: Labels, counts: Mapping[Labels, int], at: int) -> Iterator[Contributor]:
    """Whoever may be alone in a cell of nested editions: in the second one she was there already, or she is new.

    Args:
        cell: the cell.
        counts: the count of each cell that is no total, or ``UNKNOWN``.
        at: the place of the edition among the labels.
    """

    def in_edition(name: str) -> Labels:
        """The same cell in another edition."""
        return (*cell[:at], name, *cell[at + 1 :])

    whole, before = in_edition(SECOND), counts.get(in_edition(FIRST), UNKNOWN)
    if cell == whole:
        ways = {FIRST: (1, UNKNOWN), NEWCOMERS: (0, UNKNOWN)}
        yield from (Contributor(in_edition(part), alone_in=whole) for part, fits in ways.items() if before in fits)
    elif counts.get(whole) != 1:  # else it is she who is alone in the second one as well
        yield Contributor(cell, alone=True)


def _alone_in_amounts(
    table: CountTable, dimensions: Sequence[str], *, totals: bool
) -> Iterator[tuple[object, Contributor]]:
    """Each cell of one table of amounts that is all of one person's, with her."""
    if LARGEST_PERSON not in table.cells:
        raise ValueError(
            "the table does not say who is alone in a cell: make it with magnitude_table(..., largest=1) or more."
        )
    amounts = table.cells["count"]
    lonely = ((amounts > 0) & (amounts == table.cells[f"{LARGEST}1"])).to_numpy(dtype=bool)
    lonely &= totals | _hold_people_of_their_own(table, amounts.to_numpy(dtype=np.int64))
    for cell, person, all_of_it, is_hers in zip(
        _labels(table, dimensions), table.cells[LARGEST_PERSON], amounts, lonely, strict=True
    ):
        if is_hers:
            yield person, Contributor(cell, alone=True, amount=int(all_of_it))


def _hold_people_of_their_own(table: CountTable, numbers: Numbers) -> Flags:
    """True for each cell that is no total, or whose people stand in no such cell: it is not broken down; (cells,).

    Args:
        table: the table.
        numbers: the number of each cell, ``UNKNOWN`` where it is not known; shape (cells,).
    """
    return ~table.is_total.to_numpy(dtype=bool) | (sums_of_parts(table, (numbers != 0).astype(np.int64)) == 0)


def _labels(table: CountTable, dimensions: Sequence[str]) -> list[Labels]:
    """The labels of the cells of one table, ``TOTAL`` where it lacks a dimension."""
    cells = table.cells.reindex(columns=list(dimensions), fill_value=TOTAL)
    return [tuple(map(str, cell)) for cell in cells.itertuples(index=False)]
