"""What those who are counted themselves know: that they are in a cell, or how much of it is theirs."""

from collections import Counter
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.attackers import Attacker, Contributor, Labels, is_one_person, members
from disclosure.audit.reading.cells import COMPLEMENTARY, ROLES
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
from disclosure.audit.reading.dominance import dominated_amounts, least_amount
from disclosure.audit.reading.overlapping_cells import groups_apart
from disclosure.audit.reading.system import System
from disclosure.labels import cell_name
from disclosure.tables.count_table import PEOPLE, TOTAL

NO_SUCH_CELL: Final = (
    "no table of the release has the cell {cell}, and what somebody in it knows is not used here: name a cell that one "
    "of them has, with 'total' for what it does not break down."
)
NOT_READ: Final = " (Totals that sum printed cells only are no cells of people: name one of the cells below.)"


def with_insider_knowledge(system: System, attacker: Attacker) -> System:
    """Raise what the attacker knows to be in a cell, and close the cells in which she knows to be alone.

    Args:
        system: the release as an outsider reads it.
        attacker: who looks at it.

    Raises:
        ContradictionError: what she knows does not fit the print.
        ValueError: she is counted in a cell that is not in the release, or it is not said how much of it is hers.
    """
    high = system.high.copy()
    for member in members(attacker):
        for cell in member.alone_cells:
            index = place_of(system, cell)
            high[index] = min(high[index], member.amount or 1)
    known = _known_together(system, attacker)
    system = replace(system, low=np.maximum(system.low, known), high=high)
    if system.unit != PEOPLE:
        system = _with_amounts(system, attacker, known)
    if system.people.groups:
        system = _with_members_covered(system, members(attacker))
    if system.people.behind:
        system = _with_members_behind(system, attacker, known)
    if (system.low > system.high).any():
        labels = system.names(int(np.flatnonzero(system.low > system.high)[0]))
        name = cell_name(labels[: len(system.dimensions)])  # not whether it is the events or the people behind these
        raise ContradictionError(f"{attacker} does not fit what is printed for {name}.")
    return system


def amounts_in(attacker: Attacker, cell: Labels) -> list[int]:
    """What the attackers themselves contribute to one cell that is theirs, in units.

    Examples:
        >>> amounts_in(Contributor(("A", "North"), amount=80), ("A", "North"))
        [80]
    """
    return [member.amount or 1 for member in members(attacker) if cell in (member.cell, *member.alone_cells)]


def others_in(system: System, attacker: Attacker, cell: Labels) -> int | None:
    """How many others contribute to a cell of the attackers; None if they do not know."""
    if any(cell in member.alone_cells for member in members(attacker)):
        return 0
    mine = [member for member in members(attacker) if member.cell == cell]
    printed = int(system.cells.contributors[place_of(system, cell)])
    if 0 <= printed < len(mine):
        raise ContradictionError(
            f"{attacker} does not fit what is printed for {cell_name(cell)}: {printed} contribute."
        )
    return None if printed < 0 else printed - len(mine)


def _with_amounts(system: System, attacker: Attacker, known_together: NDArray[np.int64]) -> System:
    """Use what contributors know of their own cells: how much is theirs, how many others there are, and the rule."""
    complementary = system.cells.role == ROLES.index(COMPLEMENTARY)
    low, high, gaps = _with_others(system, attacker, known_together), system.high.copy(), dict(system.gaps)
    rule = system.tables[0].dominance
    for cell in dict.fromkeys(cell for member in members(attacker) for cell in (member.cell, *member.alone_cells)):
        index, known, others = place_of(system, cell), amounts_in(attacker, cell), others_in(system, attacker, cell)
        if rule and system.cells.follows and complementary[index] and others != 0:
            others = max(others or 0, rule.fewest_printed - len(known)) or None
        least, gap = least_amount(known, others), None
        if index in system.cells.dominance:
            least, gap = dominated_amounts(system.cells.dominance[index], known, others)
        low[index] = max(low[index], least)
        high[index] = min(high[index], least) if others == 0 else high[index]
        gaps |= {index: (*gaps.get(index, ()), gap)} if gap else {}
    return replace(system, low=low, high=high, cells=replace(system.cells, gaps=gaps))


