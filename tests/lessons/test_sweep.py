"""The sweep counts what a reader could count in the printed table."""

from dataclasses import replace

import pandas as pd
import pytest

from lessons.audit.attackers import Contributor, Outsider
from lessons.defences.coarsening import Coarsen
from lessons.defences.rounding import RoundTo
from lessons.defences.suppression import Suppress
from lessons.releases.count_table import count_table
from lessons.sweep import (
    cell_states,
    count_states,
    insiders_learn,
    learnt_by_setting,
    outsider_learns,
    release_at,
    setting_name,
    sweep,
)

PEOPLE = pd.DataFrame(
    [("A", "north")] * 2 + [("A", "south")] * 6 + [("B", "north")] * 7 + [("B", "south")] * 9,
    columns=["film", "region"],
)
TABLE = count_table(PEOPLE, by=("film", "region"))
SQUARE = count_table(pd.DataFrame({"film": list("AAABBB"), "region": list("nssnns")}), by=("film", "region"))
"""Counts 1 and 2, 2 and 1: all totals are 3."""


def states_of(table, thresholds, setting):
    return cell_states(table, learnt_by_setting(table, thresholds)).set_index("cell")[setting_name(*setting)]


def row_of(table, threshold, setting):
    counted = count_states(table, learnt_by_setting(table, [threshold]))
    return counted.set_index("setting").loc[setting_name(*setting)]


def test_states_have_one_letter_per_threshold():
    states = states_of(TABLE, [2, 3, 7], ("outsider", "printed"))
    assert states["A | north"] == "pxx"
    assert states["A | south"] == "ppx"  # at k = 7 the row hides both: 2 + 6 of 8, but each column gives its cell back
    assert states["B | south"] == states["total | total"] == "ppp"


def test_without_totals_nothing_is_narrowed_and_the_totals_are_left_out():
    states = states_of(TABLE, [3, 7], ("outsider", "left out"))
    assert states["A | north"] == "oo" and states["A | south"] == "po"
    assert states["A | total"] == "--"


def test_an_insider_learns_what_an_outsider_does_not():
    assert set(states_of(SQUARE, [3], ("outsider", "printed")).head(2)) == {"o"}
    assert set(states_of(SQUARE, [3], ("insider", "printed")).head(2)) == {"x"}
    assert set(states_of(SQUARE, [3], ("insider", "left out")).head(2)) == {"o"}


def test_what_an_insider_knows_of_her_own_cell_does_not_count():
    release = Suppress(3)(SQUARE)
    learnt = insiders_learn(release, SQUARE, outsider_learns(release)).set_index("target")
    assert learnt.loc["A | n", "attacker"] == Contributor(("B", "s"), alone=True)  # not by the one person in A | n
    assert learnt.loc["A | n", "verdict"] == "exact"


def test_nobody_alone_means_no_insider():
    release = Suppress(5)(TABLE)
    learnt = insiders_learn(release, TABLE, outsider_learns(release))
    assert learnt["attacker"].tolist() == [Outsider()]


def test_counts_by_hand():
    row = row_of(TABLE, 3, ("outsider", "printed"))
    assert row[["strength", "cells", "hidden", "exact", "narrowed", "open"]].tolist() == [3, 4, 1, 1, 0, 0]
    assert row[["people_hidden", "people_narrowed", "people_exact"]].tolist() == [2, 2, 2]
    assert row["utility_lost"] == 2 / 24


def test_a_zero_is_counted_as_facts_about_its_two_lines():
    people = pd.DataFrame({"film": list("AAABBB"), "region": ["north"] * 5 + ["south"]})
    row = row_of(count_table(people, by=("film", "region")), 2, ("outsider", "printed"))
    # A: nobody in the south, so all of A in the north; the south: nobody in A, so everybody there in B
    assert row["facts"] == 4


def test_a_table_is_published_as_the_setting_says():
    assert len(release_at(TABLE, "left out", 3).cells) == 4
    assert release_at(TABLE, "printed", 3).grid().loc["A", "north"] == "c"


def test_nothing_done_means_that_every_small_cell_is_known():
    row = sweep(TABLE, [()], small=10).iloc[0]
    assert row[["label", "kind", "n", "right", "people_learnt", "utility_lost"]].tolist() == [
        "nothing", "as counted", 4, 4, 24, 0,
    ]  # fmt: skip
    assert (row["still_possible"], row["order_read"]) == (1, 1)


def test_a_threshold_judged_by_another_yardstick():
    """At k = 3 the 2 is hidden and comes back; 6, 7 and 9 are printed and small, if small is below 10."""
    judged = sweep(TABLE, [Suppress(3)], small=10).iloc[0]
    assert (judged["n"], judged["right"], judged["wrong"], judged["people_learnt"]) == (4, 4, 0, 24)
    judged = sweep(TABLE, [Suppress(3)], small=3).iloc[0]
    assert (judged["n"], judged["right"], judged["people_learnt"], judged["baseline"]) == (1, 1, 2, 1 / 2)


def test_insiders_learn_more_than_outsiders():
    outsider, insider = (sweep(SQUARE, [Suppress(3)], who=who, small=3).iloc[0] for who in ("outsider", "insider"))
    assert (outsider["right"], outsider["people_learnt"], outsider["still_possible"]) == (0, 0, 2)
    assert (insider["right"], insider["people_learnt"], insider["still_possible"]) == (4, 6, 1)


def test_merged_regions_have_no_order_any_more_and_merged_films_have():
    regions, films = (sweep(TABLE, [Coarsen(name, into=2)]).iloc[0] for name in ("region", "film"))
    assert (regions["order_read"], regions["n"], regions["people_learnt"]) == (0, 1, 8)
    assert (films["order_read"], films["n"], films["people_learnt"]) == (1, 1, 9)


def test_rounding_can_hide_the_order():
    """9 and 15 people: rounded to 5 they are 10 and 15, to 50 both are 0."""
    assert sweep(TABLE, [RoundTo(5), RoundTo(50)])["order_read"].tolist() == [1, 0]


def test_the_order_is_read_off_sums_where_no_totals_are_printed():
    without = replace(TABLE, cells=TABLE.cells[~TABLE.is_total])
    assert sweep(without, [Suppress(3), Suppress(8)])["order_read"].tolist() == [1, 0]


def test_steps_in_a_row_keep_what_each_keeps():
    both = sweep(TABLE, [Coarsen("film", into=2), (Coarsen("film", into=2), Suppress(10))]).set_index("kind")
    merged = both.loc["merge", "utility_lost"]
    assert both.loc["combined", "utility_lost"] == pytest.approx(1 - (1 - merged) * (1 - 9 / 24))
    assert both.loc["combined", "label"] == "merge 2 films, hide below 10"


def test_labels_merged_by_name_are_counted():
    row = sweep(TABLE, [Coarsen("film", into={"A": "A or B", "B": "A or B"})]).iloc[0]
    assert (row["strength"], row["label"]) == (2, "merge 2 films")
