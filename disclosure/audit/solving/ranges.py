"""The smallest and largest count of every hidden cell of a network, by flows."""

from typing import Final

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.filling import Filling
from disclosure.audit.solving.network import Flags, Network

MOST_TOGETHER: Final = 12
"""How many rounds of moving many cells at once are tried before the rest is taken one by one."""


def ranges(network: Network, filling: Filling, exact: Flags) -> tuple[Numbers, Numbers]:
    """Find the exact bounds of every cell; in a network they are whole and each is reached by some filling.

    Every flow gives a filling, and a filling shows counts for all cells: cells whose bound has been seen are done.

    Args:
        network: the hidden cells as edges. Its ``low`` and ``high`` are right, but need not be reachable.
        filling: any filling; it is changed.
        exact: the cells that are known to have one count only; shape (edges,).

    Returns:
        The smallest and the largest count of each cell, in people; shape (edges,).

    Examples:
        >>> from disclosure.audit.solving.mixed_graph import exact_edges
        >>> row, column = np.array([0, 0, 1, 1]), np.array([2, 3, 2, 3])
        >>> square = Network(np.arange(4), row, column, low=np.ones(4, int), high=np.full(4, 4),
        ...                  supply=np.array([3, 4, -3, -4, 0]), reach=30, side=np.ones(4))    # rows 3, 4; columns 3, 4
        >>> filling = Filling(square)
        >>> ranges(square, filling, exact_edges(filling))
        (array([1, 1, 1, 2]), array([2, 2, 2, 3]))
    """
    seen = _Seen(filling.count.copy(), filling.count.copy())
    for upwards in (True, False):
        _move_together(network, filling, exact, seen, upwards=upwards)
    for upwards in (True, False):
        _move_one_by_one(network, filling, exact, seen, upwards=upwards)
    return seen.low, np.where(seen.high > network.low + network.reach, NO_LIMIT, seen.high)


class _Seen:
    """The smallest and largest count that any filling so far has shown for each cell."""

    def __init__(self, low: Numbers, high: Numbers) -> None:
        self.low, self.high = low, high

    def note(self, count: Numbers) -> None:
        """Take in one more filling."""
        self.low, self.high = np.minimum(self.low, count), np.maximum(self.high, count)

    def short_of(self, network: Network, exact: Flags, *, upwards: bool) -> Numbers:
        """The cells that have not yet been seen at their bound."""
        short = self.high < network.high if upwards else self.low > network.low
        return np.flatnonzero(short & ~exact)


def _move_together(network: Network, filling: Filling, exact: Flags, seen: _Seen, *, upwards: bool) -> None:
    """Put many cells at their bound at once, let the others make up for it, and take back what they cannot."""
    for _ in range(MOST_TOGETHER):
        cells = seen.short_of(network, exact, upwards=upwards)
        bound = network.high if upwards else network.low
        asked = np.zeros(len(bound), dtype=bool)
        asked[cells] = True
        filling.count = np.where(asked, bound, filling.count)
        filling.mend(asked)
        filling.mend()
        seen.note(filling.count)
        if len(seen.short_of(network, exact, upwards=upwards)) > 0.9 * len(cells):
            return


def _move_one_by_one(network: Network, filling: Filling, exact: Flags, seen: _Seen, *, upwards: bool) -> None:
    """Move one cell as far as a flow goes round through it, then the next."""
    place = np.zeros(len(network.cell), dtype=bool)
    for cell in seen.short_of(network, exact, upwards=upwards):
        if (seen.high[cell] >= network.high[cell]) if upwards else (seen.low[cell] <= network.low[cell]):
            continue
        place[cell] = True
        push_round(filling, int(cell), place, upwards=upwards)
        place[cell] = False
        seen.note(filling.count)


def push_round(filling: Filling, cell: int, itself: Flags, *, upwards: bool) -> None:
    """Take one cell as far up or down as the others allow."""
    network = filling.network
    start, end = (network.head, network.tail) if upwards else (network.tail, network.head)
    room = network.high[cell] - filling.count[cell] if upwards else filling.count[cell] - network.low[cell]
    into = np.zeros(len(network.supply), dtype=np.int64)
    out_of = into.copy()
    into[start[cell]], out_of[end[cell]] = room, room
    sent = filling.push(into, out_of, itself)
    filling.count[cell] += sent if upwards else -sent
