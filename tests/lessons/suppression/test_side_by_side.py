"""The comparison counts what a reader could count in the printed table."""

from dataclasses import replace

import pytest

from disclosure.defences.coarsening import Coarsen
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from lessons.suppression.side_by_side import compare_defences
from tests.lessons.suppression.tables import SQUARE, TABLE


def test_nothing_done_means_that_every_small_cell_is_known():
    row = compare_defences(TABLE, [()], small=10).iloc[0]
    assert row[["label", "kind", "n", "right", "people_learnt", "utility_lost"]].tolist() == [
        "nothing", "as counted", 4, 4, 24, 0,
    ]  # fmt: skip
    assert (row["still_possible"], row["order_preserved"]) == (1, 1)


def test_a_threshold_judged_by_another_yardstick():
    """At k = 3 the 2 is hidden and comes back; 6, 7 and 9 are printed and small, if small is below 10."""
    judged = compare_defences(TABLE, [Suppress(3)], small=10).iloc[0]
    assert (judged["n"], judged["right"], judged["wrong"], judged["people_learnt"]) == (4, 4, 0, 24)
    judged = compare_defences(TABLE, [Suppress(3)], small=3).iloc[0]
    assert (judged["n"], judged["right"], judged["people_learnt"], judged["baseline"]) == (1, 1, 2, 1 / 2)


def test_insiders_learn_more_than_outsiders():
    outsider, insider = (
        compare_defences(SQUARE, [Suppress(3)], who=who, small=3).iloc[0] for who in ("outsider", "insider")
    )
    assert (outsider["right"], outsider["people_learnt"], outsider["still_possible"]) == (0, 0, 2)
    assert (insider["right"], insider["people_learnt"], insider["still_possible"]) == (4, 6, 1)


def test_merged_regions_have_no_order_any_more_and_merged_films_have():
    regions, films = (compare_defences(TABLE, [Coarsen(name, into=2)]).iloc[0] for name in ("region", "film"))
    assert (regions["order_preserved"], regions["n"], regions["people_learnt"]) == (0, 1, 8)
    assert (films["order_preserved"], films["n"], films["people_learnt"]) == (1, 1, 9)


def test_rounding_can_hide_the_order():
    """9 and 15 people: rounded to 5 they are 10 and 15, to 50 both are 0."""
    assert compare_defences(TABLE, [RoundTo(5), RoundTo(50)])["order_preserved"].tolist() == [1, 0]


def test_the_order_is_read_off_sums_where_no_totals_are_printed():
    without = replace(TABLE, cells=TABLE.cells[~TABLE.is_total])
    assert compare_defences(without, [Suppress(3), Suppress(8)], nothing_to_subtract=True)[
        "order_preserved"
    ].tolist() == [1, 0]


def test_steps_in_a_row_keep_what_each_keeps():
    both = compare_defences(TABLE, [Coarsen("film", into=2), (Coarsen("film", into=2), Suppress(10))]).set_index("kind")
    merged = both.loc["merge", "utility_lost"]
    assert both.loc["combined", "utility_lost"] == pytest.approx(1 - (1 - merged) * (1 - 9 / 24))
    assert both.loc["combined", "label"] == "merge 2 films, hide below 10"


def test_labels_merged_by_name_are_counted():
    row = compare_defences(TABLE, [Coarsen("film", into={"A": "A or B", "B": "A or B"})]).iloc[0]
    assert (row["strength"], row["label"]) == (2, "merge 2 films")
