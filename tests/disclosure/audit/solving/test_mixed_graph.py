import numpy as np
import pytest

from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.mixed_graph import bridges, exact_edges
from disclosure.audit.solving.network import network_of
from tests.disclosure.audit.small_releases import square_system


def is_connected(one: np.ndarray, other: np.ndarray, nodes: int) -> int:
    """The number of parts of a graph, found by painting."""
    paint = np.arange(nodes)
    for _ in range(nodes):
        for a, b in zip(one, other, strict=True):
            paint[a] = paint[b] = min(paint[a], paint[b])
    return len(set(paint))


@pytest.mark.parametrize("seed", range(20))
def test_a_bridge_is_an_edge_whose_loss_makes_one_more_part(seed: int) -> None:
    rng = np.random.default_rng(seed)
    one, other = rng.integers(0, 9, size=(2, 10))
    parts = is_connected(one, other, 9)
    loses = [is_connected(np.delete(one, edge), np.delete(other, edge), 9) > parts for edge in range(10)]
    assert bridges(one, other, 9).tolist() == loses


def test_no_cell_of_the_square_is_exact_from_whatever_filling() -> None:
    system = square_system()
    network = network_of(system, system.low, system.high)[0]
    feasible_table = FeasibleTable(network)
    for counts in ([1, 3, 4, 3], [2, 2, 3, 4]):
        feasible_table.count = np.array(counts)
        assert not feasible_table.missing().any()
        assert not exact_edges(feasible_table).any()
