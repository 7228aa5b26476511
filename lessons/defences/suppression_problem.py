"""Which cells to hide? The question in numbers: what must be hidden, what may be, at what price, and who looks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd

from lessons.audit.attackers import Attacker, Contributor, Outsider, members
from lessons.audit.cells import NO_LIMIT, NOT_PRINTED, ROLES, Numbers, codes_of
from lessons.audit.filling import Filling
from lessons.audit.integer import Fillings, blocks, equations_of
from lessons.audit.network import Flags, network_of
from lessons.audit.system import System, system_of
from lessons.audit.verdicts import audit
from lessons.defences.protection import Against, Need, Protection, Singletons, UnreachableError, holds_only, need_of
from lessons.releases.count_table import TOTAL, CountTable
from lessons.releases.linked_tables import LinkedTables
from lessons.rules import Rule

Release = CountTable | LinkedTables


@dataclass(frozen=True)
class View:
    """The table as one attacker would read it if all cells were hidden that may be.

    Args:
        attacker: who looks at it.
        system: what she knows of each cell, and the lines.
        count: one filling that agrees with the table: its own counts where the table has them; shape (cells,).
        needs: for each primary cell that must be protected from her, by place, how far it must be able to move.
    """

    attacker: Attacker
    system: System
    count: Numbers
    needs: dict[int, Need]

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
        told: what the attackers know of which of its cells are primary; None if nothing.
    """

    views: tuple[View, ...]
    always: Flags
    may_hide: Flags
    cost: Numbers
    rows: tuple[Numbers, ...]
    everything: Release
    told: pd.Series | None

    def price(self, hidden: Flags) -> int:
        """What some hidden cells cost beyond those that are hidden in any case."""
        return int(self.cost[hidden & self.may_hide].sum())

    def unreachable(self, view: View, cell: int) -> UnreachableError:
        """Say which cell cannot be protected, from whom, and what prevents it even if all is hidden that may be."""
        target = " | ".join(view.system.names(cell)[: len(view.system.dimensions)])
        row = audit(self.everything, view.attacker, primary=self.told).set_index("target").loc[target]
        span = f"{row['low']} to {row['high'] if pd.notna(row['high']) else 'any number'}"
        return UnreachableError(
            f"{target} cannot be protected from {view.attacker} as asked: even if every cell is hidden that may be, "
            f"it is known to be {row['low'] if row['low'] is row['high'] else span}. {row['why']}"
        )


def problem_of(
    release: Release,
    rule: Rule,
    *,
    protect: Protection,
    against: Sequence[Against],
    cost: Literal["people", "cells"],
    primary_known: bool,
) -> SuppressionProblem:
    """Put the question for a table in which nothing is hidden yet.

    Args:
        release: the table or tables, every count printed.
        rule: which counts must be hidden, and by which marks.
        protect: the level of protection.
        against: the attackers.
        cost: what is paid for a hidden cell.
        primary_known: whether the attackers know which hidden cells are primary.
    """
    plain, everything = system_of(release, Outsider()), hide(release, rule, None)
    told = primary_cells(release, rule) if primary_known else None
    rows = tuple(_places(plain, table) for table in tables_in(release))
    small = np.zeros(len(plain.low), dtype=bool)
    for table, places in zip(tables_in(release), rows, strict=True):
        small[places[_must_hide(table, rule)]] = True
    unprinted = plain.cells.role == ROLES.index(NOT_PRINTED)
    may_hide = ~small & ~unprinted & ((plain.low >= rule.threshold) | (rule.zeros == "may be hidden"))
    price = np.maximum(plain.low, 1) if cost == "people" else np.ones_like(plain.low)
    views = []
    for attacker in attackers_of(release, against):
        count = any_filling(plain if attacker == Outsider() else system_of(release, attacker))
        system = system_of(everything, attacker, told)
        hers = _her_own(system, count, small, attacker, tables_in(release))
        views.append(View(attacker, system, count, _needs(system, count, small & ~hers, rule, protect)))
    return SuppressionProblem(tuple(views), small | unprinted, may_hide, price, rows, everything, told)


def _her_own(system: System, count: Numbers, small: Flags, attacker: Attacker, tables: tuple[CountTable, ...]) -> Flags:
    """True for each primary cell that holds nobody but the attacker, if she knows it; shape (cells,)."""
    hers = np.zeros(len(count), dtype=bool)
    for cell in np.flatnonzero(small & (count == 1)) if members(attacker) else ():
        hers[cell] = any(holds_only(system.names(int(cell)), 1, member, tables) for member in members(attacker))
    return hers


