import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.solving.network import network_of
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from tests.disclosure.audit.small_releases import square_system


def test_each_hidden_cell_of_a_two_way_table_is_an_edge_between_two_lines() -> None:
    system = square_system()
    network, left = network_of(system, system.low, system.high)
    assert len(network.cell) == 4
    assert not left.any()
    assert (network.tail != network.head).all()
    assert network.supply.sum() == 0


def test_hidden_totals_are_edges_too() -> None:
    people = pd.DataFrame({"film": list("AAB"), "region": list("xyx")})
    system = system_of(Suppress(4)(count_table(people, by=("film", "region"))), Outsider())
    network, left = network_of(system, system.low, system.high)
    assert len(network.cell) == (system.low < system.high).sum()
    assert not left.any()


def test_a_three_way_table_is_no_network() -> None:
    rng = np.random.default_rng(0)
    people = pd.DataFrame(rng.integers(0, 2, size=(24, 3)), columns=["film", "region", "age"])
    system = system_of(Suppress(6)(count_table(people, by=("film", "region", "age"))), Outsider())
    network, left = network_of(system, system.low, system.high)
    assert left.any()
    assert not np.isin(np.flatnonzero(left), network.cell).any()
