"""What the page gets for a repair by hand, and which tables it may be of; its use is in tests/browser."""

import pandas as pd
import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import Width
from disclosure.tables.count_table import count_table
from lessons.complementary_suppression.hand_repair import repair_by_hand
from tests.disclosure.repair.small_tables import hidden_in, table_of

TABLE = table_of([3, 9, 12], [9, 20, 9], [11, 9, 0])
"""Row A, column N: 3 is small. Round the rectangle to B and S: 9 + 9 + 20; round that to C and S: 9 + 11 + 9."""


def test_the_release_is_what_the_learner_would_publish_now():
    by_hand = repair_by_hand(TABLE, threshold=5)
    assert hidden_in(by_hand.release) == hidden_in(Suppress(5)(TABLE)) == {"A | N"}
    by_hand.set_state({"pressed": [1, 4, 5]})
    assert hidden_in(by_hand.release) == {"A | N", "A | S", "B | N", "B | S"}


def test_the_page_carries_the_cheapest_repair_and_whether_that_is_proved():
    cheapest = repair_by_hand(TABLE, threshold=5).figure["cheapest"]
    best = SuppressComplementary(5, protect="exact", method="optimal").repair(TABLE)
    assert (cheapest["price"], cheapest["proved"]) == (29, True) == (best.price, best.proved)
    covers = [place for place, letter in enumerate(cheapest["letters"]) if letter == "c"]
    assert {TABLE.cell_names[place] for place in covers} == {"A | S", "C | N", "C | S"}


@pytest.mark.parametrize(("protect", "promise"), [("exact", 1), (Width(2), 2), ("whole range", "whole range")])
def test_the_promise_is_how_many_counts_stay_possible(protect, promise):
    table = table_of([3, 19, 19], [19, 19, 19], [19, 19, 19])
    assert repair_by_hand(table, threshold=5, protect=protect).figure["promise"] == promise


def test_a_promise_that_nobody_can_keep_says_so_at_once():
    with pytest.raises(ValueError, match=r"A \| N cannot be protected"):
        repair_by_hand(TABLE, threshold=5, protect=Width(4))


def test_tables_that_the_page_cannot_audit_are_refused():
    people = pd.DataFrame({"film": list("ABC") * 9, "region": ["n", "s", "s"] * 9})
    wider = count_table(people, by=("film", "region"), hierarchies={"film": {"A": "old", "B": "old", "C": "new"}})
    for table in (wider, count_table(people, by=("film", "region"), totals=False)):
        with pytest.raises(ValueError, match="needs a table with one row and one column of totals and no other sums"):
            repair_by_hand(table, threshold=5)
    with pytest.raises(ValueError, match="has two dimensions"):
        repair_by_hand(count_table(people, by="film"), threshold=5)
    with pytest.raises(ValueError, match="hidden"):
        repair_by_hand(Suppress(5)(TABLE), threshold=5)


def test_labels_from_data_stay_text():
    people = pd.DataFrame({"film": ["<b>A</b>"] * 9 + ["Ä"] * 9, "region": ["n", "s", "s"] * 6})
    assert repair_by_hand(count_table(people, by=("film", "region")), threshold=5).figure["rows"][0] == "<b>A</b>"
