"""What else could be done, on T1."""

import pandas as pd

from disclosure.own_table.alternatives import best_merger, other_ways
from disclosure.own_table.check import check_table
from disclosure.own_table.wishes import Wishes
from disclosure.rules import Rule
from tests.disclosure.own_table.example import t1_check


def test_the_two_districts_that_leave_least_are_named():
    best = best_merger(t1_check().counted, Rule(5))
    assert (best.dimension, best.labels, best.left) == ("district", ("Birchmoor", "Coldwell"), 1)


def test_each_way_says_what_it_leaves():
    merged, totals, rounded = other_ways(t1_check(), Wishes(5))
    assert merged == "Merge Birchmoor and Coldwell: 1 of 4 counts below 5 are left."
    assert "all 10 totals" in totals and "nearest 5" in rounded and "more than 2" in rounded


def test_where_nothing_is_small_or_known_there_is_none():
    assert other_ways(t1_check(), Wishes(2)) == [] == other_ways(t1_check(counts=False), Wishes(5))


def test_subtotals_are_totals_and_percentages_tell_of_them():
    lines = ["Ash", "Oak", "North", "Elm", "Fir", "South", "Total"]
    nested = pd.DataFrame({"district": lines, "A": ["2", "7", "9", "8", "11", "19", "28"]})
    _, sentence, _ = other_ways(check_table(nested), Wishes(5))
    assert sentence.startswith("Leave out all 3 totals (subtotals too), and hide the one small count alone")
    shares = pd.DataFrame(
        {
            "district": ["Ash", "Oak", "Elm", "Total"],
            "people": ["2", "9", "12", "23"],
            "%": ["8.7", "39.1", "52.2", "100.0"],
        }
    )
    _, totals, rounded = other_ways(check_table(shares), Wishes(5))
    assert totals.startswith("Leave out the total and all percentages, and hide the one small count alone")
    assert "leave out the percentages, and hide nothing" in rounded
