"""The rule of thumb covers every line, hides far too many, and gives a small count back all the same."""

import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.tables.from_counts import table_from_counts
from lessons.complementary_suppression.defences import cover_each_line
from lessons.complementary_suppression.small_tables import five_films
from lessons.complementary_suppression.sweep import hidden_cells


def hidden_in_each_line(release):
    hidden = release.is_hidden & ~release.is_total
    return [n for name in release.by for n in hidden.groupby(release.cells[name]).sum() if n]


def test_on_the_table_of_the_lesson_one_cell_falls_and_twice_as_many_people_pay():
    judged = hidden_cells(five_films(), cover_each_line(five_films(), threshold=5))
    fallen = judged.query("role == 'primary' and not protected")
    assert fallen[["cell", "low"]].to_numpy().tolist() == [["Easel | East", 4]]
    paid = judged.query("role == 'complementary'")["count"].sum()
    assert paid > 2 * SuppressComplementary(5, method="optimal").repair(five_films()).price


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=16, max_size=16))
def test_no_line_has_exactly_one_hidden_cell(numbers):
    counts = [numbers[start : start + 4] for start in range(0, 16, 4)]
    films, regions = pd.Index(list("ABCD"), name="film"), pd.Index(list("NSEW"), name="region")
    assume(any(number < 4 for number in numbers))
    release = cover_each_line(table_from_counts(pd.DataFrame(counts, films, regions)), threshold=4)
    assert min(hidden_in_each_line(release)) >= 2


def test_two_in_each_line_and_yet_one_line_alone_gives_back_both():
    """In the first row two people stand in two hidden cells, none of which is empty."""
    counts = [[1, 1, 9], [1, 1, 8], [9, 7, 9]]
    films, regions = pd.Index(list("ABC"), name="film"), pd.Index(list("NSE"), name="region")
    table = table_from_counts(pd.DataFrame(counts, films, regions))
    judged = hidden_cells(table, cover_each_line(table, threshold=5), why=True).query("role == 'primary'")
    assert judged["verdict"].eq("exact").all()
