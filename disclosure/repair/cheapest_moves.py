"""The cheapest way to make one hidden count movable: which further cells must move with it?

In a two-way table that is a cheapest path through the mixed graph (Dijkstra); elsewhere a small integer program. A
cell that is hidden already moves for nothing, any other for the price of hiding it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

import numpy as np

from disclosure.audit.reading.cells import Numbers
from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving.network import Flags, Network, network_of
from disclosure.repair.integer_moves import IntegerMoves
from disclosure.repair.protection import ProtectionLevels
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem

ALMOST_NOTHING: Final = 1e-6
"""The price of a cell that is hidden already: of two free ways, the shorter one is taken."""

MANY_WAYS: Final = 8
"""Of so many ways to protect a cell all are compared."""


class Moves(Protocol):
    """Finds the cells that move with a cell.

    Attributes:
        free_first: whether it is quicker to ask first if hidden cells are enough.
        step_by_step: whether a count that can move so far can move less far as well, by each number.
    """

    free_first: bool
    step_by_step: bool

    def move(self, cell: int, amount: int, hidden: Flags, *, free: bool, just: bool = False) -> Numbers | None:
        """The cells that must be hidden so that a count can go up (or down, below 0) by some amount, or more.

        Args:
            cell: the place of the cell.
            amount: how far it shall move, in people; not 0.
            hidden: the cells that are hidden already; shape (cells,).
            free: use these cells only.
            just: by this amount, and not by more.

        Returns:
            The places of the cells that move, itself included; None if there is no way.
        """


def moves_for(problem: SuppressionProblem, view: AttackerSubproblem, *, quick: bool = False) -> Moves:
    """Paths if the table is a network in this attacker's eyes, else integer programs; both if only gaps forbid paths.

    Args:
        problem: what may be hidden, and at what price.
        view: the table in the eyes of one attacker.
        quick: be content with ways that may not be the cheapest, where that saves integer programs.
    """
    network, left = network_of(view.system, view.system.low, view.system.high)
    if not left.any():
        return NetworkMoves(problem, view, network)
    exact = IntegerMoves(problem, view)
    one_sided = without_crossing(view)
    network, left = network_of(one_sided.system, one_sided.system.low, one_sided.system.high)
    if left.any():
        return exact
    return TwoSpeedMoves(NetworkMoves(problem, one_sided, network), exact, quick=quick)


def without_crossing(view: AttackerSubproblem) -> AttackerSubproblem:
    """The table with fewer feasible tables: each count stays on its side of its gaps. Other choices stay as they are.

    What moves here moves in the table as well.

    Args:
        view: the table in the eyes of one attacker.
    """
    low, high = view.system.low.copy(), view.system.high.copy()
    for cell, gaps in view.system.gaps.items():
        for first, last in gaps:
            if view.count[cell] > last:
                low[cell] = max(low[cell], last + 1)
            else:
                high[cell] = min(high[cell], first - 1)
    crossing = [disjunction_of_gap(cell, gap) for cell, gaps in view.system.gaps.items() for gap in gaps]
    others = tuple(each for each in view.system.disjunctions if each not in crossing)
    return replace(view, system=replace(view.system, low=low, high=high, disjunctions=others))


def cheapest(
    moves: Moves, cell: int, need: ProtectionLevels, hidden: Flags, cost: Numbers, *, free: bool = False
) -> Numbers | None:
    """The cells that must be hidden so that one cell is protected: the cheapest of the ways that are just enough.

    Args:
        moves: how moves are found.
        cell: the place of the primary cell.
        need: how far it must be able to move.
        hidden: the cells that are hidden already; shape (cells,).
        cost: the price of hiding each cell; shape (cells,).
        free: use the hidden cells only.

    Returns:
        The places of all cells that move; None if there is no way. Where there are many ways, some are compared.
    """
    best, least, one_by_one = None, np.inf, need.every and not moves.step_by_step
    for up, down in _ways(moves, cell, need, hidden, free=free):
        amounts = (up, -down, *(range(1 - down, up) if one_by_one else ()))
        cells = _all(moves, cell, amounts, hidden, free=free, just=one_by_one)
        if cells is not None and (price := cost[cells[~hidden[cells]]].sum()) < least:
            best, least = cells, price
        if least == 0:
            break
    return best


def _ways(moves: Moves, cell: int, need: ProtectionLevels, hidden: Flags, *, free: bool) -> Iterable[tuple[int, int]]:
    """All moves up and down that are just enough; of many, some that can be had, if any can.

    A count that can move far can move less far: so the farthest moves are found by halves (bisection).
    """
    if need.most_up - need.upper <= MANY_WAYS:
        return need.ways()

    def farthest(least: int, most: int, sign: int) -> int:
        """The largest move of the cell between two numbers; one less than the smallest if there is none."""
        return (
            least
            - 1
            + bisect_left(
                range(least, most + 1),
                True,
                key=lambda amount: moves.move(cell, sign * amount, hidden, free=free) is None,
            )
        )

    high = farthest(max(need.upper, 1), need.most_up, 1)
    low = need.sliding - farthest(max(need.lower, 1), min(need.sliding - need.upper, need.room_down), -1)
    first = max(low, need.upper)
    some = np.unique(np.linspace(first, high, MANY_WAYS).astype(int)).tolist() if first <= high else []
    return ((up, need.down_with(up)) for up in some)


def _all(moves: Moves, cell: int, amounts: Sequence[int], hidden: Flags, *, free: bool, just: bool) -> Numbers | None:
    """The cells that must be hidden for some moves of one cell, one after the other; just so far where all count."""
    used = np.array([cell])
    for amount in filter(None, amounts):
        found = moves.move(cell, amount, hidden, free=free, just=just)
        if found is None:
            return None
        used = np.union1d(used, found)
        hidden = hidden.copy()
        hidden[found] = True
    return used


class NetworkMoves:
    """Moves in a table that is a network: a count moves if a flow goes round through its cell.

    Args:
        problem: what may be hidden, and at what price.
        view: the table in the eyes of one attacker.
        network: all cells that may be hidden, as edges.
    """

    free_first = step_by_step = True

    def __init__(self, problem: SuppressionProblem, view: AttackerSubproblem, network: Network) -> None:
        """Lay the arcs out once."""
        self.network, self.tied = network, np.zeros(len(view.count), dtype=bool)
        self.tied[view.system.lines.cell] = True
        self.cost = problem.cost[network.cell].astype(float)
        self.more, self.less = view.room_up[network.cell], view.room_down[network.cell]
        self.edge = np.full(len(view.count), -1)
        self.edge[network.cell] = np.arange(len(network.cell))
        self.every = _Arcs(network, np.arange(len(network.cell)))

    def move(self, cell: int, amount: int, hidden: Flags, *, free: bool, just: bool = False) -> Numbers | None:
        """Push one unit after another round through the cell, each on the cheapest path."""
        if not self.tied[cell]:
            return np.array([cell])
        own = self.edge[cell]
        if own < 0 or abs(amount) > (self.more if amount > 0 else self.less)[own]:
            return None
        is_hidden = hidden[self.network.cell]
        arcs = _Arcs(self.network, np.flatnonzero(is_hidden)) if free else self.every
        price = np.where(is_hidden, ALMOST_NOTHING, self.cost)[arcs.edges]
        start, end = self.network.head[own], self.network.tail[own]
        start, end = (start, end) if amount > 0 else (end, start)
        more, less = self.more[arcs.edges].copy(), self.less[arcs.edges].copy()
        more[arcs.edges == own] = less[arcs.edges == own] = 0
        left, used = abs(amount), np.zeros(len(price), dtype=bool)
        while left:
            path = arcs.shortest(start, end, np.where(more > 0, price, np.inf), np.where(less > 0, price, np.inf))
            if path is None:
                return None
            rising, falling = path
            sent = int(min([left, *more[rising], *less[falling]]))
            more[rising], less[rising] = more[rising] - sent, less[rising] + sent
            more[falling], less[falling] = more[falling] + sent, less[falling] - sent
            used[rising] = used[falling] = True
            price[used], left = ALMOST_NOTHING, left - sent
        return np.append(self.network.cell[arcs.edges[used]], cell)


class _Arcs:
    """Some edges of a network, each in both directions, laid out for a shortest path."""

    def __init__(self, network: Network, edges: Numbers) -> None:
        self.edges, self.nodes = edges, len(network.supply)
        tail, head = network.tail[edges], network.head[edges]
        keys = np.concatenate([tail * self.nodes + head, head * self.nodes + tail])
        self.order = np.argsort(keys, kind="stable")
        self.keys, self.starts = np.unique(keys[self.order], return_index=True)
        self.indices = self.keys % self.nodes
        self.indptr = np.searchsorted(self.keys // self.nodes, np.arange(self.nodes + 1))

    def shortest(self, start: int, end: int, up: Any, down: Any) -> tuple[Numbers, Numbers] | None:
        """The edges that go up and those that go down on the cheapest path, given the price of each direction."""
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import dijkstra

        if not len(self.keys):
            return None
        prices = np.concatenate([up, down])[self.order]
        graph = csr_array((np.minimum.reduceat(prices, self.starts), self.indices, self.indptr), (self.nodes,) * 2)
        far, before = dijkstra(graph, indices=start, return_predecessors=True)
        if not np.isfinite(far[end]):
            return None
        steps, at = [], end
        while at != start:
            steps.append(self._arc(before[at], at, prices))
            at = before[at]
        arcs = np.array(steps)
        return arcs[arcs < len(up)], arcs[arcs >= len(up)] - len(up)

    def _arc(self, here: int, there: int, prices: Any) -> int:
        """The cheapest of the arcs from one node to another: its number, those that go down after those that go up."""
        group = int(np.searchsorted(self.keys, int(here) * self.nodes + int(there)))
        stop = self.starts[group + 1] if group + 1 < len(self.starts) else len(prices)
        return int(self.order[self.starts[group] + np.argmin(prices[self.starts[group] : stop])])


class TwoSpeedMoves:
    """Moves in a table that would be a network, were it not for gaps: a covering cell is 0 or large.

    A way on which no count crosses its gap is found on a path. Where there is none, or a cheaper one is wanted, the
    integer program looks at all ways.

    Args:
        network: ways that cross no gap.
        integer: all ways.
        quick: be content with a way that crosses no gap, even if another is cheaper.
    """

    free_first, step_by_step = True, False

    def __init__(self, network: NetworkMoves, integer: IntegerMoves, *, quick: bool) -> None:
        """Keep both."""
        self.network, self.integer, self.quick = network, integer, quick

    def move(self, cell: int, amount: int, hidden: Flags, *, free: bool, just: bool = False) -> Numbers | None:
        """A path if that is enough, else the integer program."""
        found = self.network.move(cell, amount, hidden, free=free) if free or self.quick else None
        return self.integer.move(cell, amount, hidden, free=free, just=just) if found is None else found
