"""All that a system of lines determines: each hidden cell's exact range, found the fastest way that proves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import NOT_PRINTED, ROLES, Numbers
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.system import System
from disclosure.audit.solving.bound_propagation import BoundPropagation, propagate_bounds
from disclosure.audit.solving.equations import Block, blocks, equations_of
from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.integer import MOST_BETWEEN, FeasibleTables
from disclosure.audit.solving.mixed_graph import exact_edges
from disclosure.audit.solving.network import Flags, network_of
from disclosure.audit.solving.ranges import ranges
from disclosure.audit.wording import broken_condition, contradiction

UNKNOWN: Final = -1
"""In place of the count of a cell that has more than one possible count."""


@dataclass(frozen=True)
class Findings:
    """The exact range of every cell, and what proved it.

    Args:
        system: the release as the attacker reads it.
        low, high: the smallest and largest count of each cell over all feasible tables; shape (cells,). Both are
            reached, except ``NO_LIMIT``. Cells that no table has may have wider bounds where they form no network.
        narrowing: what single lines show.
        feasible_table: a feasible table of the cells that form a network.
        blocks: the blocks of cells that went to the integer solver.
        feasible_tables: for these, by number, their feasible tables, where some cell of the block was asked for.
    """

    system: System
    low: Numbers
    high: Numbers
    narrowing: BoundPropagation
    feasible_table: FeasibleTable
    blocks: tuple[Block, ...]
    feasible_tables: Mapping[int, FeasibleTables] = field(default_factory=dict, repr=False)

    @cached_property
    def _places(self) -> dict[int, tuple[FeasibleTables, int]]:
        """For cells that went to the integer solver and were asked for, the feasible tables and the place in these."""
        return {
            int(self.blocks[number].cells[index]): (feasible_tables, int(index))
            for number, feasible_tables in self.feasible_tables.items()
            for index in _asked(self.system, self.blocks[number], None)
        }

    def look_between(self) -> None:
        """Look for the counts between the ends of all cells whose ends leave them open: many at once are quicker."""
        wanted: dict[FeasibleTables, list[tuple[int, int]]] = {}
        for cell, (feasible_tables, index) in self._places.items():
            if self._ends_are_open(cell):
                wanted.setdefault(feasible_tables, []).extend(
                    (index, count) for count in self._between(cell, *self._allowed(cell))
                )
        for feasible_tables, pairs in wanted.items():
            feasible_tables.look_for([pairs[place] for place in np.random.default_rng(0).permutation(len(pairs))])

    def missing(self, cell: int, low: int, high: int) -> list[int]:
        """The counts from one to another that a cell has in no feasible table, although its own gaps leave them.

        In a network there are none: where two feasible tables differ, a flow leads from one to the other step by step.
        Not looked for in a range of more than `MOST_BETWEEN` counts.

        Args:
            cell: its place in the system; one that was asked for.
            low, high: the first and the last count that is looked at, both within its range.
        """
        if cell not in self._places:
            return []
        feasible_tables, index = self._places[cell]
        return feasible_tables.missing(index, self._between(cell, low, high))

    def ends_alone(self, cell: int) -> bool:
        """Whether only the ends of a cell's range were looked at."""
        return cell in self._places and not self._between(cell, *self._allowed(cell))

    def is_open(self, cell: int) -> bool:
        """Whether all is possible in a cell that the rule alone allows."""
        return self._ends_are_open(cell) and not self.missing(cell, *self._allowed(cell))

    def _ends_are_open(self, cell: int) -> bool:
        """Whether the smallest and the largest count that the rule alone allows are possible."""
        least, most = self._allowed(cell)
        return bool(self.low[cell] <= least and self.high[cell] >= most)

    def _allowed(self, cell: int) -> tuple[int, int]:
        """The smallest and the largest count of a cell that the rule alone allows."""
        return int(self.system.cells.open_low[cell]), int(self.system.cells.open_high[cell])

    def _between(self, cell: int, low: int, high: int) -> list[int]:
        """The counts of a cell from one to another, but for gaps; none if these are too many."""
        if high - int(self.narrowing.low[cell]) >= MOST_BETWEEN:
            return []
        gaps = self.system.gaps.get(cell, ())
        return [count for count in range(low, high + 1) if not any(start <= count <= end for start, end in gaps)]


