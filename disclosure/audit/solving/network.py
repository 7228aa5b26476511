"""Two-way tables as networks: each hidden cell is an edge between its two lines.

A feasible table, any whole numbers that fit, is a flow. A cell can change only if some flow can go round through it, so
the graph of what may still go up or down shows all exact cells at once (Gusfield 1988, SIAM J. Comput. 17(3), for the
graph; the test below also takes in cells that stand at a bound).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.system import System

Flags = NDArray[np.bool_]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Network:
    """Hidden cells as edges between lines.

    Args:
        cell: which cell each edge is; shape (edges,).
        tail, head: the nodes of each edge: the places of two lines; the last node stands outside the table.
        low, high: the counts each cell can have; shape (edges,).
        supply: what must leave each node less what must enter it; shape (nodes,).
        side: on which side each line stands, 1 or -1; shape (nodes - 1,).
        reach: more than any count can change that is limited at all. A cell without a limit is given twice as much.
    """

    cell: Numbers
    tail: Numbers
    head: Numbers
    low: Numbers
    high: Numbers
    supply: Numbers
    reach: int
    side: Numbers


def network_of(system: System, low: Numbers, high: Numbers) -> tuple[Network, Flags]:
    """Draw as a network all hidden cells that form one; the others belong to `disclosure.audit.solving.integer`.

    A block of cells is a network if each lies in two lines at most, leaving one and entering the other.

    Args:
        system: the release as the attacker reads it.
        low, high: the counts that are possible as far as found; shape (cells,).

    Returns:
        The network, and which cells are left over: hidden, in some line or in a condition with other cells, and not in
        the network; shape (cells,).
    """
    lines, n_lines = system.lines, len(system.lines.dimension)
    tied = (low < high)[lines.cell]
    line, cell, sign = lines.line[tied], lines.cell[tied], lines.sign[tied]
    side, two_sided = _sides(line, cell, sign, n_lines)
    block = component_of_nodes(line, n_lines + cell, n_lines + len(low))
    of_line, of_cell = block[:n_lines], block[n_lines:]
    hidden = np.isin(np.arange(len(low)), cell)
    unfit_cell = (np.bincount(cell, minlength=len(low)) > 2) | _has_choice(system)
    unfit = np.union1d(of_cell[unfit_cell & hidden], of_line[~two_sided])
    ends = np.full((2, len(low)), n_lines)
    leaving = sign * side[line] > 0
    ends[0, cell[leaving]], ends[1, cell[~leaving]] = line[leaving], line[~leaving]
    known = np.zeros(n_lines, dtype=np.int64)
    np.add.at(known, lines.line[~tied], lines.sign[~tied] * low[lines.cell[~tied]])
    supply = np.where(np.isin(of_line, unfit), 0, -side * known)
    edges = np.flatnonzero(hidden & ~np.isin(of_cell, unfit))
    finite = high[edges] < NO_LIMIT
    reach = int(np.abs(supply).sum() + low[edges].sum() + (high - low)[edges][finite].sum() + 1)
    most = np.where(finite, high[edges], low[edges] + 2 * reach)
    ends = ends[:, edges]
    network = Network(edges, ends[0], ends[1], low[edges], most, np.append(supply, -supply.sum()), reach, side)
    left = (hidden | _has_choice(system, cells=2)) & (low < high)
    return network, left & ~np.isin(np.arange(len(low)), edges)


def _sides(line: Numbers, cell: Numbers, sign: Numbers, n_lines: int) -> tuple[Numbers, Flags]:
    """Put each line on one side (1 or -1) so that each cell leaves one line and enters another, where that works.

    Each line is drawn twice, as itself and as its mirror image. Where a line hangs together with its own mirror image
    there is no way to tell the sides apart.
    """
    order = np.argsort(cell, kind="stable")
    pairs = np.flatnonzero(np.diff(cell[order]) == 0)
    one, other = order[pairs], order[pairs + 1]
    across = np.where(sign[one] == sign[other], n_lines, 0)
    here = np.concatenate([line[one], line[one] + n_lines])
    there = np.concatenate([line[other] + across, line[other] + n_lines - across])
    part = component_of_nodes(here, there, 2 * n_lines)
    itself, mirrored = part[:n_lines], part[n_lines:]
    return np.where(itself <= mirrored, 1, -1), itself != mirrored


def component_of_nodes(here: Numbers, there: Numbers, nodes: int) -> Numbers:
    """Number the parts of a graph that hang together, given the two ends of each edge; shape (nodes,)."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    graph = csr_array((np.ones(len(here)), (here, there)), shape=(nodes, nodes))
    return connected_components(graph, directed=False)[1].astype(np.int64)


def _has_choice(system: System, cells: int = 1) -> Flags:
    """True for each cell under a condition, on so many cells or more, that no line states and no flow keeps."""
    chosen = np.zeros(len(system.low), dtype=bool)
    chosen[
        [cell for disjunction in system.disjunctions if len(disjunction.cells) >= cells for cell in disjunction.cells]
    ] = True
    return chosen
