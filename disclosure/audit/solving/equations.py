"""Cells that hang together in a table that is no network, and what their counts must fulfil."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction
from disclosure.audit.reading.system import System
from disclosure.audit.solving.network import Flags, component_of_nodes


@dataclass(frozen=True)
class Block:
    """Hidden cells that hang together, and the lines that tie them.

    Args:
        cells, lines: places in the system.
    """

    cells: Numbers
    lines: Numbers


def blocks(system: System, hidden: Flags) -> Iterator[Block]:
    """Split cells into blocks that share no line and no condition.

    Args:
        system: the release as the attacker reads it.
        hidden: the cells to split; shape (cells,).
    """
    n_lines = len(system.lines.dimension)
    tied = hidden[system.lines.cell]
    line, cell = system.lines.line[tied], system.lines.cell[tied]
    links = [
        (n_lines + min(disjunction.cells), n_lines + other)
        for disjunction in system.disjunctions
        for other in disjunction.cells
    ]
    here, there = np.array(links, dtype=np.int64).reshape(-1, 2).T
    part = component_of_nodes(
        np.concatenate([line, here]), np.concatenate([n_lines + cell, there]), n_lines + len(hidden)
    )
    of_line, of_cell = part[np.unique(line)], part[n_lines:]
    cells = np.flatnonzero(hidden)
    for number in np.unique(of_cell[cells]):
        yield Block(cells[of_cell[cells] == number], np.unique(line)[of_line == number])


@dataclass(frozen=True)
class Equations:
    """What the counts of one block must fulfil: each line adds up, each count keeps its bounds.

    Args:
        matrix: the lines, sparse: 1 for a part, -1 for a total; shape (lines, cells of the block).
        sums: what each line must come to, after the cells outside the block; shape (lines,).
        low, high: the bounds; shape (cells of the block,).
        disjunctions: conditions that no line can state, with the places of the cells in the block.
    """

    matrix: Any
    sums: Numbers
    low: Numbers
    high: Numbers
    disjunctions: tuple[Disjunction, ...]

    def fit(self, counts: Numbers) -> bool:
        """Whether some counts are a feasible table."""
        bounded = bool((counts >= self.low).all() and (counts <= self.high)[self.high < NO_LIMIT].all())
        added_up = bool((self.matrix @ counts == self.sums).all())
        return bounded and added_up and all(disjunction.holds(counts) for disjunction in self.disjunctions)

    def moved_from(self, counts: Numbers) -> "Equations":
        """The same for moves: how far each count lies from that of some table; shape (cells of the block,).

        So numbers are as small as moves are, and what a program takes for limits holds the table itself.
        """
        high = np.where(self.high >= NO_LIMIT, NO_LIMIT, self.high - counts)
        moved = tuple(disjunction.moved_from(counts) for disjunction in self.disjunctions)
        return Equations(self.matrix, self.sums - self.matrix @ counts, self.low - counts, high, moved)


def equations_of(system: System, block: Block, low: Numbers, high: Numbers) -> Equations:
    """Write down one block, with all other cells at their known counts.

    Args:
        system: the release as the attacker reads it.
        block: the cells and lines.
        low, high: the counts that are possible as far as found; shape (cells of the system,).
    """
    inside = np.isin(np.arange(len(low)), block.cells)
    rows = system.matrix[block.lines]
    indices = {int(cell): index for index, cell in enumerate(block.cells)}
    disjunctions = tuple(
        disjunction.within(indices, low) for disjunction in system.disjunctions if disjunction.cells & indices.keys()
    )
    sums = -(rows @ np.where(inside, 0, low))
    return Equations(rows[:, block.cells], sums, low[block.cells], high[block.cells], disjunctions)