def find_ranges(system: System, wanted: Numbers | None = None) -> Findings:
    """Find the exact range of every cell: line by line, then by flows, and the rest by integer programming.

    Args:
        system: the release as the attacker reads it.
        wanted: the places of the cells that are asked for, if not all: the others get what is found without integer
            programming, which holds and may be too wide.

    Raises:
        ContradictionError: no whole numbers fit.
    """
    found = propagate_bounds(system)
    refuse_broken_conditions(system, found.low, found.high)
    feasible_table, left = _filled(system, found.low, found.high)
    low, high = found.low.copy(), found.high.copy()
    network = feasible_table.network
    low[network.cell], high[network.cell] = ranges(network, feasible_table, exact_edges(feasible_table))
    rest, of_blocks = tuple(blocks(system, left)), {}
    for number, block in enumerate(rest):
        asked = _asked(system, block, wanted)
        if not len(asked) and wanted is not None:
            continue
        feasible_tables = _feasible_tables(
            system, block, found.low, found.high
        )  # some must exist, also where nothing is asked
        of_blocks[number] = feasible_tables
        if wanted is None:
            seen_low, seen_high = feasible_tables.ranges(asked)
            low[block.cells[asked]], high[block.cells[asked]] = seen_low[asked], seen_high[asked]
        else:
            low[block.cells[asked]] = [feasible_tables.bound(index, upwards=False) for index in asked.tolist()]
            high[block.cells[asked]] = [feasible_tables.bound(index, upwards=True) for index in asked.tolist()]
    return Findings(system, low, high, found, feasible_table, rest, of_blocks)


def _asked(system: System, block: Block, wanted: Numbers | None) -> Numbers:
    """Which of the cells of a block are asked for, by their places in the block: never those that no table has."""
    printed = system.cells.role[block.cells] != ROLES.index(NOT_PRINTED)
    return np.flatnonzero(printed if wanted is None else printed & np.isin(block.cells, wanted))


def _feasible_tables(system: System, block: Block, low: Numbers, high: Numbers) -> FeasibleTables:
    """The feasible tables of a block that has some."""
    feasible_tables = FeasibleTables(equations_of(system, block, low, high))
    if not feasible_tables.possible:
        raise ContradictionError(contradiction(system, block.lines.tolist()))
    return feasible_tables


def find_moving(system: System, wanted: Numbers) -> Flags:
    """True for each of some cells that has more than one possible count; shape (wanted,). Faster than their ranges.

    Args:
        system: the release as the attacker reads it.
        wanted: the places of the cells.

    Raises:
        ContradictionError: no whole numbers fit.
    """
    feasible_table, left = _filled(system, system.low, system.high)
    if not left.any():
        refuse_broken_conditions(system, system.low, system.high)
        moving = system.low < system.high
        moving[feasible_table.network.cell] = ~exact_edges(feasible_table)
        return moving[wanted]
    found = propagate_bounds(system)
    refuse_broken_conditions(system, found.low, found.high)
    feasible_table, left = _filled(system, found.low, found.high)
    moving = found.low < found.high
    moving[feasible_table.network.cell] = ~exact_edges(feasible_table)
    for block in blocks(system, left):
        if len(asked := _asked(system, block, wanted)):
            moving[block.cells[asked]] = _feasible_tables(system, block, found.low, found.high).moving(asked)
    return moving[wanted]


def find_counts(system: System) -> Numbers:
    """The count of each cell that has one possible count only, ``UNKNOWN`` for the others; shape (cells,).

    A cell that is the same in all feasible tables is what it is in the first one: this is faster than all ranges.

    Raises:
        ContradictionError: no whole numbers fit.
    """
    feasible_table, left = _filled(system, system.low, system.high)
    if left.any():
        findings = find_ranges(system)
        return np.where(findings.low == findings.high, findings.low, UNKNOWN)
    refuse_broken_conditions(system, system.low, system.high)
    counts = np.where(system.low == system.high, system.low, UNKNOWN)
    counts[feasible_table.network.cell] = np.where(exact_edges(feasible_table), feasible_table.count, UNKNOWN)
    return counts


def find_feasible_table(system: System) -> Numbers:
    """Whole numbers that fit a release: the counts that it prints, and some for those that it does not; (cells,).

    Args:
        system: the release as the attacker reads it.

    Raises:
        ContradictionError: no whole numbers fit.
    """
    feasible_table, left = _filled(system, system.low, system.high)
    refuse_broken_conditions(system, system.low, system.high)
    count = system.low.copy()
    count[feasible_table.network.cell] = feasible_table.count
    for block in blocks(system, left):
        count[block.cells] = _feasible_tables(system, block, system.low, system.high).seen_low
    return count


def refuse_broken_conditions(system: System, low: Numbers, high: Numbers) -> None:
    """Say which cells are known and break a condition on them: no block of hidden cells would look at it.

    Args:
        system: the release as the attacker reads it.
        low, high: the counts that are possible as far as found; shape (cells,).

    Raises:
        ContradictionError: some do.
    """
    known = (low == high).tolist()
    for condition in system.disjunctions:
        if all(known[cell] for cell in condition.cells) and not condition.holds(low):
            raise ContradictionError(broken_condition(system, sorted(condition.cells)))


def _filled(system: System, low: Numbers, high: Numbers) -> tuple[FeasibleTable, Flags]:
    """A feasible table of the cells that form a network, and which cells do not."""
    network, left = network_of(system, low, high)
    feasible_table = FeasibleTable(network)
    if not feasible_table.fits:
        lines = np.flatnonzero(feasible_table.missing()[:-1])
        raise ContradictionError(contradiction(system, lines.tolist()))
    return feasible_table, left
