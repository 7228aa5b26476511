"""The smallest and largest count of every hidden cell of a network, by flows."""

from typing import Final

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.network import Flags, Network

MOST_TOGETHER: Final = 12
"""How many rounds of moving many cells at once are tried before the rest is taken one by one."""


def ranges(network: Network, feasible_table: FeasibleTable, exact: Flags) -> tuple[Numbers, Numbers]:
    """Find the exact bounds of every cell; in a network they are whole and each is reached by some feasible table.

    Every flow gives a feasible table, which shows counts for all cells: cells whose bound has been seen are done.

    Args:
        network: the hidden cells as edges. Its ``low`` and ``high`` are right, but need not be reachable.
        feasible_table: any feasible table; it is changed.
        exact: the cells that are known to have one count only; shape (edges,).

    Returns:
        The smallest and the largest count of each cell, in people; shape (edges,).

    Examples:
        >>> from disclosure.audit.solving.mixed_graph import exact_edges
        >>> row, column = np.array([0, 0, 1, 1]), np.array([2, 3, 2, 3])
        >>> square = Network(np.arange(4), row, column, low=np.ones(4, int), high=np.full(4, 4),
        ...                  supply=np.array([3, 4, -3, -4, 0]), reach=30, side=np.ones(4))    # rows 3, 4; columns 3, 4
        >>> feasible_table = FeasibleTable(square)
        >>> ranges(square, feasible_table, exact_edges(feasible_table))
        (array([1, 1, 1, 2]), array([2, 2, 2, 3]))
    """
    seen = _Seen(feasible_table.count.copy(), feasible_table.count.copy())
    for upwards in (True, False):
        _move_together(network, feasible_table, exact, seen, upwards=upwards)
    for upwards in (True, False):
        _move_one_by_one(network, feasible_table, exact, seen, upwards=upwards)
    return seen.low, np.where(seen.high > network.low + network.reach, NO_LIMIT, seen.high)


class _Seen:
    """The smallest and largest count that any feasible table so far has shown for each cell."""

    def __init__(self, low: Numbers, high: Numbers) -> None:
        self.low, self.high = low, high

    def note(self, count: Numbers) -> None:
        """Take in one more feasible table."""
        self.low, self.high = np.minimum(self.low, count), np.maximum(self.high, count)

    def short_of(self, network: Network, exact: Flags, *, upwards: bool) -> Numbers:
        """The cells that have not yet been seen at their bound."""
        short = self.high < network.high if upwards else self.low > network.low
        return np.flatnonzero(short & ~exact)


def _move_together(
    network: Network, feasible_table: FeasibleTable, exact: Flags, seen: _Seen, *, upwards: bool
) -> None:
    """Put many cells at their bound at once, let the others make up for it, and take back what they cannot."""
    for _ in range(MOST_TOGETHER):
        cells = seen.short_of(network, exact, upwards=upwards)
        bound = network.high if upwards else network.low
        asked = np.zeros(len(bound), dtype=bool)
        asked[cells] = True
        feasible_table.count = np.where(asked, bound, feasible_table.count)
        feasible_table.restore_balance(asked)
        feasible_table.restore_balance()
        seen.note(feasible_table.count)
        if len(seen.short_of(network, exact, upwards=upwards)) > 0.9 * len(cells):
            return


def _move_one_by_one(
    network: Network, feasible_table: FeasibleTable, exact: Flags, seen: _Seen, *, upwards: bool
) -> None:
    """Move one cell as far as a flow goes round through it, then the next."""
    index = np.zeros(len(network.cell), dtype=bool)
    for cell in seen.short_of(network, exact, upwards=upwards):
        if (seen.high[cell] >= network.high[cell]) if upwards else (seen.low[cell] <= network.low[cell]):
            continue
        index[cell] = True
        augment_cycle(feasible_table, int(cell), index, upwards=upwards)
        index[cell] = False
        seen.note(feasible_table.count)


def augment_cycle(feasible_table: FeasibleTable, cell: int, itself: Flags, *, upwards: bool) -> None:
    """Take one cell as far up or down as the others allow."""
    network = feasible_table.network
    start, end = (network.head, network.tail) if upwards else (network.tail, network.head)
    room = (
        network.high[cell] - feasible_table.count[cell] if upwards else feasible_table.count[cell] - network.low[cell]
    )
    into = np.zeros(len(network.supply), dtype=np.int64)
    out_of = into.copy()
    into[start[cell]], out_of[end[cell]] = room, room
    sent = feasible_table.augment(into, out_of, itself)
    feasible_table.count[cell] += sent if upwards else -sent
