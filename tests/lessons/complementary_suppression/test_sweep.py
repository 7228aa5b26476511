"""Repairs are judged as a reader with pencil and paper would judge them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import Width
from lessons.complementary_suppression.sweep import hidden_cells, judged, repaired, repairs, with_two_marks
from tests.disclosure.repair.small_tables import hidden_in, table_of

TABLE = table_of([3, 9, 9], [9, 9, 0], [9, 9, 9])
ROUND = SuppressByHand(5, also=(("A", "S"), ("B", "N"), ("B", "S")))
"""Four cells round a rectangle: one more here, one less there."""


def row_of(release, cell, **how):
    return hidden_cells(TABLE, release, **how).set_index("cell").loc[cell]


def test_a_cell_alone_in_its_line_is_known_and_one_in_a_rectangle_is_not():
    assert row_of(Suppress(5)(TABLE), "A | N")[["role", "low", "high", "verdict", "protected"]].tolist() == [
        "primary", 3, 3, "exact", False,
    ]  # fmt: skip
    assert row_of(ROUND(TABLE), "A | N")[["low", "high", "verdict", "protected"]].tolist() == [1, 4, "open", True]
    assert row_of(ROUND(TABLE), "A | S")[["role", "protected"]].tolist() == ["complementary", False]
    assert row_of(ROUND(TABLE), "C | N")[["role", "verdict", "why"]].tolist() == ["printed", "", ""]


def test_reasons_are_given_when_asked_for():
    assert "3 are left for" in row_of(Suppress(5)(TABLE), "A | N", why=True)["why"]


@pytest.mark.parametrize(
    ("promise", "kept"), [("exact", True), (Width(3), True), ("whole range", True), (Width(4), False)]
)
def test_a_promise_is_kept_or_not(promise, kept):
    """1 to 4 is as wide as the rule allows."""
    assert row_of(ROUND(TABLE), "A | N", protect=promise)["protected"] == kept


def test_a_range_that_is_cut_off_is_not_the_whole_range():
    """Two people fewer in a cell of 6 would be a small count: so 3 can become 4, and 2 or 1, but 6 no more than 5."""
    table = table_of([3, 6, 9], [6, 9, 9], [9, 9, 9])
    cells = hidden_cells(table, ROUND(table)).set_index("cell").loc["A | N"]
    assert (cells["low"], cells["high"]) == (1, 4)
    narrow = table_of([2, 5, 9], [5, 9, 9], [9, 9, 9])
    cells = hidden_cells(narrow, ROUND(narrow), protect="whole range").set_index("cell").loc["A | N"]
    assert (cells["low"], cells["high"], cells["protected"]) == (1, 2, False)


def test_people_are_counted_by_hand():
    alone = judged(TABLE, Suppress(5)(TABLE))
    assert alone == {
        "primary": 1, "people_primary": 3, "known": 1, "people_known": 3, "people_protected": 0, "complementary": 0,
        "people_complementary": 0, "utility_lost": 3 / 66, "order_preserved": 1.0,
    }  # fmt: skip
    mended = judged(TABLE, ROUND(TABLE))
    assert (mended["people_protected"], mended["complementary"], mended["people_complementary"]) == (3, 3, 27)
    assert mended["utility_lost"] == 30 / 66


def test_totals_are_cells_but_their_people_are_not_counted_twice():
    hidden = SuppressByHand(5, also=(("A", "total"), ("total", "N"), ("total", "total")))(TABLE)
    row = judged(TABLE, hidden)
    assert (row["complementary"], row["people_complementary"], row["people_protected"]) == (3, 0, 3)


def test_a_promise_that_nobody_can_keep_has_a_sentence_and_no_price():
    tried = repairs(TABLE, [SuppressComplementary(5), SuppressComplementary(5, protect=Width(4))])
    assert tried["price"].isna().tolist() == [False, True]
    assert tried["sentence"].iloc[1].startswith("A | N cannot be protected")
    row, release = repaired(TABLE, SuppressComplementary(5, protect=Width(4)))
    assert release is None and set(row) == {"defence", "strength", "sentence"}


def test_a_search_is_watched():
    news = []
    defence = SuppressComplementary(5, method="optimal", protect="whole range")
    row, _ = repaired(TABLE, defence, watch=lambda best, least, seconds: news.append((best, least)))
    assert news and all(least <= best for best, least in news) and row["least"] == row["price"]


def test_a_second_mark_changes_only_the_marks_of_complementary_cells():
    one = ROUND(TABLE)
    two = with_two_marks(one, TABLE, "x")
    assert hidden_in(two) == hidden_in(one)
    assert set(two.cell_names[two.cells["mark"] == "x"]) == {"A | S", "B | N", "B | S"}
    assert two.rule.complementary_mark == "x" and one.rule.complementary_mark == "c"


@pytest.mark.parametrize("judge", [hidden_cells, judged, lambda table, release: with_two_marks(release, table, "x")])
def test_a_table_without_a_rule_is_refused(judge):
    with pytest.raises(ValueError, match="tells no rule"):
        judge(TABLE, TABLE)


COUNTS = st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=3, max_size=3)


@settings(max_examples=10)
@given(COUNTS, st.sampled_from(["exact", Width(2), "whole range"]))
def test_what_the_kit_repairs_is_judged_protected(counts, promise):
    table = table_of(*counts)
    row, release = repaired(table, SuppressComplementary(5, protect=promise))
    if release is not None:
        cells = hidden_cells(table, release, protect=promise)
        assert cells.loc[cells["role"] == "primary", "protected"].all()
        assert row["people_protected"] == row["people_primary"] and row["known"] == 0
        known = cells[cells["role"] != "printed"]
        assert known["count"].between(known["low"], known["high"].fillna(10**9)).all()
