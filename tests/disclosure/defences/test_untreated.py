"""A table is treated once: a second defence would tell a footnote that is not true of the first."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.coarsening import Coarsen
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.dominance import SuppressDominated
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.defences.untreated import refuse_treated, refuse_unless_two_way
from disclosure.rules import PPercentRule
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.magnitude_table import magnitude_table

PEOPLE = pd.DataFrame({"film": ["A"] * 2 + ["B"] * 8 + ["C"] * 20, "region": list("NS") * 15})
ROWS = PEOPLE.assign(viewer_id=range(30), minutes=[900, *range(1, 30)])
FIRST = [Suppress(10), SuppressByHand(10, also=(("C", "N"),)), SuppressComplementary(10)]
SECOND = [Suppress(3), Suppress(3, zeros="hidden"), SuppressByHand(3), SuppressComplementary(3)]


@pytest.mark.parametrize("totals", [True, False])
@pytest.mark.parametrize("first", FIRST, ids=repr)
@pytest.mark.parametrize("second", SECOND, ids=repr)
def test_a_second_rule_is_refused(
    first: Callable[[CountTable], CountTable], second: Callable[[CountTable], CountTable], totals: bool
) -> None:
    table = count_table(PEOPLE, by=("film", "region"), totals=totals or isinstance(first, SuppressComplementary))
    with pytest.raises(ValueError, match="already"):
        second(first(table))


def test_the_case_of_an_eight_that_was_called_one_or_two() -> None:
    table = count_table(PEOPLE, by="film", totals=False)
    assert audit(Suppress(10)(table), Outsider(), nothing_to_subtract=True)[["low", "high"]].to_numpy().tolist() == [
        [1, 9],
        [1, 9],
    ]
    with pytest.raises(ValueError, match=r"the table is hidden by Rule\(threshold=10\) already: choose one rule"):
        Suppress(3)(Suppress(10)(table))


def test_the_same_rule_again_changes_nothing_and_rounding_comes_last() -> None:
    once = Suppress(10)(count_table(PEOPLE, by="film"))
    pd.testing.assert_frame_equal(Suppress(10)(once).cells, once.cells)
    assert RoundTo(5)(once).is_hidden.tolist() == once.is_hidden.tolist()
    for defence in SECOND[:3]:
        with pytest.raises(ValueError, match=r"already|hide small counts first, then round"):
            defence(RoundTo(5)(once))


def test_hidden_by_an_unknown_rule_is_hidden() -> None:
    table = count_table(PEOPLE, by="film")
    brought = replace(table, cells=table.cells.assign(count=table.cells["count"].mask(table.cells["count"] < 5)))
    for defence in SECOND:
        with pytest.raises(ValueError, match="already"):
            defence(brought)


def test_amounts() -> None:
    table = magnitude_table(ROWS, by="film", largest=2)
    once = SuppressDominated(PPercentRule(10))(table)
    for defence in (SuppressDominated(PPercentRule(20)), Suppress(3), SuppressByHand(3)):
        with pytest.raises(ValueError, match=r"already|counts minutes"):
            defence(once)
    with pytest.raises(ValueError, match="counts minutes: a threshold is for counts of people"):
        SuppressByHand(3)(table)


def test_fresh_tables_pass() -> None:
    refuse_treated(count_table(PEOPLE, by="film"))
    refuse_unless_two_way(count_table(PEOPLE, by=("film", "region")))
    for by in ("film", ("film", "region", "age")):
        with pytest.raises(ValueError, match="a table with rows and columns has two dimensions"):
            refuse_unless_two_way(count_table(PEOPLE.assign(age="old"), by=by))


@pytest.mark.parametrize(
    "defence", [Suppress(3), SuppressByHand(3), RoundTo(5), Coarsen("film", 2), SuppressDominated(PPercentRule(10))]
)
def test_something_else_is_no_table(defence: Callable[[CountTable], CountTable]) -> None:
    table = count_table(PEOPLE, by="film")
    for wrong, sentence in (
        (LinkedTables((table,)), r"linked tables, and the defence takes one: write release.each\(...\)"),
        (PEOPLE, "this is a DataFrame: a defence takes a table"),
        (CountTable(table.cells.drop(columns="count"), "film"), "the table has no column 'count'"),
    ):
        with pytest.raises(ValueError, match=sentence):
            defence(wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="the table has no column 'count'"):
        audit(CountTable(table.cells.drop(columns="count"), "film"), Outsider())
    with pytest.raises(ValueError, match="this is a DataFrame: what is audited is a table"):
        audit(PEOPLE, Outsider())  # type: ignore[arg-type]
