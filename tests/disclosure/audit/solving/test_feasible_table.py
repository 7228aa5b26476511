from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from disclosure.audit.attackers import Contributor
from disclosure.audit.solving.feasible_table import FeasibleTable
from disclosure.audit.solving.network import Network, network_of
from disclosure.audit.solving.ranges import ranges
from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.audit.verdicts import exact_cells
from disclosure.rules import PPercentRule
from disclosure.tables.count_table import TOTAL
from tests.disclosure.audit.small_releases import printed, square_system


def square_feasible_table() -> FeasibleTable:
    system = square_system()
    return FeasibleTable(network_of(system, system.low, system.high)[0])


def test_a_filling_adds_up_and_keeps_its_bounds() -> None:
    feasible_table = square_feasible_table()
    assert feasible_table.fits
    assert not feasible_table.missing().any()
    assert ((feasible_table.count >= 1) & (feasible_table.count <= 4)).all()


def test_mending_restores_what_was_torn() -> None:
    feasible_table = square_feasible_table()
    feasible_table.count = np.array([1, 1, 1, 1])
    assert feasible_table.missing().any()
    assert feasible_table.restore_balance()
    assert not feasible_table.missing().any()


def test_frozen_cells_stay() -> None:
    feasible_table = square_feasible_table()
    feasible_table.count = np.array([1, 1, 1, 1])
    frozen = np.array([True, False, False, False])
    feasible_table.restore_balance(frozen)
    assert feasible_table.count[0] == 1


def test_looking_round_changes_nothing() -> None:
    feasible_table = square_feasible_table()
    before, nothing = feasible_table.count.copy(), np.zeros(4, dtype=bool)
    feasible_table.reached_from(0, nothing)
    assert feasible_table.restore_balance()
    assert (feasible_table.count == before).all()


def parallel_cells(cells: int, each: int) -> Network:
    """One line with so many hidden cells without a limit, and what they are together."""
    every, total = np.arange(cells), cells * each
    low, reach = np.ones(cells, dtype=np.int64), total + cells + 1
    none, one, both = np.zeros(cells, dtype=np.int64), np.ones(cells, dtype=np.int64), np.array([total, -total])
    return Network(every, none, one, low, low + 2 * reach, both, reach, np.ones(1, dtype=np.int64))


def test_amounts_are_larger_than_a_flow_can_count() -> None:
    """SciPy counts flows in 32 bits: 30 cells side by side may hold 20 times as much, and each of them, too."""
    for cells, each in ((2, 5), (30, 10_000_000), (3, 10**10)):
        feasible_table = FeasibleTable(parallel_cells(cells, each))
        assert feasible_table.fits
        assert feasible_table.count.sum() == cells * each
        low, high = ranges(feasible_table.network, feasible_table, np.zeros(cells, dtype=bool))
        assert low.tolist() == [1] * cells
        assert high.tolist() == [cells * each - (cells - 1)] * cells


def test_too_much_on_one_line_fits_nowhere() -> None:
    network = parallel_cells(3, 10**10)
    assert not FeasibleTable(replace(network, high=network.low + 10)).fits


def test_large_amounts_go_in_few_flows(monkeypatch: pytest.MonkeyPatch) -> None:
    """In units of 1 alone, a flow of 2**50 would go in 2**19 parts."""
    system = square_system()
    network = network_of(system, system.low, system.high)[0]
    huge = replace(network, low=network.low * 2**50, high=network.high * 2**50, supply=network.supply * 2**50)
    sent: list[int] = []
    plain = FeasibleTable._sent

    def counted(self: FeasibleTable, *given: Any) -> Any:
        sent.append(1)
        assert len(sent) < 10
        return plain(self, *given)

    monkeypatch.setattr(FeasibleTable, "_sent", counted)
    assert FeasibleTable(huge).fits


def test_amounts_whose_flows_run_to_and_fro_fit_as_well() -> None:
    """SciPy adds the room of one direction to what flows in the other: 2**31 - 1 in each were too much."""
    shown = {"A": ["c", 4_518_380_928, "c"], "B": [0, 4_633_788_223, "c"], "C": ["c", "c", "c"]}
    rule = PPercentRule(15, complementary_mark="c")
    total: list[int | str] = ["c", "c", 17_100_836_998]
    release = printed({**shown, TOTAL: total}, ["x", "y", TOTAL], None, unit="euros", dominance=rule)
    alone = Contributor(("A", "x"), alone=True, amount=2_218_275_991)
    told = exact_cells(release, alone).query("exact")[["target", "count"]]
    assert ("C | total", 5_730_391_856) in told.itertuples(index=False, name=None)


def test_no_flow_is_sent_once_the_time_is_over() -> None:
    with limited_to(0), pytest.raises(OutOfTimeError):
        square_feasible_table()