def _with_members_behind(system: System, attacker: Attacker, known: NDArray[np.int64]) -> System:
    """Count the attackers among the people behind events: each other one has an event, or all events are theirs."""
    low, high, rows, group = system.low.copy(), system.high.copy(), list(system.disjunctions), members(attacker)
    within = _attackers_in(system, attacker)
    alone = {place_of(system, cell) for member in group for cell in member.alone_cells}
    named = Counter(place_of(system, member.cell) for member in group if has_cell(system, member.cell))
    for events, people in system.people.behind.items():
        low[people] = max(low[people], within[events])
        high[people] = min(high[people], 1) if events in alone else high[people]
        if within[events]:
            others = LinearConstraint((events, people), (1, -1), int(known[events] - within[events]), None)
            rows.append(Disjunction(((others,),)))
        all_named = within[events] and named[events] == within[events]  # other members may have more
        if all_named and high[people] <= within[events]:
            high[events] = min(high[events], known[events])
        elif all_named:
            somebody = LinearConstraint((people,), (1,), int(within[events]) + 1, None)
            all_known = LinearConstraint((events,), (1,), None, int(known[events]))
            rows.append(Disjunction(((somebody,), (all_known,))))
    return replace(system, low=low, high=high, disjunctions=tuple(rows))


def _with_members_covered(system: System, group: tuple[Contributor, ...]) -> System:
    """Take out of each cover the attackers who say in which of its cells they stand: the others cover what is left."""
    rows = list(system.disjunctions)
    inside = np.array([_counted_in(system, member) for member in group], dtype=np.int64)
    for one in system.people.groups:
        told = inside[:, [*one.others, *one.apart]].any(axis=1)
        if not (mine := inside[told].sum(axis=0))[one.total]:
            continue
        somewhere = int(mine[one.total]) - sum(int(mine[cell]) for cell in one.apart)
        left = [somewhere - int(mine[cell]) for cell in one.others] + [somewhere - int(mine[[*one.others]].sum())]
        *largest, together = one.rows
        found = [replace(row, low=least) for row, least in zip(largest, left, strict=False)]
        rows.append(Disjunction(((*found, replace(together, high=left[-1])),)))
    return replace(system, disjunctions=tuple(rows))


def _known_together(system: System, attacker: Attacker) -> NDArray[np.int64]:
    """What some people have in each cell together, totals included; shape (cells,).

    People are counted once, so their sum is in each cell that holds theirs. Of amounts, one and the same person may
    have the same minutes in two cells that overlap: of all that is one person's, and of cells in which somebody is
    alone, only the largest sum over cells is sure that share nobody.
    """
    known = np.zeros(len(system.low), dtype=np.int64)
    own: dict[Labels, NDArray[np.int64]] = {}
    for member in members(attacker):
        share = (member.amount or 1) * _counted_in(system, member)
        if system.unit != PEOPLE and (member.alone or is_one_person(attacker)):
            own[member.cell] = share
        else:
            known += share
    groups = groups_apart([*own], [system.sets[name] for name in system.dimensions]) if len(own) > 1 else [[*own]]
    return known + np.max([sum((own[cell] for cell in group), np.zeros_like(known)) for group in groups], axis=0)


def _with_others(system: System, attacker: Attacker, known: NDArray[np.int64]) -> NDArray[np.int64]:
    """The smallest amount of each cell, where others than the attackers have at least 1 each; shape (cells,).

    They are there if it is printed how many contribute; and in a sum that is hidden only to cover others: so few do
    not contribute to a cell that their rule prints.
    """
    within, contributors, rule = _attackers_in(system, attacker), system.cells.contributors, system.tables[0].dominance
    if rule and system.cells.follows:
        covers = (system.cells.role == ROLES.index(COMPLEMENTARY)) & (within > 0)
        contributors = np.where(covers, np.maximum(contributors, rule.fewest_printed), contributors)
    others = contributors - within
    return np.maximum(system.low, np.where(others > 0, known + others, 0))


def _attackers_in(system: System, attacker: Attacker) -> NDArray[np.int64]:
    """How many of the attackers are in each cell, totals included; shape (cells,)."""
    found = np.array([_counted_in(system, member) for member in members(attacker)], dtype=np.int64)
    return found.max(axis=0) if is_one_person(attacker) else found.sum(axis=0)


