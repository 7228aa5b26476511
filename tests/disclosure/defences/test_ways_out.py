"""Where a promise is out of reach, another one is named that can be had, with its price."""

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.ways_out import NO_TIME, WayOut, in_words, way_out, weaker
from disclosure.repair.already_printed import BesideOthers
from disclosure.repair.protection import Singletons, UnfinishedError, UnreachableError
from disclosure.rules import PPercentRule
from disclosure.tables.count_table import count_table
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question

TABLE = table_of([1, 6], [5, 9])
"""1 must rise and 5 fall, which no reader believes who knows that 5 covers it: from 5 on all is printed."""


LABELS = {"film": "fgh", "region": "abcd", "age": "xy"}


def test_a_promise_to_readers_who_do_not_know_is_named_with_its_worth_and_price() -> None:
    wishes = tuple(
        (film, region) for film in ("A", "B", "total") for region in ("N", "S", "total") if "total" in (film, region)
    )
    defence = SuppressComplementary(5, must_print=wishes)
    with pytest.raises(UnreachableError, match=r"What can be had .* \(primary_known=False\)\.") as told:
        defence(TABLE)
    price = SuppressComplementary(5, must_print=wishes, primary_known=False).repair(TABLE).price
    assert f"It costs {price} people in complementary cells" in str(told.value)
    assert "readers would still learn too much about the only cell that is to be protected, A | N." in str(told.value)


def test_one_field_is_weakened_and_then_all() -> None:
    asked = {"primary_known": True, "protect": "whole range", "against": (Outsider(), Singletons()), "zeros": "hidden"}
    changes = list(weaker(asked))
    assert changes[:2] == [{"primary_known": False}, {"protect": "exact"}]
    assert changes[-1] == {"primary_known": False, "protect": "exact", "against": (Outsider(),)}
    assert list(weaker({"primary_known": False, "protect": "exact", "below": "as above", "dominance": None})) == []
    assert list(weaker({"below": "as above", "dominance": PPercentRule(10)})) == [{"below": 0}]


def test_where_nothing_less_can_be_had_that_is_said() -> None:
    def refuse(_change: object) -> None:
        raise UnreachableError

    def give_up(_change: object) -> None:
        raise UnfinishedError

    problem = question(TABLE)
    assert "Nor can less be had. Tried, each alone and all together: primary_known." in way_out(
        {"primary_known": True}, problem, refuse
    )  # type: ignore[arg-type, operator]
    assert way_out({"primary_known": True}, problem, give_up) == NO_TIME  # type: ignore[arg-type]
    assert way_out({}, problem, refuse) == in_words("", problem) == ""  # type: ignore[arg-type]


def test_a_way_that_keeps_everything_says_so() -> None:
    repaired = SuppressComplementary(5).repair(table_of([1, 6], [8, 7]))
    found = WayOut({"primary_known": False}, repaired, leaks=())
    assert in_words(found, question()).endswith(" As it turns out, it keeps all that was asked.")


def test_a_three_way_table_with_a_hierarchy_gets_a_way_out() -> None:
    """Who knows which cells are small often knows their counts: what can be had is worth little, and that is said."""
    rng = np.random.default_rng(1)
    people = pd.DataFrame({name: rng.choice(list(labels), 40) for name, labels in LABELS.items()})
    table = count_table(
        people, by=tuple(LABELS), hierarchies={"region": {"a": "Aland", "b": "Aland", "c": "Bland", "d": "Bland"}}
    )
    with pytest.raises(
        UnreachableError, match=r"\(primary_known=False\)\. It costs \d+ people.* too much about .*\d+ .*cells"
    ):
        SuppressComplementary(4)(table)


def test_a_way_out_is_sought_within_the_time() -> None:
    assert SuppressComplementary(5)._way_out(BesideOthers(TABLE), 0.0) == NO_TIME
