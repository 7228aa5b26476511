"""Which cells to hide? The question in numbers: what must be hidden, what may be, at what price, and who looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from disclosure.audit import wording
from disclosure.audit.attackers import Attacker, Outsider, members
from disclosure.audit.explaining.sentences import reasons
from disclosure.audit.reading.as_printed import as_printed, with_attacker_knowledge
from disclosure.audit.reading.cells import NO_LIMIT, NOT_PRINTED, ROLES, Numbers, codes_of
from disclosure.audit.reading.system import System
from disclosure.audit.solving.bound_propagation import propagate_bounds
from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.findings import find_ranges
from disclosure.audit.solving.integer import FeasibleTables, blocks, equations_of
from disclosure.audit.solving.network import Flags, network_of
from disclosure.audit.solving.time_limit import OutOfTimeError
from disclosure.audit.verdicts import OPEN, verdicts
from disclosure.labels import cell_name
from disclosure.repair.hiding import AnyRule, hide, may_cover, must_hide, primary_cells, public
from disclosure.repair.protection import (
    CUT_BELOW,
    Against,
    Below,
    Protection,
    ProtectionLevels,
    UnreachableError,
    holds_only,
    need_of,
    need_of_amount,
)
from disclosure.repair.singletons import attackers_of
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.dominated_cells import protection_levels
from disclosure.tables.linked_tables import Release, tables_in

NO_WIDER: Final = (
    "Nothing else that may be hidden would widen it: ask for a narrower range, or hide from a higher threshold on."
)


@dataclass(frozen=True)
class AttackerSubproblem:
    """The table as one attacker would read it if all cells were hidden that may be.

    Args:
        attacker: who looks at it.
        system: what she knows of each cell, and the lines.
        count: one feasible table that agrees with the table: its own counts where the table has them; shape (cells,).
        needs: for each primary cell that must be protected from her, by place, how far it must be able to move.
    """

    attacker: Attacker
    system: System
    count: Numbers
    needs: dict[int, ProtectionLevels]

    def agrees(self, other: "AttackerSubproblem", cells: Numbers) -> bool:
        """Whether another attacker takes the same counts of some cells to be possible; shape of ``cells``: (cells,)."""
        mine, own = (view.system for view in (self, other))
        pairs = (self.count, other.count), (mine.low, own.low), (mine.high, own.high)
        return all((one[cells] == another[cells]).all() for one, another in pairs)

    @property
    def room_up(self) -> Numbers:
        """How far each count could go up if it were hidden, by the rule and what she knows; shape (cells,)."""
        return np.where(self.system.high >= NO_LIMIT, NO_LIMIT, self.system.high - self.count)

    @property
    def room_down(self) -> Numbers:
        """How far each count could go down if it were hidden; shape (cells,)."""
        return self.count - self.system.low


@dataclass(frozen=True)
class SuppressionProblem:
    """What must be hidden, what may be, and what it costs.

    Args:
        views: the table in the eyes of each attacker; all number the cells alike.
        always: cells that stand hidden in any case: primary ones, and those that no table prints; shape (cells,).
        may_hide: cells that can be hidden to cover the others; shape (cells,).
        cost: the price of hiding each cell: its people (a zero costs 1), or 1; shape (cells,).
        rows: for each table, the place of each of its cells among all cells.
        everything: the release with all hidden that may be.
        known_primary: what the attackers know of which of its cells are primary; None if nothing.
    """

    views: tuple[AttackerSubproblem, ...]
    always: Flags
    may_hide: Flags
    cost: Numbers
    rows: tuple[Numbers, ...]
    everything: Release
    known_primary: pd.Series | None

    def price(self, hidden: Flags) -> int:
        """What some hidden cells cost beyond those that are hidden in any case."""
        return int(self.cost[hidden & self.may_hide].sum())

    def name(self, cell: int) -> str:
        """The name of a cell, such as ``"The Lantern | North"``."""
        system = self.views[0].system
        return cell_name(system.names(cell)[: len(system.dimensions)])

    @property
    def cut_below(self) -> tuple[str, ...]:
        """A sentence for each cell and attacker where there is less room below than was asked for."""
        return tuple(
            CUT_BELOW.format(
                cell=self.name(cell),
                asked=need.asked_below,
                possible=need.lower,
                who="an outsider" if isinstance(view.attacker, Outsider) else view.attacker,
                least=int(view.count[cell]) - need.room_down,
            )
            for view in self.views
            for cell, need in view.needs.items()
            if need.lower < need.asked_below
        )

    def unreachable(self, view: AttackerSubproblem, cell: int) -> UnreachableError:
        """Say which cell cannot be protected, from whom, and what prevents it even if all is hidden that may be."""
        who = "an outsider" if isinstance(view.attacker, Outsider) else view.attacker
        words = f"{self.name(cell)} cannot be protected from {who} as asked"
        try:
            return UnreachableError(f"{words}: {_known_of(view, cell)}")
        except OutOfTimeError:
            return UnreachableError(f"{words}, even if every cell is hidden that may be. There was no time to say why.")


def _known_of(view: AttackerSubproblem, cell: int) -> str:
    """What an attacker knows of one cell if all is hidden that may be, and why she knows it."""
    wanted = np.array([cell])
    findings = find_ranges(view.system, wanted)
    low, high = int(findings.low[cell]), int(findings.high[cell])
    span = wording.span(low, high) if high < NO_LIMIT else f"{low} to any number"
    is_open = verdicts(findings)[cell] == OPEN
    limit = NO_WIDER if is_open else reasons(findings, wanted)[0]
    return f"even if every cell is hidden that may be, it is known to be {span}. {limit}"


def problem_of(
    release: Release,
    rule: AnyRule,
    *,
    protect: Protection,
    against: Sequence[Against],
    cost: Literal["people", "cells"],
    primary_known: bool,
    below: Below = "as above",
) -> SuppressionProblem:
    """Put the question for a table in which nothing is hidden yet.

    Args:
        release: the table or tables, every count printed.
        rule: which counts must be hidden, and by which marks.
        protect: the level of protection.
        against: the attackers.
        cost: what is paid for a hidden cell.
        primary_known: whether the attackers know which hidden cells are primary.
        below: for amounts, how far below a primary cell an amount must be possible.
    """
    printed, everything = public(release), hide(release, rule, None)
    plain = as_printed(printed)
    words = primary_cells(release, rule) if primary_known else None
    rows = tuple(_places(plain, table) for table in tables_in(release))
    primary, may_hide = np.zeros((2, len(plain.low)), dtype=bool)
    for table, indices in zip(tables_in(release), rows, strict=True):
        primary[indices[must_hide(table, rule)]] = True
        may_hide[indices[may_cover(table, rule)]] = True
    unprinted = plain.cells.role == ROLES.index(NOT_PRINTED)
    may_hide &= ~primary & ~unprinted
    levels = _levels(release, rule, rows, len(plain.low)) if protect == "handbook" else None
    views, hidden = [], as_printed(everything, words)
    for attacker in attackers_of(release, against):
        count = any_filling(with_attacker_knowledge(plain, attacker, printed))
        system = with_attacker_knowledge(hidden, attacker, everything)
        _refuse_meetings_elsewhere(attacker, system, plain)
        cells = primary & ~_her_own(system, count, primary, attacker, tables_in(release))
        needs = _needs(system, count, cells, rule, protect, levels, below)
        views.append(AttackerSubproblem(attacker, system, count, needs))
    return SuppressionProblem(tuple(views), primary | unprinted, may_hide, _price(plain, cost), rows, everything, words)


def _price(plain: System, cost: Literal["people", "cells"]) -> Numbers:
    """The price of hiding each cell: what is in it (a zero costs 1), or 1; shape (cells,)."""
    return np.maximum(plain.low, 1) if cost == "people" else np.ones_like(plain.low)


def _refuse_meetings_elsewhere(attacker: Attacker, system: System, plain: System) -> None:
    """Say in a sentence that attackers who meet in a cell of no table are not reckoned with."""
    if len(system.low) != len(plain.low):
        raise ValueError(f"{attacker} meets in cells that no table has: no repair is offered against that.")


def _her_own(
    system: System, count: Numbers, primary: Flags, attacker: Attacker, tables: tuple[CountTable, ...]
) -> Flags:
    """True for each primary cell that holds nobody but the attackers, if they know it; shape (cells,)."""
    own = np.zeros(len(count), dtype=bool)
    most = sum(member.amount or 1 for member in members(attacker))
    for cell in np.flatnonzero(primary & (count > 0) & (count <= most)):
        own[cell] = holds_only(system.names(int(cell)), int(count[cell]), members(attacker), tables)
    return own


def _levels(release: Release, rule: AnyRule, rows: Sequence[Numbers], cells: int) -> Numbers | None:
    """How far above each dominated cell its largest possible amount must lie; shape (cells,). None for thresholds."""
    if isinstance(rule, Rule):
        return None
    levels = np.zeros(cells, dtype=np.int64)
    for table, indices in zip(tables_in(release), rows, strict=True):
        levels[indices] = np.maximum(levels[indices], protection_levels(table, rule).to_numpy())
    return levels


def _needs(
    system: System,
    count: Numbers,
    cells: Flags,
    rule: AnyRule,
    protect: Protection,
    levels: Numbers | None,
    below: Below,
) -> dict[int, ProtectionLevels]:
    """How far each of some primary cells must be able to move."""
    if levels is not None:
        return _needs_of_amounts(system, count, cells, levels, below)
    hidden = (rule.smallest_hidden, rule.threshold - 1) if isinstance(rule, Rule) else (1, NO_LIMIT)
    return {
        cell: need_of(protect, int(count[cell]), (int(system.low[cell]), int(system.high[cell])), hidden)
        for cell in map(int, np.flatnonzero(cells))
    }


def _needs_of_amounts(
    system: System, count: Numbers, cells: Flags, levels: Numbers, below: Below
) -> dict[int, ProtectionLevels]:
    """How far each of some dominated amounts must be able to move, above and below.

    The system hides all that may be hidden. So what its lines say is said by no printed number, but by what must be
    printed (zeros), and by what the attacker knows.
    """
    low = propagate_bounds(system).low
    return {
        cell: need_of_amount(int(levels[cell]), below, int(count[cell]), (int(low[cell]), int(system.high[cell])))
        for cell in map(int, np.flatnonzero(cells))
    }


def any_filling(system: System) -> Numbers:
    """Whole numbers that fit a release: the counts that it prints, and some for those that it does not; (cells,)."""
    count = system.low.copy()
    if (system.low == system.high).all():
        return count
    network, left = network_of(system, system.low, system.high)
    count[network.cell] = FeasibleTable(network).count
    for block in blocks(system, left):
        count[block.cells] = FeasibleTables(equations_of(system, block, system.low, system.high)).seen_low
    return count


def _places(system: System, table: CountTable) -> Numbers:
    """Where the cells of one table stand among all cells, which are in the order of their codes."""
    sizes = tuple(len(indices) for indices in system.labels.values())
    keys = np.ravel_multi_index(tuple(system.cells.codes.T), sizes)
    return np.searchsorted(keys, np.ravel_multi_index(tuple(codes_of(table, system.labels).T), sizes))
