import numpy as np

from lessons.audit.filling import Filling
from lessons.audit.network import network_of
from tests.lessons.audit.small_releases import square_system


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
