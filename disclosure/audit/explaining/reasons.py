"""Why a cell cannot be smaller or larger: which lines, put together, say so."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import Numbers
from disclosure.audit.reading.system import System
from disclosure.audit.solving.bound_propagation import BoundPropagation
from disclosure.audit.solving.equations import Block, equations_of
from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.models import fractions_of
from disclosure.audit.solving.network import component_of_nodes
from disclosure.audit.solving.ranges import augment_cycle
from disclosure.audit.solving.time_limit import solve

LARGEST_DENOMINATOR: Final = 12
"""Fractions of lines beyond this are not worth telling."""

MOST_EFFORT: Final = 0.05
"""A search for a shorter sentence takes no more than this, as the solver counts it (on most machines, seconds)."""

MOST_LINES_TRIED: Final = 30
"""In larger blocks a sentence names all lines: trying to do without some of them would take too long."""


NO_LINES: Final = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class ByRule:
    """Print, mark, rule or what the attacker knows give the bound; no line is needed."""


@dataclass(frozen=True)
class ByLines:
    """Lines, each taken some times (less than 0: taken away), give the bound.

    Args:
        lines: the places of the lines.
        times: how often each is taken.
        low, high: the bounds of all cells that are used with them; shape (cells,).
    """

    lines: tuple[int, ...]
    times: tuple[int, ...]
    low: Numbers
    high: Numbers


@dataclass(frozen=True)
class ByWholeNumbers:
    """No whole numbers fit these lines beyond the bound, although fractions would.

    Args:
        lines: the places of the lines.
        parts: the places of the cells whose percentages must fit as well.
        people: the places of the cells whose people must fit as well.
    """

    lines: tuple[int, ...]
    parts: tuple[int, ...] = ()
    people: tuple[int, ...] = ()


Reason = ByRule | ByLines | ByWholeNumbers


@dataclass(frozen=True)
class Remainder:
    """What is left of some lines when they are put together: count = fixed - less + more.

    Args:
        fixed: what the known cells of the lines leave, in people, divided by how often the cell itself is counted.
        less, more: the other cells that remain, and how often each; by place.
        times: how often the cell itself is counted.
    """

    fixed: int
    less: dict[int, int]
    more: dict[int, int]
    times: int

    def proves(self, reason: ByLines, bound: int, *, upwards: bool) -> bool:
        """Whether the lines tell of the cell at all, and give this bound."""
        return self.times > 0 and self.bound(reason, upwards=upwards) == bound

    def bound(self, reason: ByLines, *, upwards: bool) -> int:
        """The bound on the cell that follows."""
        fewest, most = (reason.low, reason.high) if upwards else (reason.high, reason.low)
        left = self.fixed - sum(n * int(fewest[c]) for c, n in self.less.items())
        left += sum(n * int(most[c]) for c, n in self.more.items())
        return left // self.times if upwards else -(-left // self.times)


def remainder(system: System, reason: ByLines, cell: int) -> Remainder:
    """Put lines together and see what remains beside one cell; all that appears on both sides cancels out."""
    cells, weight = weights_of(system, reason)
    itself = cells == cell
    own = int(weight[itself].sum())
    weight = weight if own > 0 else -weight
    known = (reason.low[cells] == reason.high[cells]) & ~itself
    fixed = -int((weight * reason.low[cells])[known].sum())
    rest = [(int(c), int(n)) for c, n in zip(cells, weight, strict=True)]
    rest = [each for each, left in zip(rest, (weight != 0) & ~known & ~itself, strict=True) if left]
    less = {c: n for c, n in rest if n > 0}
    more = {c: -n for c, n in rest if n < 0}
    return Remainder(fixed, less, more, abs(own))


def weights_of(system: System, reason: ByLines) -> tuple[Numbers, Numbers]:
    """The cells of some lines, and how often each is counted when these are put together; 0 where it cancels out."""
    entries = [system.lines.entries_of(line) for line in reason.lines]
    times = np.repeat(np.array(reason.times, dtype=np.int64), [len(each) for each in entries])
    every = np.concatenate([*entries, np.zeros(0, dtype=np.int64)])
    cells, place = np.unique(system.lines.cell[every], return_inverse=True)
    weight = np.zeros(len(cells), dtype=np.int64)
    np.add.at(weight, place, times * system.lines.sign[every])
    return cells, weight


def reason_by_narrowing(system: System, found: BoundPropagation, cell: int, *, upwards: bool) -> Reason:
    """Which single line gave the bound, with the bounds of the others as they were then."""
    line = (found.high_line if upwards else found.low_line)[cell]
    if line < 0:
        return ByRule()
    low, high = found.history[(found.high_round if upwards else found.low_round)[cell]]
    return ByLines((int(line),), (1,), low, high)


def reason_by_cut(feasible_table: FeasibleTable, found: BoundPropagation, edge: int, *, upwards: bool) -> ByLines:
    """Which lines together block a cell of a network: those that a flow round through it can still reach.

    All cells on the border of these lines stand at their bound, so the sum of the lines is the proof (the minimum cut
    of Ford & Fulkerson 1956).
    """
    network, feasible_table = feasible_table.network, feasible_table.copy()
    itself = np.zeros(len(network.cell), dtype=bool)
    itself[edge] = True
    augment_cycle(feasible_table, edge, itself, upwards=upwards)
    start = (network.head if upwards else network.tail)[edge]
    reached = feasible_table.reached_from(int(start), itself)
    if reached[-1]:
        reached = ~reached
    within = reached[network.tail] & reached[network.head]
    part = component_of_nodes(network.tail[within], network.head[within], len(reached))
    end = network.tail[edge] if reached[network.tail[edge]] else network.head[edge]
    lines = np.flatnonzero(reached & (part == part[end]))
    return ByLines(tuple(lines.tolist()), tuple(network.side[lines].tolist()), found.low, found.high)


def reason_by_fractions(
    system: System, found: BoundPropagation, block: Block, cell: int, *, upwards: bool
) -> ByLines | None:
    """Which lines bound a cell of a block, and how often each: the dual of the linear program; None if there is none.

    Args:
        system: the release as the attacker reads it.
        found: what single lines show.
        block: the block of the cell.
        cell: its place in the system.
        upwards: whether the largest count is meant, or the smallest.
    """
    solver = fractions_of(equations_of(system, block, found.low, found.high))
    indices = np.arange(len(block.cells), dtype=np.int32)
    solver.changeColsCost(len(indices), indices, np.where(block.cells == cell, -1.0 if upwards else 1.0, 0.0))
    solve(solver)
    duals = np.array(solver.getSolution().row_dual)
    for denominator in range(1, LARGEST_DENOMINATOR + 1):
        times = np.rint(duals * denominator).astype(np.int64)
        if np.abs(duals * denominator - times).max(initial=0) < 1e-6:
            used = times != 0
            return ByLines(tuple(block.lines[used].tolist()), tuple(times[used].tolist()), found.low, found.high)
    return None


def lines_needed(
    system: System, found: BoundPropagation, block: Block, cell: int, bound: int, *, upwards: bool
) -> ByWholeNumbers:
    """Which lines of a block bound a cell when only whole numbers count, without those that are not needed."""
    index, lines = int(np.flatnonzero(block.cells == cell)[0]), block.lines

    def are_enough(lines: Numbers) -> bool:
        return _bound_without(system, found, Block(block.cells, lines), index, upwards=upwards) == bound

    if len(lines) <= MOST_LINES_TRIED:
        lines = needed_of(lines, are_enough)
    return whole_numbers_of(system, block, lines)


def needed_of(
    lines: Numbers, are_enough: Callable[[Numbers], bool], before: Numbers = NO_LINES, after: Numbers = NO_LINES
) -> Numbers:
    """Those of some lines that are needed: the same as if one after another were left out where the others are enough.

    Most are left out together, for few are needed.

    Args:
        lines: the lines.
        are_enough: whether some of all lines are enough; more of them are, too.
        before, after: lines that stay, around these.

    Examples:
        >>> needed_of(np.arange(8), lambda lines: 2 in lines and (5 in lines or 6 in lines)).tolist()
        [2, 6]
    """
    if are_enough(np.concatenate([before, after])):
        return NO_LINES
    if len(lines) <= 1:
        return lines
    first, second = np.array_split(lines, 2)
    first = needed_of(first, are_enough, before, np.concatenate([second, after]))
    return np.concatenate([first, needed_of(second, are_enough, np.concatenate([before, first]), after)])


def _bound_without(system: System, found: BoundPropagation, block: Block, index: int, *, upwards: bool) -> int | None:
    """The bound of a cell of a block, some of whose lines are left out; None where the search would take too long."""
    equations = equations_of(system, block, found.low, found.high)
    try:
        return FeasibleTables(equations, MOST_EFFORT).bound(index, upwards=upwards)
    except ArithmeticError:
        return None


def whole_numbers_of(system: System, block: Block, lines: Numbers) -> ByWholeNumbers:
    """Some lines of a block, and what else its whole numbers must fit."""
    inside = set(block.cells.tolist())
    people = tuple(sorted(cell for cell, others in system.people.told.items() if others & inside))
    return ByWholeNumbers(tuple(lines.tolist()), tuple(sorted(system.percentages.parts & inside)), people)
