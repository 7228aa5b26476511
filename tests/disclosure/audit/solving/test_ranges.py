import numpy as np

from disclosure.audit.solving.filling import Filling
from disclosure.audit.solving.mixed_graph import exact_edges
from disclosure.audit.solving.network import network_of
from disclosure.audit.solving.ranges import push_round, ranges
from tests.disclosure.audit.small_releases import square_system


def test_bounds_are_reached_and_not_passed() -> None:
    system = square_system()
    network = network_of(system, system.low, system.high)[0]
    filling = Filling(network)
    low, high = ranges(network, filling, exact_edges(filling))
    assert sorted(zip(low.tolist(), high.tolist(), strict=True)) == [(1, 2), (2, 3), (3, 4), (3, 4)]
    for edge in range(4):
        itself = np.arange(4) == edge
        push_round(filling, edge, itself, upwards=True)
        assert filling.count[edge] == high[edge]
        assert not filling.missing().any()
