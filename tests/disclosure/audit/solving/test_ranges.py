import numpy as np

from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.mixed_graph import exact_edges
from disclosure.audit.solving.network import network_of
from disclosure.audit.solving.ranges import augment_cycle, ranges
from tests.disclosure.audit.small_releases import square_system


def test_bounds_are_reached_and_not_passed() -> None:
    system = square_system()
    network = network_of(system, system.low, system.high)[0]
    feasible_table = FeasibleTable(network)
    low, high = ranges(network, feasible_table, exact_edges(feasible_table))
    assert sorted(zip(low.tolist(), high.tolist(), strict=True)) == [(1, 2), (2, 3), (3, 4), (3, 4)]
    for edge in range(4):
        itself = np.arange(4) == edge
        augment_cycle(feasible_table, edge, itself, upwards=True)
        assert feasible_table.count[edge] == high[edge]
        assert not feasible_table.missing().any()
