"""What several people who are counted know together: each is somebody else, so there is room for all of them.

Where one cell holds the other, or they share nobody, the sums of the cells say so. A row and a column overlap
otherwise: somebody in the row and somebody else in the column are two people in the cross of both, although one person
would be enough for each. People can be placed so that all fit exactly if every union of their cells holds as many as
belong inside (Hall 1935, J. London Math. Soc. 10(1)).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.attackers import Contributor, Labels
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.cuts import is_cut_in_two, narrowest_of, narrowest_table
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
from disclosure.audit.reading.insider_knowledge import has_cell
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.left_out import tells_of_all
from disclosure.audit.reading.overlapping_cells import cell_lies_in, share_people
from disclosure.audit.reading.pieces import cut_into_pieces, ways_of, ways_with
from disclosure.audit.reading.several import several_in, several_of, with_people_behind
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import Pieces

if TYPE_CHECKING:
    from disclosure.audit.reading.system import System

Flags = NDArray[np.bool_]

NO_ROOM: Final = "the attackers do not fit each other: there is no room in {cells} beside those who are alone."

MOST_OVERLAPPING: Final = 8
"""Every union of so many cells is looked at: 255 of them."""

MOST_CELLS: Final = 20_000
"""A table that nobody printed is drawn up for the members if it has no more cells than this."""


@dataclass(frozen=True)
class Overlap:
    """Members whose cells overlap, so that none holds the other; or one member whose cell no table has.

    Args:
        members: these.
        by: the dimensions that their cells name; of everybody's cell the first one with labels, which
            breaks everybody down.
        cells: the cells: in which they stand, or are alone.
    """

    members: tuple[Contributor, ...]
    by: tuple[str, ...]
    cells: tuple[Labels, ...]


def overlaps(
    members: Sequence[Contributor], sets: Mapping[str, LabelSets], dimensions: tuple[str, ...], known: set[Labels]
) -> list[Overlap]:
    """Put members together whose cells overlap.

    Args:
        members: those who are counted.
        sets: for each dimension, whom its labels hold.
        dimensions: the dimensions of the release.
        known: the cells of the release.
    """
    in_order = [sets[name] for name in dimensions]
    cells = list(dict.fromkeys(cell for member in members for cell in _named(member)))
    together = [{cell} for cell in cells]
    for one, other in combinations(cells, 2):
        if _cross(one, other, in_order):
            joined = [group for group in together if one in group or other in group]
            together = [group for group in together if group not in joined] + [set().union(*joined)]
    groups = [group for group in together if len(group) > 1 or not group <= known]
    return [
        Overlap(
            tuple(member for member in members if group & {*_named(member)}),
            tuple(name for index, name in enumerate(dimensions) if any(cell[index] != TOTAL for cell in group))
            or next(((name,) for name in dimensions if sets[name].pieces), dimensions[:1]),
            tuple(cell for cell in cells if cell in group),
        )
        for group in groups
    ]


def tables_needed(groups: Sequence[Overlap], printed: "System", pieces: Pieces) -> tuple[CountTable, ...]:
    """The tables that nobody printed and that have a cell for each way in which members' cells can overlap.

    Likewise for one member whose cell no table has: a total or a wider label that nobody printed.

    Where a dimension is cut in ways that nobody can join, or the table would be too large, there is none (see
    `is_used`). Where no one hierarchy holds all labels, the tables have the common pieces as labels.

    Args:
        groups: the members whose cells overlap.
        printed: the release.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.
    """
    tables, sets = printed.tables, printed.sets
    missing = [group for group in groups if is_used(group, printed) and not _is_there(group, printed)]
    needed = dict.fromkeys(group.by for group in missing)
    found: list[CountTable] = []
    for by in needed:
        if pieces or any(sets[name].cross for name in by):
            ways = ways_with(ways_of(tables, sets, pieces), _labels_of(missing, printed.dimensions), sets)
            found += cut_into_pieces(by, ways)
        else:
            found.append(narrowest_table(by, tables, sets))
    return tuple(found)


def _labels_of(groups: Sequence[Overlap], dimensions: Sequence[str]) -> dict[str, list[str]]:
    """The labels that the cells of some groups name, by dimension."""
    cells = [cell for group in groups for cell in group.cells]
    return {name: list(dict.fromkeys(cell[index] for cell in cells)) for index, name in enumerate(dimensions)}


def may_share_people(members: Sequence[Contributor], printed: "System", pieces: Pieces) -> bool:
    """Whether cells of several members can hold the same person; of cuts that nobody can join that is not known."""
    sets = [printed.sets[name] for name in printed.dimensions]
    cells = dict.fromkeys(cell for member in members for cell in _named(member))
    unknown = any(not made for made in pieces.values())
    return len(members) > 1 and any(unknown or share_people(*pair, sets) for pair in combinations(cells, 2))


def is_used(group: Overlap, printed: "System") -> bool:
    """Whether the audit uses what follows from an overlap."""
    tables, sets = printed.tables, printed.sets
    if _face(group, tables, sets) is None:
        if any(not sets[name].cross and is_cut_in_two(tables, name, sets[name]) for name in group.by):
            return False
        narrowest = {
            name: list(sets[name].pieces) if sets[name].cross else narrowest_of(tables, name, sets[name])
            for name in group.by
        }
        if np.prod([len(labels) for labels in narrowest.values()]) > MOST_CELLS:
            return False
        if not _is_fine(narrowest, group, sets):
            return False
    return len({member.cell for member in group.members if not member.alone}) <= MOST_OVERLAPPING


def room_for_all(
    group: Overlap, members: Sequence[Contributor], system: "System", tables: tuple[CountTable, ...]
) -> Iterator[Disjunction]:
    """The conditions under which there is room for the members of a group.

    Args:
        group: the members whose cells overlap.
        members: all members.
        system: the release.
        tables: all tables, those `tables_needed` included.

    Raises:
        ContradictionError: there is no room for them.
    """
    face = _face(group, tables, system.sets)
    assert face is not None
    leaves = _leaves(face, system)
    named = dict.fromkeys((*(member.cell for member in members), *group.cells))
    within = {cell: _may_hold(cell, group.by, leaves, system) for cell in named}
    alone = [
        reduce(np.logical_or, [within[cell] for cell in member.alone_cells if cell in group.cells])
        for member in group.members
        if member.alone
    ]
    taken = reduce(np.logical_or, alone, np.zeros(len(leaves), dtype=bool))
    for one, other in combinations(alone, 2):
        if (one & other).any():
            yield _condition(leaves[one & other], 0, 0)
    several = list(dict.fromkeys(member.cell for member in group.members if not member.alone))
    mine = [m for m in members if not (m.alone and m in group.members)]
    for size in range(1, len(several) + 1):
        for chosen in combinations(several, size):
            union = reduce(np.logical_or, [within[cell] for cell in chosen]) & ~taken
            least = sum(m.amount or 1 for m in mine if not (within[m.cell] & ~taken & ~union).any())
            if not union.any():
                raise ContradictionError(NO_ROOM.format(cells=" and ".join(" | ".join(cell) for cell in chosen)))
            yield _condition(leaves[union], least, None)


def are_spread(members: Sequence[Contributor], printed: "System", *, one_person: bool = False) -> bool:
    """Whether something follows, and is not used, from where else people stand who may stand in several cells.

    One who names her answers, and one label of each other dimension, is counted right; so is one behind events who has
    them in one narrowest cell, and one person's amounts in cells that share nobody.

    Args:
        members: those who are counted.
        printed: the release.
        one_person: whether all members are one person.
    """
    tables, dimensions = printed.tables, printed.dimensions
    behind, several = with_people_behind(tables), several_of(tables)
    sets = [printed.sets[name] for name in dimensions]
    if one_person and any(share_people(one.cell, other.cell, sets) for one, other in combinations(members, 2)):
        return True
    if members and any(several_in(table) for table in behind.values()):
        return True
    narrowest = {name: {*narrowest_of(tables, name, printed.sets[name])} or {TOTAL} for name in dimensions}
    named = [dict(zip(dimensions, cell, strict=True)) for member in members for cell in member.cells]
    told = [labels for labels in named if behind or any(labels[name] != TOTAL for name in several)]
    return any(label not in narrowest[name] for labels in told for name, label in labels.items())


def _named(member: Contributor) -> tuple[Labels, ...]:
    """The cell in which a member stands, and those in which she is alone."""
    return tuple(dict.fromkeys((member.cell, *member.alone_cells)))


def _condition(cells: NDArray[np.int64], low: int, high: int | None) -> Disjunction:
    """A sum of cells and its bounds."""
    return Disjunction(((LinearConstraint(tuple(cells.tolist()), (1,) * len(cells), low, high),),))


def _cross(one: Labels, other: Labels, sets: Sequence[LabelSets]) -> bool:
    """Whether two cells overlap and none holds the other."""
    if not share_people(one, other, sets):
        return False
    return not (cell_lies_in(one, other, sets) or cell_lies_in(other, one, sets))


def _face(group: Overlap, tables: Sequence[CountTable], sets: Mapping[str, LabelSets]) -> CountTable | None:
    """The smallest table whose narrowest cells all lie inside or outside each cell of a group; None if none."""
    fitting = [
        table
        for table in tables
        if set(group.by) <= set(table.by)
        and _is_fine({name: sets[name].narrowest(table.cells[name]) for name in group.by}, group, sets)
        and tells_of_all(table, sets)
    ]
    return min(fitting, key=lambda table: len(table.cells), default=None)


def _is_there(group: Overlap, printed: "System") -> bool:
    """Whether some table tells the cells of a group apart, and each of them has a place."""
    in_print = all(has_cell(printed, cell) for cell in group.cells)
    return in_print and _face(group, printed.tables, printed.sets) is not None


def _is_fine(narrowest: Mapping[str, Sequence[str]], group: Overlap, sets: Mapping[str, LabelSets]) -> bool:
    """Whether each label that a group needs is made of some narrowest labels of a table, and all others lie apart."""
    for index, name in enumerate(sets):
        needed = {cell[index] for cell in group.cells} - {TOTAL} if name in group.by else ()
        for one in needed:
            inside = [label for label in narrowest.get(name, ()) if sets[name].overlap(one, label)]
            if not inside or not all(sets[name].lies_in(label, one) for label in inside):
                return False
    return True


def _leaves(table: CountTable, system: "System") -> NDArray[np.int64]:
    """The places of a table's narrowest cells; shape (leaves,)."""
    fits = np.ones(len(system.low), dtype=bool)
    for index, (name, indices) in enumerate(system.labels.items()):
        leaves = system.sets[name].leaves(table.cells[name] if name in table.by else ())
        fits &= np.isin(system.cells.codes[:, index], [indices[label] for label in leaves])
    return np.flatnonzero(fits)


def _may_hold(cell: Labels, by: tuple[str, ...], leaves: NDArray[np.int64], system: "System") -> Flags:
    """In which leaves somebody of a cell may stand, as far as some dimensions tell; shape (leaves,).

    The cells of the group are made of leaves, so these are their own leaves. Somebody else's cell may be finer.
    """
    fits = np.ones(len(leaves), dtype=bool)
    for index, (name, label) in enumerate(zip(system.dimensions, cell, strict=True)):
        if name in by:
            shared = [code for other, code in system.labels[name].items() if system.sets[name].overlap(other, label)]
            fits &= np.isin(system.cells.codes[leaves, index], shared)
    return fits
