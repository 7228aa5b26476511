"""Rules over all releases, by hand."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.defences.cell_key import with_record_keys
from disclosure.defences.publishing import CountAgain, DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.defences.random_rounding import RoundRandomly
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Publication
from disclosure.tables.running_totals import running_totals


def week(a, b):
    people = pd.DataFrame({"film": pd.Categorical(["A"] * a + ["B"] * b, ["A", "B"])})
    return Publication(f"{a} and {b}", count_table(people, by=["film"], totals=False))


WEEKS = (week(5, 2), week(6, 5), week(8, 5), week(7, 9))


def printed(publications):
    return [
        each.table.cells["count"].astype(object).where(~each.table.is_hidden, "c").tolist() for each in publications
    ]


def test_every_second_week():
    assert PublishEvery(2)(WEEKS) == (WEEKS[0], WEEKS[2])


def test_each_table_is_protected_in_the_same_way():
    assert printed(ForEachTable(Suppress(6))(WEEKS)) == [["c", "c"], [6, "c"], [8, "c"], [7, 9]]


def test_small_changes_wait_until_they_add_up():
    held = DelaySmallChanges(below=3)(WEEKS)
    assert printed(held) == [[5, 2], [5, 5], [8, 5], [8, 9]]
    assert held[1].table.cells["repeated"].tolist() == [True, False]
    assert "repeated" not in held[0].table.cells


def test_a_change_downwards_counts_as_well():
    assert printed(DelaySmallChanges(below=3)(WEEKS[::-1])) == [[7, 9], [7, 5], [7, 5], [7, 2]]


def test_a_cell_that_was_hidden_is_printed_and_one_that_becomes_hidden_repeats_its_number():
    hidden_first = ForEachTable(Suppress(6))(WEEKS)
    assert printed(DelaySmallChanges(below=3)(hidden_first)) == [["c", "c"], [6, "c"], [6, "c"], [6, 9]]
    back = DelaySmallChanges(below=3)(hidden_first[::-1])
    assert printed(back)[1:3] == [[7, 9], [7, 9]]
    assert back[1].table.cells["mark"].tolist() == ["", ""]


def test_one_population_and_no_other():
    others = replace(week(5, 1), without=frozenset({"staff"}))
    assert FixedPopulation()((WEEKS[0], others, WEEKS[1])) == (WEEKS[0], WEEKS[1])
    assert FixedPopulation()(()) == ()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: PublishEvery(1), "choose 2 or more"),
        (lambda: DelaySmallChanges(1), "choose 2 or more"),
        (lambda: DelaySmallChanges(3)(ForEachTable(RoundTo(5))(WEEKS)), "delay first, then round"),
    ],
)
def test_what_cannot_be_done_is_refused(make, sentence):
    with pytest.raises(ValueError, match=sentence):
        make()


def test_they_print_as_the_call_that_makes_them():
    rules = [PublishEvery(4), ForEachTable(Suppress(5)), FixedPopulation(), DelaySmallChanges(10)]
    assert [repr(rule) for rule in rules] == [
        "PublishEvery(n=4)",
        "ForEachTable(defence=Suppress(threshold=5))",
        "FixedPopulation()",
        "DelaySmallChanges(below=10)",
    ]


def test_people_with_keys_are_counted_again_on_each_day() -> None:
    began_on = pd.to_datetime(["2017-12-01", "2017-12-06", "2017-12-07"])
    people = with_record_keys(pd.DataFrame({"genre": list("ABB"), "began_on": began_on}), seed=1)
    weekly = running_totals(people, by=["genre"], days=pd.to_datetime(["2017-12-04", "2017-12-11"]))
    again = CountAgain(RoundRandomly(2), people)(weekly)
    assert [each.table.rounding for each in again] == ["random", "random"]
    assert [each.table.cells["genre"].tolist() for each in again] == [["A", "B"], ["A", "B"]]
    assert again[0].table.cells["count"].iloc[1] == 0 and again[1].table.cells["count"].iloc[1] == 2
    with pytest.raises(ValueError, match="no running total of everybody"):
        CountAgain(RoundRandomly(2), people)([Publication("undated", weekly[0].table)])
