"""All exact cells of a network at once, from any one feasible table.

Draw each hidden cell as an edge between its two lines: in both directions if its count is strictly inside its bounds,
in one direction if it stands at a bound. A cell is exact if its ends lie in different strongly connected components,
or if it is a bridge inside one: in both cases no flow can go round through it. Gusfield (1988, SIAM J. Comput. 17(3))
gives the graph view; cells at a bound need the directions as well.
"""

import numpy as np

from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.network import Flags, Places


def exact_edges(feasible_table: FeasibleTable) -> Flags:
    """True for each cell that has the same count in every feasible table; shape (edges,).

    Examples:
        >>> from disclosure.audit.solving.network import Network
        >>> two = np.array([2, 2])
        >>> one_line = Network(np.arange(2), tail=np.zeros(2, int), head=np.ones(2, int), low=0 * two, high=two,
        ...                    supply=np.array([3, -3]), reach=9, side=np.ones(1))    # ? + ? = 3, each 0 to 2
        >>> exact_edges(FeasibleTable(one_line))
        array([False, False])
        >>> one_line.supply[:] = 4, -4                               # ? + ? = 4
        >>> exact_edges(FeasibleTable(one_line))
        array([ True,  True])
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    network, nodes = feasible_table.network, len(feasible_table.network.supply)
    up, down = feasible_table.count < network.high, feasible_table.count > network.low
    tails = np.concatenate([network.tail[up], network.head[down]])
    heads = np.concatenate([network.head[up], network.tail[down]])
    graph = csr_array((np.ones(len(tails)), (tails, heads)), shape=(nodes, nodes))
    _, component = connected_components(graph, directed=True, connection="strong")
    between = component[network.tail] != component[network.head]
    exact = between.copy()
    inside = np.flatnonzero(~between)
    exact[inside[bridges(network.tail[inside], network.head[inside], nodes)]] = True
    return exact


def bridges(one: Places, other: Places, nodes: int) -> Flags:
    """True for each edge of an undirected graph whose loss would cut the graph in two; shape (edges,).

    Every edge outside a spanning tree goes round with the tree's path between its ends: the tree's edges that lie on
    no such path are the bridges. Edges side by side are never bridges.

    Args:
        one, other: the two ends of each edge, as numbers of nodes; shape (edges,).
        nodes: how many nodes there are.

    Examples:
        >>> bridges(np.array([0, 1, 2, 2]), np.array([1, 2, 0, 3]), nodes=4)    # a triangle and a tail
        array([False, False, False,  True])
    """
    parent, depth = _spanning_tree(one, other, nodes)
    tree_edge = np.full(nodes, -1)
    for a, b in ((one, other), (other, one)):
        of_tree = np.flatnonzero(parent[a] == b)
        tree_edge[a[of_tree]] = of_tree
    is_bridge = np.zeros(len(one), dtype=bool)
    is_bridge[tree_edge[tree_edge >= 0]] = True
    rest = ~is_bridge & (one != other)
    a, b = one[rest], other[rest]
    while len(a):
        a, b = np.where(depth[a] >= depth[b], a, b), np.where(depth[a] >= depth[b], b, a)
        is_bridge[tree_edge[a]] = False
        a, b = np.divmod(np.unique(parent[a] * (nodes + 1) + b), nodes + 1)
        a, b = a[a != b], b[a != b]
    return is_bridge


def _spanning_tree(one: Places, other: Places, nodes: int) -> tuple[Places, Places]:
    """The parent and depth of each node in trees that span the graph, all hung on one extra root."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order, connected_components

    size = nodes + 1
    graph = csr_array((np.ones(len(one)), (one, other)), shape=(size, size))
    _, part = connected_components(graph, directed=False)
    first_of_part = np.unique(part[:nodes], return_index=True)[1]
    rows, columns = np.append(one, np.full(len(first_of_part), nodes)), np.append(other, first_of_part)
    graph = csr_array((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    order, parent = breadth_first_order(graph, nodes, directed=False)
    depth = np.zeros(size, dtype=np.int64)
    for node in order[1:]:
        depth[node] = depth[parent[node]] + 1
    return parent.astype(np.int64), depth
