"""Repairs and insiders on tables that can be counted by hand."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import Singletons
from disclosure.tables.count_table import count_table
from disclosure.tables.from_counts import table_from_counts
from lessons.insiders.sweep import (
    insider_states,
    lookers,
    opened_by_each,
    publish,
    repair_prices,
    repairs_and_insiders,
)


def table_of(rows):
    names = [pd.Index(list("ABCD")[: len(rows)], name="film"), pd.Index(list("NSEW")[: len(rows[0])], name="region")]
    return table_from_counts(pd.DataFrame(rows, *names))


TABLES = {"one": table_of([[1, 2, 9], [2, 1, 9], [9, 9, 9]]), "two": table_of([[2, 2, 9], [2, 2, 9], [9, 9, 9]])}
REPAIRS = {"threshold": Suppress(3), "insiders": SuppressComplementary(3, against=(Outsider(), Singletons()))}
PUBLISHED = publish(TABLES, REPAIRS)


def test_each_singleton_opens_the_square():
    opened = opened_by_each(TABLES, PUBLISHED["threshold"])
    assert opened["cell"].tolist() == ["A | N", "B | S"]
    assert opened[["hidden", "right", "small", "wrong"]].to_numpy().tolist() == [[3, 3, 3, 0]] * 2


def test_who_believes_to_be_alone_is_wrong_or_finds_out():
    """In table one, 1 in place of 2 would make A | N 2, A | S 1 and so on; in table two, she would need a cell of 3."""
    believed = opened_by_each(TABLES, PUBLISHED["threshold"], count=2).set_index(["office", "cell"])
    assert believed.loc[("one", "A | S"), "hidden":].tolist() == [3, 0, 0, 3, False]
    assert believed.loc["two", "contradiction"].all() and believed.loc["two", "wrong"].eq(0).all()


def judged_repairs():
    return repairs_and_insiders(TABLES, PUBLISHED, threshold=3)


def test_all_is_counted_and_adds_up():
    judged = judged_repairs().set_index(["repair", "who"])
    alone = judged.loc[("threshold", "alone")]
    assert alone[["looking", "succeed", "accuse", "n", "right", "wrong", "abstained"]].tolist() == [2, 2, 0, 6, 6, 0, 0]
    believes = judged.loc[("threshold", "believes so")]
    assert believes[["looking", "succeed", "accuse", "contradiction", "n", "wrong"]].tolist() == [6, 0, 2, 4, 18, 6]
    assert (judged["right"] + judged["wrong"] + judged["abstained"] == judged["n"]).all()
    assert alone["baseline"] == 4 and alone["blind"] == 2 / 3  # each of the two is asked for 2, 2 and 1
    assert judged.loc[("insiders", "alone"), "right"] == 0
    assert judged.loc[("threshold", "outsider"), ["cells_hidden", "people_hidden"]].tolist() == [8, 14]


def test_where_nobody_is_alone_nobody_looks():
    tables = {"two": TABLES["two"]}
    judged = repairs_and_insiders(tables, {"threshold": {"two": Suppress(3)(tables["two"])}}, threshold=3)
    alone = judged.set_index("who").loc["alone"]
    assert alone[["looking", "n", "right", "wrong"]].tolist() == [0, 0, 0, 0]


def test_an_office_that_cannot_repair_publishes_nothing_in_any_way():
    """Under k = 2 a hidden cell is known to be 1, whatever else is hidden."""
    published = publish(TABLES, {"threshold": Suppress(2), "repaired": SuppressComplementary(2)})
    assert {name: list(releases) for name, releases in published.items()} == {"threshold": ["two"], "repaired": ["two"]}


def test_states_and_prices_tell_what_each_repair_leaves_to_whom():
    table, releases = TABLES["one"], {name: tables["one"] for name, tables in PUBLISHED.items()}
    who = lookers(table, releases["threshold"])
    assert list(who) == ["", "A | N", "B | S", "A | N + B | S"]
    states = insider_states(table, releases, list(who.values())).set_index("cell")
    assert states.loc[["A | N", "A | S", "A | E", "B | S"], "threshold"].tolist() == ["ohxh", "oxxx", "pppp", "oxhh"]
    prices = repair_prices(table, releases, states.reset_index(), threshold=3).set_index("repair")
    assert prices.loc["threshold", ["small", "cover", "learnt"]].tolist() == [6, 0, 4]
    assert prices.loc["insiders", "small"] == 6 and prices.loc["insiders", "cover"] > 0


def test_at_most_so_many_pairs_look():
    assert len(lookers(TABLES["one"], PUBLISHED["threshold"]["one"], pairs=0)) == 3


def test_a_dimension_that_is_called_like_a_repair_is_kept_apart():
    people = pd.DataFrame({"threshold": list("AAB"), "region": list("NNS")})
    table = count_table(people, by=("threshold", "region"))
    with pytest.raises(ValueError, match="'threshold' is a dimension and the name of a repair: rename the column"):
        insider_states(table, {"threshold": Suppress(3)(table)}, [Outsider()])
