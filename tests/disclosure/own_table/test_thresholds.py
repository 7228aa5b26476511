"""One's own table under another threshold."""

import pandas as pd
import pytest

from disclosure.own_table import check_table
from disclosure.own_table.thresholds import at_threshold
from tests.disclosure.own_table.example import t1_check


def test_the_tables_own_threshold_gives_what_enumeration_gave():
    found = at_threshold(t1_check(), 5)
    assert found.cells == {"B5": ("x", 3, 3), "B6": ("x", 3, 3), "E6": ("x", 4, 4), "C7": ("x", 2, 2)}
    assert found.sentence == (
        "4 cells are hidden below 5. 4 of them can be worked out by anybody who reads the table. "
        "A quick repair hides more: 28 people."
    )


def test_a_higher_threshold_hides_more_and_whoever_is_alone_knows_more():
    low, high = (at_threshold(t1_check(), k) for k in (3, 15))
    assert low.cells.keys() < high.cells.keys()
    check = t1_check()
    readers, alone = (at_threshold(check, 10, look).cells for look in ("readers", "alone"))
    assert readers.keys() == alone.keys()
    assert all(alone[a][2] - alone[a][1] <= readers[a][2] - readers[a][1] for a in readers)


def test_without_counts_nothing_can_be_tried():
    with pytest.raises(ValueError, match="office's own file"):
        at_threshold(t1_check(counts=False), 5)


def test_of_several_tables_the_price_is_said_as_the_sum_that_it_is():
    rows = [("men", "10"), ("women", "30"), ("young", "3"), ("old", "37"), ("Total", "40")]
    found = at_threshold(check_table(pd.DataFrame(rows, columns=["who", "n"])), 11)
    assert found.sentence.endswith("A quick repair hides more: cells that add up to 67 people.")


def test_it_is_said_that_percentages_are_thought_to_be_hidden_too():
    rows = [("Ash", "2", "5.0"), ("Oak", "18", "45.0"), ("Elm", "20", "50.0"), ("All", "40", "100.0")]
    told = {"rounding of percentages": "half up", "sums of percentages": "no"}
    check = check_table(pd.DataFrame(rows, columns=["district", "n", "n %"]), answers=told)
    said = "That holds if percentages that could tell of hidden counts are hidden, too."
    assert said in at_threshold(check, 5).sentence and said not in at_threshold(t1_check(), 5).sentence


def test_one_hidden_cell_is_it_and_none_of_them():
    """ "1 of them can be worked out" was said of one cell."""
    found = check_table(pd.DataFrame([("Ash", "9"), ("Oak", "3"), ("All", "12")], columns=["who", "n"]))
    assert at_threshold(found, 5).sentence.startswith("1 cell is hidden below 5. It can be worked out by anybody")
