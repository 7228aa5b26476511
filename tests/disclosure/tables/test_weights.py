import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import exact_cells
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.measures.utility import loss
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.editions import Publication
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.weights import Weights, weighted_counts

CELLS = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [5.4, None, 7.1], "mark": ["", "c", ""]})
TABLE = CountTable(CELLS, ("film",), Rule(5), weights=Weights(1))


def test_weighted_counts_are_printed_to_their_places() -> None:
    assert TABLE.grid()["count"].tolist() == ["5.4", "c", "7.1"]
    assert weighted_counts(pd.Series(["12", None]), CELLS[["film"]], Weights()).tolist()[0] == 12


def test_counts_that_are_no_whole_numbers_are_refused_unless_they_are_declared() -> None:
    with pytest.raises(ValueError, match=r"A is 5.4: counts are whole .* say weights=Weights\(decimals=1\)"):
        CountTable(CELLS, ("film",), Rule(5))


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(5.44, "more decimals"), (-1.0, "numbers, 0 or more"), ("<5", "numbers, 0 or more"), (float("inf"), "0 or more")],
)
def test_what_is_no_weighted_count_is_refused(count: object, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^A is .*{sentence}"):
        CountTable(pd.DataFrame({"film": ["A"], "count": [count]}), ("film",), weights=Weights(1))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"least": 0}, "least is 0: a weight is a number above 0"),
        ({"largest": "many"}, "largest is 'many'"),
        ({"least": 3, "largest": 2}, "exchange them"),
        ({"decimals": 0.5}, "no whole number"),
    ],
)
def test_weights_that_nobody_has_are_refused(arguments: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Weights(**arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"base": 5}, "a base of rounding beside weighted counts"),
        ({"dominance": PPercentRule(10)}, "a dominance rule"),
        ({"totals_of": "printed cells"}, "totals of printed cells"),
        ({"weights": 5}, "write it as Weights"),
    ],
)
def test_what_cannot_stand_beside_weighted_counts_is_refused(more: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        CountTable(CELLS, ("film",), **({"weights": Weights(1)} | more))  # type: ignore[arg-type]


def test_doors_that_need_whole_numbers_say_so() -> None:
    bare = CountTable(CELLS.assign(count=[5.4, 1.7, 7.1], mark=""), ("film",), weights=Weights(1))
    for door in (
        Suppress(5),
        SuppressComplementary(5),
        lambda table: Publication("all", table),
        lambda table: exact_cells(table, Outsider()),
        lambda table: loss(table, table),
    ):
        with pytest.raises(ValueError, match="weighted counts, which are no whole numbers"):
            door(bare)
    with pytest.raises(ValueError, match="some tables have weighted counts"):
        LinkedTables((TABLE, CountTable(CELLS.assign(count=[5, None, 7]), ("film",), Rule(5))))