def _needs(system: System, count: Numbers, cells: Flags, rule: Rule, protect: Protection) -> dict[int, Need]:
    """How far each of some primary cells must be able to move."""
    return {
        cell: need_of(
            protect,
            int(count[cell]),
            possible=(int(system.low[cell]), int(system.high[cell])),
            hidden=(rule.smallest_hidden, rule.threshold - 1),
        )
        for cell in map(int, np.flatnonzero(cells))
    }


def attackers_of(release: Release, against: Sequence[Against]) -> tuple[Attacker, ...]:
    """The attackers one by one; `Singletons` become everybody who is alone in a cell.

    Examples:
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AABBB"), "region": ["N", "S", "S", "S", "S"]})
        >>> attackers_of(count_table(people, by=("film", "region")), [Singletons()])
        (Contributor(cell=('A', 'N'), alone=True), Contributor(cell=('A', 'S'), alone=True))
    """
    found: list[Attacker] = []
    for one in against:
        found += _alone(release) if isinstance(one, Singletons) else [one]
    return tuple(dict.fromkeys(found))


def _alone(release: Release) -> list[Contributor]:
    """Everybody who is alone in a cell that is no total."""
    dimensions = release.dimensions if isinstance(release, LinkedTables) else release.by
    found = []
    for table in tables_in(release):
        nested = [table.cells[name].isin(table.hierarchies.get(name, {}).values()) for name in table.by]
        lonely = (table.cells["count"] == 1) & ~table.is_total & ~np.logical_or.reduce(nested)
        labels = table.cells[lonely].reindex(columns=list(dimensions), fill_value=TOTAL)
        found += [Contributor(tuple(map(str, cell)), alone=True) for cell in labels.itertuples(index=False)]
    return found


def tables_in(release: Release) -> tuple[CountTable, ...]:
    """The tables of a release."""
    return release.tables if isinstance(release, LinkedTables) else (release,)


def primary_cells(release: Release, rule: Rule) -> pd.Series:
    """True for each cell that the rule itself hides; shape (cells of the release,), labelled as these."""
    cells = release.all_cells() if isinstance(release, LinkedTables) else release.cells
    told = np.concatenate([_must_hide(table, rule) for table in tables_in(release)])
    return pd.Series(told, index=cells.index)


def _must_hide(table: CountTable, rule: Rule) -> Flags:
    """True for each cell of one table that the rule itself hides; shape (cells of the table,)."""
    return table.cells["count"].between(rule.smallest_hidden, rule.threshold - 1).to_numpy(dtype=bool)


def hide(release: Release, rule: Rule, hidden: Sequence[Flags] | None) -> Release:
    """Hide cells of each table and put the marks; without a list, all that the rule allows to hide.

    Args:
        release: the table or tables, every count printed.
        rule: which counts must be hidden, and by which marks.
        hidden: for each table, which cells; shape (cells of the table,).
    """
    done = []
    for number, table in enumerate(tables_in(release)):
        small, counts = _must_hide(table, rule), table.cells["count"]
        every = ((counts >= rule.threshold) | (rule.zeros == "may be hidden")).to_numpy(dtype=bool)
        which = small | (every if hidden is None else hidden[number])
        mark = np.select([small, which], [rule.mark, rule.complementary_mark or rule.mark], "")
        done.append(replace(table, cells=table.cells.assign(count=counts.mask(which), mark=mark), rule=rule))
    return LinkedTables(tuple(done)) if isinstance(release, LinkedTables) else done[0]


def any_filling(system: System) -> Numbers:
    """Whole numbers that fit a release: the counts that it prints, and some for those that it does not; (cells,)."""
    count = system.low.copy()
    if (system.low == system.high).all():
        return count
    network, left = network_of(system, system.low, system.high)
    count[network.cell] = Filling(network).count
    for block in blocks(system, left):
        count[block.cells] = Fillings(equations_of(system, block, system.low, system.high)).seen_low
    return count


def _places(system: System, table: CountTable) -> Numbers:
    """Where the cells of one table stand among all cells, which are in the order of their codes."""
    sizes = tuple(len(places) for places in system.labels.values())
    keys = np.ravel_multi_index(tuple(system.cells.codes.T), sizes)
    return np.searchsorted(keys, np.ravel_multi_index(tuple(codes_of(table, system.labels).T), sizes))