def refuse_unusable(system: System, member: Contributor) -> None:
    """Say in a sentence why somebody cannot be counted in this release.

    Args:
        system: the release as an outsider reads it.
        member: who says that she is counted in it.

    Raises:
        ValueError: she cannot.
    """
    refuse_strange_cells(system, member)
    for cell in member.also:
        differ = {at for at, (a, b) in enumerate(zip(member.cell, cell, strict=True)) if a != b}
        if system.unit != PEOPLE:
            raise ValueError(
                f"{member}: of {system.unit}, each of her cells needs its amount: write Coalition((Contributor(...), "
                "...), one_person=True), and leave also out."
            )
        if not differ or not differ <= system.people.several:
            raise ValueError(f"{member} stands in two cells of which only one can be hers: take {cell} out of also.")
    if system.unit == PEOPLE and member.amount is not None:
        raise ValueError(f"{member} has an amount, and the release counts people: leave the amount out.")
    if system.unit != PEOPLE and member.amount is None:
        raise ValueError(f"{member} needs an amount: she knows how many {system.unit} of the cell are hers.")


def _counted_in(system: System, member: Contributor) -> NDArray[np.bool_]:
    """True for each cell that counts somebody: all that she names, and the totals above them; shape (cells,)."""
    return np.logical_or.reduce([_within(system, cell) for cell in member.cells])


def _within(system: System, cell: Labels) -> NDArray[np.bool_]:
    """True for a cell and all totals above it; shape (cells,)."""
    fits = [
        np.isin(system.cells.codes[:, index], _with_wider(label, dimension, system))
        for index, (dimension, label) in enumerate(zip(system.dimensions, cell, strict=True))
    ]
    fits += [system.cells.codes[:, index] == 0 for index in range(len(fits), len(system.labels))]
    return np.logical_and.reduce(fits)


def refuse_strange_cells(system: System, member: Contributor) -> None:
    """Say in a sentence which cell of somebody has other labels than the release, or does not hold her own one."""
    named = (*member.cells, *member.alone_cells)
    if any(len(cell) != len(system.dimensions) for cell in named):
        raise ValueError(f"{member} needs one label for each of: {', '.join(system.dimensions)}.")
    for dimension, label in (pair for cell in named for pair in zip(system.dimensions, cell, strict=True)):
        _place_of_label(label, dimension, system)
    for wider in member.alone_cells[1:]:
        if not _holds(system, wider, member.cell):
            raise ValueError(
                f"{member}: {cell_name(wider)} in alone_in does not hold her own cell: name one that does."
            )


def _holds(system: System, outer: Labels, inner: Labels) -> bool:
    """Whether everybody in one cell is in another, by hierarchies and pieces."""
    return all(
        system.sets[name].lies_in(label, wide)
        for name, wide, label in zip(system.dimensions, outer, inner, strict=True)
    )


def _place_of_label(label: str, dimension: str, system: System) -> int:
    """The place of a label in its dimension."""
    indices = system.labels[dimension]
    if label not in indices:
        raise ValueError(f"the release has no {dimension} {label!r}; it has: {', '.join(indices)}.")
    return indices[label]


def _with_wider(label: str, dimension: str, system: System) -> list[int]:
    """The places of a label and of all that hold it: wider ones, and the only label that a wider one holds."""
    _place_of_label(label, dimension, system)
    sets = system.sets[dimension]
    return [place for other, place in system.labels[dimension].items() if sets.lies_in(label, other)]


def place_of(system: System, cell: tuple[str, ...]) -> int:
    """The place of a cell that is given by its labels."""
    found = _found(system, cell)
    if not len(found):
        of_sums = any(table.totals_of == "printed cells" for table in system.tables) and TOTAL in cell
        raise ValueError(NO_SUCH_CELL.format(cell=cell_name(cell)) + NOT_READ * of_sums)
    return int(found[0])


def has_cell(system: System, cell: Labels) -> bool:
    """Whether a cell is in the release, or tied to it by a line."""
    return len(_found(system, cell)) > 0


def _found(system: System, cell: Labels) -> NDArray[np.int64]:
    """The place of a cell, or nothing; shape (0 or 1,)."""
    codes = [indices.get(label, -1) for indices, label in zip(system.labels.values(), cell, strict=False)]
    codes += [0] * (len(system.labels) - len(codes))
    return np.flatnonzero((system.cells.codes == codes).all(axis=1))
