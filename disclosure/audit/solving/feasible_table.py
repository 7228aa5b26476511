"""Whole numbers that fit, found by maximum flow and changed by further flows: a feasible table."""

from copy import copy
from typing import Any, Final

import numpy as np

from disclosure.audit.reading.cells import Numbers
from disclosure.audit.solving.network import Flags, Network
from disclosure.audit.solving.time_limit import keep_to_the_limit

FLOW_BITS: Final = 30
LARGEST_FLOW: Final = 2**FLOW_BITS - 1
"""SciPy counts in 32 bits what an edge may still carry: its own room, and what the opposite edge gives back."""

SMALLER: Final = 20
"""By so many bits each unit of a flow is smaller than the one before: what rounding left over fits into the next."""


class FeasibleTable:
    """Counts for all hidden cells of a network that fit every line; pushing a flow gives another feasible table.

    Args:
        network: the hidden cells as edges.

    Attributes:
        count: the count of each edge at present, in people; shape (edges,).
        fits: whether all lines add up; if not, no whole numbers fit.
    """

    def __init__(self, network: Network) -> None:
        """Find a first feasible table by maximum flow."""
        self.network = network
        self.count = network.low.copy()
        self._pattern = _Pattern(network)
        self.fits = self.restore_balance()

    def copy(self) -> "FeasibleTable":
        """The same counts, to be changed while these stay."""
        other = copy(self)
        other.count = self.count.copy()
        return other

    def restore_balance(self, frozen: Flags | None = None) -> bool:
        """Send what is missing on some lines from where there is too much; tell whether all lines add up then.

        Args:
            frozen: the cells that must stay as they are; shape (edges,).
        """
        missing = self.missing()
        sent = self.augment(np.maximum(missing, 0), np.maximum(-missing, 0), frozen)
        return sent == np.maximum(missing, 0).sum() == np.maximum(-missing, 0).sum()

    def missing(self) -> Numbers:
        """By how much the cells of each line fall short of what it must hold; shape (nodes,)."""
        sums = self.network.supply.copy()
        np.subtract.at(sums, self.network.tail, self.count)
        np.add.at(sums, self.network.head, self.count)
        return sums

    def augment(self, into: Numbers, out_of: Numbers, frozen: Flags | None = None) -> int:
        """Send as much as possible through the cells, from some nodes to others; the counts change accordingly.

        Amounts too large for one flow go in several: first in large units, what is left in smaller ones (capacity
        scaling). What a node cannot send once in units of 1, it can never
        send: whatever is sent from other nodes does not come by where it could go.

        Args:
            into: what is offered to each node; shape (nodes,).
            out_of: what each node may pass on; shape (nodes,).
            frozen: the cells that must stay as they are; shape (edges,).

        Returns:
            How much went through.
        """
        into, out_of, before = into.copy(), out_of.copy(), int(into.sum())
        for bits in range(min(before, int(out_of.sum())).bit_length() - FLOW_BITS, 0, -SMALLER):
            entered, left = self._sent(into >> bits, out_of >> bits, frozen, bits)
            into, out_of = into - entered, out_of - left
        stuck = 0
        while into.any() and out_of.any():
            offered = np.clip(LARGEST_FLOW - (np.cumsum(into) - into), 0, into)
            entered, left = self._sent(offered, out_of, frozen)
            into, out_of = into - entered, out_of - left
            held_back = entered < offered
            stuck, into = stuck + int(into[held_back].sum()), np.where(held_back, 0, into)
        return before - stuck - int(into.sum())

    def _sent(self, into: Numbers, out_of: Numbers, frozen: Flags | None, bits: int = 0) -> tuple[Numbers, Numbers]:
        """Send one flow in units of 2**bits; what enters each node, and what leaves it, in people.

        Raises:
            OutOfTimeError: the time is over.
        """
        keep_to_the_limit()
        more, less = (self.network.high - self.count) >> bits, (self.count - self.network.low) >> bits
        if frozen is not None:
            more, less = np.where(frozen, 0, more), np.where(frozen, 0, less)
        moved, entered, left = self._pattern.maximum_flow(more, less, into, out_of)
        self.count += moved << bits
        return entered << bits, left << bits

    def reached_from(self, start: int, frozen: Flags) -> Flags:
        """The nodes to which one more could still be sent from a node; shape (nodes,)."""
        from scipy.sparse.csgraph import breadth_first_order

        open_up, open_down = self.count < self.network.high, self.count > self.network.low
        graph = self._pattern.graph(np.where(frozen, 0, open_up), np.where(frozen, 0, open_down))
        graph = graph.copy()
        graph.eliminate_zeros()
        reached = np.zeros(len(self.network.supply) + 2, dtype=bool)
        reached[breadth_first_order(graph, start, return_predecessors=False)] = True
        return reached[:-2]


class _Pattern:
    """Where each cell's two directions stand in one sparse matrix whose shape never changes."""

    def __init__(self, network: Network) -> None:
        from scipy.sparse import csr_array

        nodes = len(network.supply)
        self.size, self.edges = nodes + 2, len(network.cell)
        every, source, sink = np.arange(nodes), np.full(nodes, nodes), np.full(nodes, nodes + 1)
        rows = np.concatenate([network.tail, network.head, source, every, every, sink])
        columns = np.concatenate([network.head, network.tail, every, sink, source, every])
        shape = (self.size, self.size)
        pattern = csr_array((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=shape)
        pattern.sum_duplicates()
        self.indices, self.indptr = pattern.indices, pattern.indptr
        keys = np.repeat(np.arange(self.size), np.diff(self.indptr)) * self.size + self.indices
        self.place = np.searchsorted(keys, rows * self.size + columns)
        self.order = np.argsort(self.place[: 2 * self.edges], kind="stable")
        first = np.diff(self.place[self.order], prepend=-1) != 0
        self.group_start = np.maximum.accumulate(np.where(first, np.arange(len(first)), 0))

    def graph(self, more: Numbers, less: Numbers, into: Numbers | None = None, out_of: Numbers | None = None) -> Any:
        """The matrix of what each direction may still carry, source and sink last."""
        from scipy.sparse import csr_array

        nodes = self.size - 2
        none = np.zeros(nodes, dtype=np.int64)
        into, out_of = (none if given is None else given for given in (into, out_of))
        carried = np.concatenate([more, less, into, out_of, none, none])
        room = np.minimum(np.bincount(self.place, carried, len(self.indices)), LARGEST_FLOW).astype(np.int32)
        return csr_array((room, self.indices, self.indptr), shape=(self.size, self.size))

    def maximum_flow(
        self, more: Numbers, less: Numbers, into: Numbers, out_of: Numbers
    ) -> tuple[Numbers, Numbers, Numbers]:
        """The largest flow: by how much each cell changes, what enters each node, and what leaves it."""
        from scipy.sparse.csgraph import maximum_flow

        graph = self.graph(more, less, into, out_of)
        result = maximum_flow(graph, self.size - 2, self.size - 1)
        net = np.maximum(result.flow.data, 0).astype(np.int64)
        room = np.concatenate([more, less])[self.order]
        before = np.cumsum(room) - room
        before -= before[self.group_start] if len(before) else before
        moved = np.empty(2 * self.edges, dtype=np.int64)
        moved[self.order] = np.clip(net[self.place[self.order]] - before, 0, room)
        entered, left = np.split(net[self.place[2 * self.edges :]][: 2 * (self.size - 2)], 2)
        return moved[: self.edges] - moved[self.edges :], entered, left
