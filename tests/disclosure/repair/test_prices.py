"""Prices of the publisher's own: a column beside the counts, that nobody sees afterwards."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.prices import priced, prices_of, without_prices
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.repair.small_tables import hidden_in, table_of

TABLE = table_of([1, 6, 9], [8, 7, 20], [9, 30, 30])
DEAR = priced(TABLE, pd.DataFrame({"film": ["A", "B"], "region": ["S", "S"], "price": [1000, 500]}))


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_dear_cells_are_kept_in_print(method: str) -> None:
    repaired = SuppressComplementary(5, cost="price", method=method).repair(DEAR)
    assert not hidden_in(repaired.release) & {"A | S", "B | S"}
    assert "price" not in repaired.release.cells
    assert repaired.sentence.startswith(f"Complementary cells cost {repaired.price} by 'price'; ")


@pytest.mark.parametrize("size", [10**9, 10**12])
def test_large_prices_are_proved_to_the_last_unit(size: int) -> None:
    """A floating-point solver tells no euro from a thousand million; the next repair here costs 14 more."""
    cells = TABLE.cells[["film", "region"]].assign(price=size + np.arange(16) ** 2)
    repaired = SuppressComplementary(5, cost="price", method="optimal").repair(priced(TABLE, cells))
    assert repaired.proved
    assert hidden_in(repaired.release) == {"A | N", "A | S", "B | N", "B | S"}


def test_prices_of_round_sums_are_proved() -> None:
    cells = TABLE.cells[["film", "region"]].assign(price=10**11 * (1 + np.arange(16)))
    repaired = SuppressComplementary(5, cost="price", method="optimal").repair(priced(TABLE, cells))
    assert (repaired.price, repaired.proved) == (10**11 * (2 + 5 + 6), True)


def test_cells_dearer_than_a_solver_can_take_are_hidden_without_proof() -> None:
    """Amounts, such as these millions of millions: a solver of floating-point numbers died of them."""
    cells = TABLE.cells.assign(count=TABLE.cells["count"] * 10**14 // 5)
    repaired = SuppressComplementary(10**14, method="optimal").repair(replace(TABLE, cells=cells))
    assert repaired.price > 10**14 and not repaired.proved


def test_cells_without_a_price_of_their_own_cost_their_people() -> None:
    assert DEAR.cells.set_index(["film", "region"])["price"][["A"]].tolist() == [1, 1000, 9, 16]
    table = priced(table_of([0, 6], [8, 7]), pd.DataFrame({"film": [], "region": [], "price": []}))
    assert table.cells["price"].iloc[0] == 1


def test_a_cell_of_two_tables_costs_the_most_that_one_asks() -> None:
    rows, count = [np.arange(len(TABLE.cells))] * 2, TABLE.cells["count"].to_numpy(dtype=np.int64)
    cheap = replace(DEAR, cells=DEAR.cells.assign(price=1))
    assert max(prices_of(LinkedTables((cheap, DEAR)), "price", rows, count)) == 1000
    assert set(prices_of(DEAR, "cells", rows, count)) == {1}
    assert without_prices(DEAR, "people") is DEAR


def test_what_is_no_price_gets_a_sentence() -> None:
    defence = SuppressComplementary(5, cost="price")
    with pytest.raises(ValueError, match="cost is 'price', and the table by film and region has no column of prices"):
        defence(TABLE)
    for price in (0, -1, 1.5, "3", True, np.inf, None, 10**13 + 1, 10**25):
        with pytest.raises(
            ValueError, match=r"the price of A \| N is .*: prices are whole numbers from 1 to 10,000,000"
        ):
            defence(replace(DEAR, cells=DEAR.cells.assign(price=[price] * len(DEAR.cells))))
    with pytest.raises(ValueError, match="priced needs a table"):
        priced(TABLE, None)  # type: ignore[arg-type]
    one = pd.DataFrame({"film": ["A"], "region": ["N"], "price": [5]})
    for wrong, sentence in (
        (one.assign(film="X"), r"the cell X \| N, which the table does not have"),
        (pd.concat([one, one]), r"the cell A \| N twice"),
        (one.drop(columns="price"), "no column 'price'"),
    ):
        with pytest.raises(ValueError, match=sentence):
            priced(TABLE, wrong)
    with pytest.raises(ValueError, match="choose another name"):
        priced(TABLE, one.rename(columns={"price": "mark"}), column="mark")
