"""Why a cell cannot be smaller or larger: which lines, put together, say so."""

from dataclasses import dataclass

import numpy as np

from lessons.audit.cells import Numbers
from lessons.audit.filling import Filling
from lessons.audit.narrowing import Narrowing
from lessons.audit.network import hanging_together
from lessons.audit.ranges import push_round
from lessons.audit.system import System


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
    """No whole numbers fit these lines beyond the bound, although fractions would."""

    lines: tuple[int, ...]


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

    def bound(self, reason: ByLines, *, upwards: bool) -> int:
        """The bound on the cell that follows."""
        fewest, most = (reason.low, reason.high) if upwards else (reason.high, reason.low)
        left = self.fixed - sum(n * int(fewest[c]) for c, n in self.less.items())
        left += sum(n * int(most[c]) for c, n in self.more.items())
        return left // self.times if upwards else -(-left // self.times)


def remainder(system: System, reason: ByLines, cell: int) -> Remainder:
    """Put lines together and see what remains beside one cell; all that appears on both sides cancels out."""
    times = dict(zip(reason.lines, reason.times, strict=True))
    used = np.isin(system.lines.line, reason.lines)
    weight = np.zeros(len(system.low), dtype=np.int64)
    per_entry = np.array([times[line] for line in system.lines.line[used]], dtype=np.int64)
    np.add.at(weight, system.lines.cell[used], per_entry * system.lines.sign[used])
    weight *= 1 if weight[cell] > 0 else -1
    known = reason.low == reason.high
    known[cell] = False
    fixed = -int((weight * reason.low)[known].sum())
    rest = [int(c) for c in np.flatnonzero((weight != 0) & ~known) if c != cell]
    less = {c: int(weight[c]) for c in rest if weight[c] > 0}
    more = {c: -int(weight[c]) for c in rest if weight[c] < 0}
    return Remainder(fixed, less, more, int(weight[cell]))


def reason_by_narrowing(system: System, found: Narrowing, cell: int, *, upwards: bool) -> Reason:
    """Which single line gave the bound, with the bounds of the others as they were then."""
    line = (found.high_line if upwards else found.low_line)[cell]
    if line < 0:
        return ByRule()
    low, high = found.history[(found.high_round if upwards else found.low_round)[cell]]
    return ByLines((int(line),), (1,), low, high)


def reason_by_cut(filling: Filling, found: Narrowing, edge: int, *, upwards: bool) -> ByLines:
    """Which lines together block a cell of a network: those that a flow round through it can still reach.

    All cells on the border of these lines stand at their bound, so the sum of the lines is the proof (the minimum cut
    of Ford & Fulkerson 1956).
    """
    network = filling.network
    itself = np.zeros(len(network.cell), dtype=bool)
    itself[edge] = True
    push_round(filling, edge, itself, upwards=upwards)
    start = (network.head if upwards else network.tail)[edge]
    reached = filling.reached_from(int(start), itself)
    if reached[-1]:
        reached = ~reached
    within = reached[network.tail] & reached[network.head]
    part = hanging_together(network.tail[within], network.head[within], len(reached))
    end = network.tail[edge] if reached[network.tail[edge]] else network.head[edge]
    lines = np.flatnonzero(reached & (part == part[end]))
    return ByLines(tuple(lines.tolist()), tuple(network.side[lines].tolist()), found.low, found.high)
