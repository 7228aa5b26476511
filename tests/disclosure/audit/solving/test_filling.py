from dataclasses import replace

import numpy as np

from disclosure.audit.solving.filling import Filling
from disclosure.audit.solving.network import Network, network_of
from disclosure.audit.solving.ranges import ranges
from tests.disclosure.audit.small_releases import square_system


def square_filling() -> Filling:
    system = square_system()
    return Filling(network_of(system, system.low, system.high)[0])


def test_a_filling_adds_up_and_keeps_its_bounds() -> None:
    filling = square_filling()
    assert filling.fits
    assert not filling.missing().any()
    assert ((filling.count >= 1) & (filling.count <= 4)).all()


def test_mending_restores_what_was_torn() -> None:
    filling = square_filling()
    filling.count = np.array([1, 1, 1, 1])
    assert filling.missing().any()
    assert filling.mend()
    assert not filling.missing().any()


def test_frozen_cells_stay() -> None:
    filling = square_filling()
    filling.count = np.array([1, 1, 1, 1])
    frozen = np.array([True, False, False, False])
    filling.mend(frozen)
    assert filling.count[0] == 1


def test_looking_round_changes_nothing() -> None:
    filling = square_filling()
    before, nothing = filling.count.copy(), np.zeros(4, dtype=bool)
    filling.reached_from(0, nothing)
    assert filling.mend()
    assert (filling.count == before).all()


def parallel_cells(cells: int, each: int) -> Network:
    """One line with so many hidden cells without a limit, and what they are together."""
    every, total = np.arange(cells), cells * each
    low, reach = np.ones(cells, dtype=np.int64), total + cells + 1
    none, one, both = np.zeros(cells, dtype=np.int64), np.ones(cells, dtype=np.int64), np.array([total, -total])
    return Network(every, none, one, low, low + 2 * reach, both, reach, np.ones(1, dtype=np.int64))


def test_amounts_are_larger_than_a_flow_can_count() -> None:
    """SciPy counts flows in 32 bits: 30 cells side by side may hold 20 times as much, and each of them, too."""
    for cells, each in ((2, 5), (30, 10_000_000), (3, 10**10)):
        filling = Filling(parallel_cells(cells, each))
        assert filling.fits
        assert filling.count.sum() == cells * each
        low, high = ranges(filling.network, filling, np.zeros(cells, dtype=bool))
        assert low.tolist() == [1] * cells
        assert high.tolist() == [cells * each - (cells - 1)] * cells


def test_too_much_on_one_line_fits_nowhere() -> None:
    network = parallel_cells(3, 10**10)
    assert not Filling(replace(network, high=network.low + 10)).fits
