"""Narrowing line by line: the bounds that a reader can follow, one total at a time.

What this finds is right but not all there is: `disclosure.audit.solving.network` and
`disclosure.audit.solving.integer` find the rest.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Gaps, Numbers
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.system import System
from disclosure.audit.wording import contradiction

MOST_ROUNDS = 100
"""Rounds after which narrowing stops even if bounds still move by small steps: the solvers go on from there."""


TOO_LARGE = "the table has hidden counts of 2**52 and more: count in a larger unit, such as thousands."


@dataclass
class BoundPropagation:
    """Bounds after some rounds, and which line gave each of them.

    Args:
        low, high: the counts still possible; shape (cells,).
        low_line, high_line: the line that gave the bound, -1 where it is the attacker's from the start.
        low_round, high_round: the round in which the line gave it.
        history: the bounds before each round.
    """

    low: Numbers
    high: Numbers
    low_line: Numbers
    high_line: Numbers
    low_round: Numbers
    high_round: Numbers
    history: list[tuple[Numbers, Numbers]] = field(default_factory=list)


def propagate_bounds(system: System) -> BoundPropagation:
    """Use every line on every cell, again and again, until nothing moves.

    Raises:
        ContradictionError: some line cannot add up.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.audit.attackers import Outsider
        >>> from disclosure.audit.reading.as_printed import system_of
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> system = system_of(Suppress(threshold=3)(count_table(people, by=("film", "region"))), Outsider())
        >>> found = propagate_bounds(system)
        >>> [(system.names(cell), int(found.low[cell])) for cell in range(9) if system.low[cell] < system.high[cell]]
        [(('total', 'north'), 2), (('A', 'north'), 2), (('A', 'south'), 1)]
    """
    nowhere, never = np.full(len(system.low), -1), np.zeros(len(system.low), dtype=np.int64)
    low, high = _over_gaps(system.low, system.high, system.gaps)
    found = BoundPropagation(low, high, nowhere, nowhere.copy(), never, never.copy())
    for round_number in range(MOST_ROUNDS):
        found.history.append((found.low.copy(), found.high.copy()))
        if not _one_round(system, found, round_number):
            break
    return found


def _one_round(system: System, found: BoundPropagation, round_number: int) -> bool:
    """Use every line once on the bounds of the round before; tell whether a bound moved."""
    least, most = _what_lines_leave(system, found)
    moved = False
    for name, offered, better in (("low", least, np.greater), ("high", most, np.less)):
        bound = getattr(found, name)
        entries = np.flatnonzero(better(offered, bound[system.lines.cell]))
        order = entries[np.argsort(offered[entries] if name == "high" else -offered[entries], kind="stable")]
        cells, first = np.unique(system.lines.cell[order], return_index=True)
        bound[cells] = offered[order[first]]
        getattr(found, f"{name}_line")[cells] = system.lines.line[order[first]]
        getattr(found, f"{name}_round")[cells] = round_number
        moved = moved or len(cells) > 0
    found.low, found.high = _over_gaps(found.low, found.high, system.gaps)
    if (found.low >= NO_LIMIT).any():
        raise ValueError(TOO_LARGE)
    _refuse_impossible(system, found)
    return moved


def _what_lines_leave(system: System, found: BoundPropagation) -> tuple[Numbers, Numbers]:
    """For each entry, what the other cells of its line leave for its cell: at least, at most; shape (entries,)."""
    lines, sign = system.lines, system.lines.sign
    low, high = found.low[lines.cell], found.high[lines.cell]
    smallest = np.where(sign > 0, low, -high)
    largest = np.where(sign > 0, high, -low)
    others_smallest, bounded_below = _others(system, smallest, smallest <= -NO_LIMIT)
    others_largest, bounded_above = _others(system, largest, largest >= NO_LIMIT)
    least = np.where(sign > 0, -others_largest, others_smallest)
    most = np.where(sign > 0, -others_smallest, others_largest)
    least_is_known = np.where(sign > 0, bounded_above, bounded_below)
    most_is_known = np.where(sign > 0, bounded_below, bounded_above)
    return np.where(least_is_known, least, -NO_LIMIT), np.where(most_is_known, most, NO_LIMIT)


def _others(system: System, ends: Numbers, endless: NDArray[np.bool_]) -> tuple[Numbers, NDArray[np.bool_]]:
    """The sum of one end over all other cells of the line, and whether each of them has that end."""
    line, lines = system.lines.line, len(system.lines.dimension)
    ends = np.where(endless, 0, ends)
    sums, without_end = np.zeros(lines, dtype=np.int64), np.zeros(lines, dtype=np.int64)
    np.add.at(sums, line, ends)
    np.add.at(without_end, line, endless)
    return sums[line] - ends, without_end[line] == endless


def _over_gaps(low: Numbers, high: Numbers, gaps: Gaps) -> tuple[Numbers, Numbers]:
    """Move bounds that lie in a gap to the next possible count."""
    low, high = low.copy(), high.copy()
    for cell, its_gaps in gaps.items():
        for first, last in sorted(its_gaps):
            low[cell] = last + 1 if first <= low[cell] <= last else low[cell]
        for first, last in sorted(its_gaps, reverse=True):
            high[cell] = first - 1 if first <= high[cell] <= last else high[cell]
    return low, high


def _refuse_impossible(system: System, found: BoundPropagation) -> None:
    """Name a line that cannot add up; none, where what was known of a cell before any line leaves no number."""
    impossible = np.flatnonzero(found.low > found.high)
    if len(impossible):
        cell = impossible[0]
        sides = (found.low_round[cell], found.low_line[cell]), (found.high_round[cell], found.high_line[cell])
        moved = [side for side in sides if side[1] >= 0]
        raise ContradictionError(contradiction(system, [int(max(moved)[1])] if moved else []))
