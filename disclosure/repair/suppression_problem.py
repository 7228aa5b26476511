"""Which cells to hide? The question in numbers: what must be hidden, what may be, at what price, and who looks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Outsider
from disclosure.audit.reading.as_printed import with_attacker_knowledge
from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import find_feasible_table
from disclosure.audit.solving.network import Flags
from disclosure.labels import cell_name
from disclosure.repair.already_printed import places, places_in
from disclosure.repair.hiding import AnyRule, hide
from disclosure.repair.needs import Asked, levels_of, needs_of
from disclosure.repair.prices import prices_of, without_prices
from disclosure.repair.protection import CUT_BELOW, Against, Below, Protection, ProtectionLevels, Width
from disclosure.repair.readings import Readings, read_release
from disclosure.repair.settled_cells import SettledCells, settled_cells
from disclosure.repair.wishes import NO_WISHES, Wishes
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import Release, tables_in


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
        """Whether another attacker takes the same counts of some cells to be possible; shape of ``cells``: (cells,).

        So she does if both know the same bounds of them, and the same conditions.
        """
        if self is other:
            return True
        mine, own = (view.system for view in (self, other))
        pairs = (self.count, other.count), (mine.low, own.low), (mine.high, own.high)
        if not all((one[cells] == another[cells]).all() for one, another in pairs):
            return False
        return all(condition.cells.isdisjoint(cells.tolist()) for condition in self.conditions ^ other.conditions)

    def without(self, cells: Collection[int]) -> "AttackerSubproblem":
        """The same without the demands for some cells."""
        return replace(self, needs={cell: need for cell, need in self.needs.items() if cell not in cells})

    @cached_property
    def conditions(self) -> frozenset[Disjunction]:
        """The conditions of the table that no line can state."""
        return frozenset(self.system.disjunctions)

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
        settled: what is settled of each cell before anything is chosen.
        cost: the price of hiding each cell (`disclosure.repair.prices`); shape (cells,).
        rows: for each table that is repaired, the place of each of its cells among all cells.
        everything: the release with all hidden that may be, and what was in print before it.
        known_primary: what the attackers know of which of its cells are primary; None if nothing.
        office: the table or tables to repair, every count printed.
        rule: which counts must be hidden, and by which marks.
        wishes: cells that must be printed or hidden whatever the rule says.
        already: tables that are in print already.
        plain: all of these as they are read while every count of the release is printed; with the tables that nobody
            prints and in whose cells attackers overlap (``plain.also``).
        lost: places of cells that what is in print already gives away.
        narrowed: places of cells that cannot be protected as far as was asked because of what is in print already.
    """

    views: tuple[AttackerSubproblem, ...]
    settled: SettledCells
    cost: Numbers
    rows: tuple[Numbers, ...]
    everything: Release
    known_primary: pd.Series | None
    office: Release
    rule: AnyRule
    wishes: Wishes
    already: tuple[CountTable, ...]
    plain: System
    lost: tuple[int, ...] = ()
    narrowed: tuple[int, ...] = ()

    @property
    def always(self) -> Flags:
        """Cells that stand hidden in any case: primary ones, such by wish, and those that nobody prints; (cells,)."""
        return self.settled.primary | self.settled.by_hand | self.settled.unprinted

    @property
    def may_hide(self) -> Flags:
        """Cells that can be hidden to cover the others; shape (cells,)."""
        return self.settled.may_hide

    def price(self, hidden: Flags) -> int:
        """What some hidden cells cost beyond those that are hidden in any case."""
        return int(self.cost[hidden & self.may_hide].sum())

    def released(self, hidden: Flags) -> Release:
        """What is published if some cells are hidden; shape (cells,)."""
        return hide(self.office, self.rule, [hidden[rows] for rows in self.rows], self.wishes)

    def name(self, cell: int) -> str:
        """The name of a cell, such as ``"The Lantern | North"``."""
        return cell_name(self.plain.names(cell)[: len(self.plain.dimensions)])

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


def problem_of(
    release: Release,
    rule: AnyRule,
    *,
    protect: Protection,
    against: Sequence[Against],
    cost: str,
    primary_known: bool,
    wishes: Wishes = NO_WISHES,
    already: tuple[CountTable, ...] = (),
    below: Below = "as above",
) -> SuppressionProblem:
    """Put the question for a table in which nothing is hidden yet.

    Args:
        release: the table or tables, every count printed.
        rule: which counts must be hidden, and by which marks.
        protect: the level of protection.
        against: the attackers.
        cost: what is paid for a hidden cell: its people, or 1, or a column of prices.
        primary_known: whether the attackers know which hidden cells are primary.
        wishes, already: cells that must be printed or hidden whatever the rule says; tables that are in print.
        below: for amounts, how far below a primary cell an amount must be possible.

    Raises:
        ContradictionError: the office's counts do not add up, or do not fit what is in print already.
    """
    office = without_prices(release, cost)
    read, attackers = read_release(office, rule, wishes, already, against, primary_known=primary_known)
    rows = tuple(places(read.plain, table) for table in tables_in(office))
    settled = settled_cells(office, rule, wishes, already, (read.plain, rows))
    asked = _asked(settled, protect, below, levels_of(office, rule, rows, len(read.plain.low)))
    return SuppressionProblem(
        views=tuple(_view(read, each, asked, rule) for each in attackers),
        settled=settled,
        cost=prices_of(release, cost, rows, read.plain.low),
        rows=rows,
        everything=read.everything,
        known_primary=read.words,
        office=office,
        rule=rule,
        wishes=wishes,
        already=already,
        plain=read.plain,
    )


def _asked(settled: SettledCells, protect: Protection, below: Below, levels: Numbers | None) -> tuple[Asked, ...]:
    """What is asked for primary cells, for those that are hidden by hand, and for those that tables in print hide."""
    at_least: Protection = protect if isinstance(protect, Width) else "exact"
    return (
        Asked(settled.primary, protect, levels if protect == "handbook" else None, below),
        Asked(settled.by_hand, at_least),
        Asked(settled.kept, "exact"),
    )


def _view(read: Readings, attacker: Attacker, asked: tuple[Asked, ...], rule: AnyRule) -> AttackerSubproblem:
    """The table in the eyes of one attacker, and what must be protected from her."""
    plain = with_attacker_knowledge(read.plain, attacker, read.printed)
    count = plain.low if (plain.low == plain.high).all() else find_feasible_table(plain)
    system = with_attacker_knowledge(read.hidden, attacker, read.everything)
    by_rule = system if read.by_rule is read.hidden else _by_rule(read, attacker, system)
    needs: dict[int, ProtectionLevels] = {}
    for some in asked:
        needs |= needs_of(some, rule, attacker, (by_rule, count))
    return AttackerSubproblem(attacker, system, count, needs)


def _by_rule(read: Readings, attacker: Attacker, system: System) -> System:
    """What an attacker knows of each cell by itself, had nothing been printed before; numbered as ``system``."""
    alone = with_attacker_knowledge(read.by_rule, attacker, read.alone)
    at = places_in(system, alone)
    told = {name: getattr(alone.cells, name)[at] for name in ("low", "high", "role", "contributors")}
    return replace(system, low=alone.low[at], high=alone.high[at], cells=replace(system.cells, **told))
