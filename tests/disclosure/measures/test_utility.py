"""Losses of tables that can be counted by eye."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.defences.coarsening import Coarsen
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.measures import loss
from disclosure.measures.utility import order_preserved
from disclosure.tables.count_table import CountTable, count_table


def test_loss_is_the_share_of_people_in_hidden_cells():
    people = pd.DataFrame({"film": list("AAAAABBC"), "region": list("nnnnnnss")})
    table = count_table(people, by=("film", "region"))
    assert loss(table, table) == 0
    assert loss(table, Suppress(threshold=2)(table)) == 3 / 8  # B north, B south, C south hold one person each
    assert loss(table, Suppress(threshold=6)(table)) == 1


def test_people_whom_no_label_covers_stand_in_no_cell():
    table = count_table(pd.DataFrame({"film": list("AAAAABBC"), "region": list("nnnnnnss")}), by=("film", "region"))
    cells = table.cells.assign(count=table.cells["count"].where(table.cells["film"] != "total", 12))
    more = replace(table, cells=cells, not_covered={"film": "unknown"})
    assert loss(more, Suppress(threshold=2)(more)) == 3 / 8
    with pytest.raises(ValueError, match="do not cover everybody: the order"):
        order_preserved(more, more, more.cells.assign(low=cells["count"], high=cells["count"]))


def test_what_is_lost_of_sums_alone_is_not_said_to_be_nothing():
    cells = pd.DataFrame({"film": ["A", "total"], "sex": ["total", "f"], "count": [2, 7], "mark": ""})
    table = CountTable(cells, ("film", "sex"))
    with pytest.raises(ValueError, match="nobody stands in a cell that is no total"):
        loss(table, Suppress(threshold=10)(table))


def test_wider_labels_do_not_count_their_people_again():
    table = count_table(
        pd.DataFrame({"code": ["1200Z"] * 3 + ["1300"] * 9}), by=("code",), hierarchies={"code": {"1200Z": "1200"}}
    )
    assert loss(table, Suppress(threshold=5)(table)) == 3 / 12


def test_merging_loses_the_information_that_it_takes_away():
    """Four cells of 2 people take 2 bits, two cells of 4 people take 1."""
    people = pd.DataFrame({"film": list("AAAABBBB"), "region": list("nnss") * 2})
    table = count_table(people, by=("film", "region"))
    assert loss(table, Coarsen("region", into=2)(table)) == 1 / 2
    assert loss(table, Coarsen("film", into={"A": "A or B", "B": "A or B"})(table)) == 1 / 2


def test_rounding_loses_the_total_variation():
    """Shares 3/10 and 7/10 become 5/10 and 5/10; everything rounded to 0 is all lost."""
    table = count_table(pd.DataFrame({"film": list("AAABBBBBBB")}), by=("film",))
    assert loss(table, RoundTo(5)(table)) == pytest.approx(2 / 10)
    assert loss(table, RoundTo(20)(table)) == 1


def test_a_table_without_people_loses_nothing():
    people = pd.DataFrame({"film": pd.Categorical([], ["A"]), "region": pd.Categorical([], ["n"])})
    table = count_table(people, by=("film", "region"))
    assert loss(table, Suppress(threshold=5)(table)) == 0


def test_what_is_no_table_has_no_loss():
    table = count_table(pd.DataFrame({"film": ["A"]}), by=("film",))
    for before, after, wrong in ((None, table, "before"), (table, None, "after")):
        with pytest.raises(ValueError, match=f"{wrong} is a NoneType: give a table"):
            loss(before, after)
