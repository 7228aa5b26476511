"""How far cells must be able to move in the eyes of one attacker, for all that shall be protected from her."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from disclosure.audit.attackers import Attacker, Labels, is_one_person, members
from disclosure.audit.reading.cells import AGAINST_RULE, NO_LIMIT, PRINTED, ROLES, Numbers
from disclosure.audit.reading.insider_knowledge import with_insider_knowledge
from disclosure.audit.reading.overlapping_cells import cell_lies_in
from disclosure.audit.reading.system import System
from disclosure.audit.solving.bound_propagation import propagate_bounds
from disclosure.audit.solving.network import Flags
from disclosure.repair.hiding import AnyRule
from disclosure.repair.protection import Below, Protection, ProtectionLevels, holds_only, need_of, need_of_amount
from disclosure.rules import Rule
from disclosure.tables.dominated_cells import protection_levels
from disclosure.tables.linked_tables import Release, tables_in


@dataclass(frozen=True)
class Asked:
    """Some cells that shall be protected, and how far.

    Args:
        cells: which cells; shape (cells,).
        protect: the level of protection.
        levels: in a table of amounts, the upper protection levels by its rule; shape (cells,). None elsewhere.
        below: in a table of amounts, the lower protection level.
    """

    cells: Flags
    protect: Protection
    levels: Numbers | None = None
    below: Below = "as above"


def levels_of(release: Release, rule: AnyRule, rows: Sequence[Numbers], cells: int) -> Numbers | None:
    """How far above each dominated cell its largest possible amount must lie; shape (cells,). None for thresholds.

    Args:
        release: the table or tables, with the largest contributions.
        rule: the rule.
        rows: for each table, the place of each of its cells among all cells.
        cells: how many cells there are.
    """
    if isinstance(rule, Rule):
        return None
    levels = np.zeros(cells, dtype=np.int64)
    for table, indices in zip(tables_in(release), rows, strict=True):
        levels[indices] = np.maximum(levels[indices], protection_levels(table, rule).to_numpy())
    return levels


def needs_of(
    asked: Asked,
    rule: AnyRule,
    attacker: Attacker,
    seen: tuple[System, Numbers],
) -> dict[int, ProtectionLevels]:
    """How far each of some cells must be able to move, by place; not those that hold nobody but the attackers.

    Args:
        asked: which cells, and how far.
        rule: which counts are hidden.
        attacker: who looks at them.
        seen: what she reads if all is hidden that may be, and the counts themselves; shape (cells,).
    """
    system, count = seen
    others = asked.cells & ~_her_own(system, count, asked.cells, attacker)
    if asked.levels is None:
        return _needs(system, count, others, rule, asked.protect)
    return _needs_of_amounts((system, count), others, attacker, asked.levels, asked.below)


def _her_own(system: System, count: Numbers, wanted: Flags, attacker: Attacker) -> Flags:
    """True for each of some cells that holds nobody but the attackers, if they know it or it is printed; (cells,)."""
    own = np.zeros(len(count), dtype=bool)
    most = sum(member.amount or 1 for member in members(attacker))
    sets = [system.sets[name] for name in system.dimensions]
    may_be = (count > 0) | _where_alone(system, attacker)
    for cell in np.flatnonzero(wanted & may_be & (count <= most)):
        own[cell] = holds_only(system.names(int(cell)), int(count[cell]), members(attacker), sets)
    return own | (wanted & _inside(system, _filled_by(system, attacker)))


def _filled_by(system: System, attacker: Attacker) -> set[Labels]:
    """The cells in which, by their printed contributors, nobody stands but the attackers."""
    sets = [system.sets[name] for name in system.dimensions]
    found: set[Labels] = set()
    for cell in np.flatnonzero(system.cells.contributors > 0).tolist():
        labels = system.names(cell)
        inside = sum(cell_lies_in(member.cell, labels, sets) for member in members(attacker))
        if (min(inside, 1) if is_one_person(attacker) else inside) == system.cells.contributors[cell]:
            found.add(labels)
    return found


def _where_alone(system: System, attacker: Attacker) -> Flags:
    """True for each cell that lies in one in which an attacker knows to be alone; shape (cells,)."""
    return _inside(system, {cell for member in members(attacker) for cell in member.alone_cells})


def _inside(system: System, cells: Collection[Labels]) -> Flags:
    """True for each cell that lies in one of some cells; shape (cells,)."""
    found = np.zeros(len(system.low), dtype=bool)
    for cell in cells:
        held = np.ones_like(found)
        for at, (name, label) in enumerate(zip(system.dimensions, cell, strict=True)):
            within = [code for other, code in system.labels[name].items() if system.sets[name].lies_in(other, label)]
            held &= np.isin(system.cells.codes[:, at], within)
        found |= held
    return found


def _needs(
    system: System, count: Numbers, cells: Flags, rule: AnyRule, protect: Protection
) -> dict[int, ProtectionLevels]:
    """How far each of some primary cells must be able to move.

    Where another table of the release leaves but one count of those that the rule hides, no range is left to promise:
    then it shall move at all, which is out of reach, and is said.
    """
    hidden = (rule.smallest_hidden, rule.threshold - 1) if isinstance(rule, Rule) else (1, NO_LIMIT)
    settled = (system.cells.low == system.cells.high) & (hidden[0] < hidden[1])
    needs = {
        cell: need_of(protect, int(count[cell]), (int(system.low[cell]), int(system.high[cell])), hidden)
        for cell in map(int, np.flatnonzero(cells))
    }
    return {cell: replace(need, sliding=max(need.sliding, int(settled[cell]))) for cell, need in needs.items()}


def _needs_of_amounts(
    seen: tuple[System, Numbers], cells: Flags, attacker: Attacker, levels: Numbers, below: Below
) -> dict[int, ProtectionLevels]:
    """How far each of some dominated amounts must be able to move, above and below."""
    system, count = seen
    low = _least_amounts(system, attacker)
    return {
        cell: need_of_amount(int(levels[cell]), below, int(count[cell]), (int(low[cell]), int(system.high[cell])))
        for cell in map(int, np.flatnonzero(cells))
    }


def _least_amounts(system: System, attacker: Attacker) -> Numbers:
    """The smallest amount of each cell that an attacker takes to be possible before she uses any number; (cells,).

    What she knows by herself, also of cells that must be printed, zeros that the rule always prints, and that parts add
    up. No printed number: where one of these leaves too little room, the promise is out of reach, and not cut.
    """
    printed = np.isin(system.cells.role, [ROLES.index(PRINTED), *AGAINST_RULE]) & (system.low > 0)
    low, high = np.where(printed, 0, system.low), np.where(printed, NO_LIMIT, system.high)
    return propagate_bounds(with_insider_knowledge(replace(system, low=low, high=high), attacker)).low
