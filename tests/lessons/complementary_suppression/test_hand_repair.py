"""The learner's choices are audited at once; the cheapest repair is shown when the audit is content, and not before."""

import pandas as pd
import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import Width
from lessons.complementary_suppression.hand_repair import repair_by_hand
from tests.disclosure.repair.small_tables import hidden_in, table_of

TABLE = table_of([3, 9, 12], [9, 20, 9], [11, 9, 0])
"""Row A, column N: 3 is small. Round the rectangle to B and S: 9 + 9 + 20; round that to C and S: 9 + 11 + 9."""


@pytest.fixture
def by_hand():
    return repair_by_hand(TABLE, threshold=5)


def place(by_hand, cell):
    return next(at for at, it in enumerate(by_hand.control.cells) if it["spoken"].startswith(f"{cell}:"))


def press(by_hand, *cells):
    for cell in cells:
        switched = {*by_hand.control.pressed} ^ {place(by_hand, cell)}
        by_hand.control.set_state({"pressed": sorted(switched)})


def test_at_first_the_rule_alone_is_audited(by_hand):
    assert not by_hand.content and by_hand.price == 0
    assert by_hand.control.sentence.startswith("Not yet: 1 of 1 small cells can still be worked out. A | N: ")
    assert hidden_in(by_hand.release) == hidden_in(Suppress(5)(TABLE)) == {"A | N"}


def test_each_cell_changes_the_price_and_the_last_one_makes_the_audit_content(by_hand):
    press(by_hand, "A | S", "B | N")
    assert not by_hand.content and "Price: 18 people in 2 further cells." in by_hand.control.sentence
    press(by_hand, "B | S")
    assert by_hand.content and by_hand.price == 38
    assert by_hand.control.sentence.startswith("The audit agrees: no small cell can be worked out.")
    assert hidden_in(by_hand.release) == {"A | N", "A | S", "B | N", "B | S"}


def test_a_cell_that_is_switched_again_is_printed_again(by_hand):
    press(by_hand, "A | S", "B | N", "B | S", "B | S")
    assert not by_hand.content and by_hand.price == 18


def test_the_cheapest_repair_waits_until_the_audit_is_content(by_hand):
    by_hand.show.set_state({"presses": 1})
    assert by_hand.cheapest is None and by_hand.show.sentence == "First protect all small cells. Then compare."
    press(by_hand, "A | S", "B | N", "B | S")
    by_hand.show.set_state({"presses": 2})
    price = SuppressComplementary(5, method="optimal").repair(TABLE).price
    assert price == 29
    assert by_hand.show.sentence == "Yours hides 38 people in further cells, the cheapest repair 29: 9 fewer."
    assert by_hand.children[-1] is by_hand.cheapest and by_hand.cheapest.read_only
    looks = {cell["spoken"].split(":")[0] for cell in by_hand.cheapest.cells if cell["look"] == "complementary"}
    assert looks == {"A | S", "C | N", "C | S"}


def test_whoever_finds_a_cheapest_repair_is_told(by_hand):
    press(by_hand, "A | S", "C | N", "C | S")
    by_hand.show.set_state({"presses": 1})
    assert by_hand.show.sentence.endswith("you found a cheapest one.")


def test_one_step_back_and_from_the_start(by_hand):
    press(by_hand, "A | S", "B | N")
    by_hand.undo.set_state({"presses": 1})
    assert by_hand.price == 9 and by_hand.control.pressed == [place(by_hand, "A | S")]
    by_hand.again.set_state({"presses": 1})
    assert by_hand.price == 0 and by_hand.control.pressed == [] and by_hand.undo.disabled
    by_hand.undo.set_state({"presses": 2})
    assert by_hand.undo.sentence == "There is no step to take back."


def test_switches_that_arrive_together_are_taken_back_one_by_one(by_hand):
    by_hand.control.set_state({"pressed": sorted(place(by_hand, cell) for cell in ("A | S", "B | N"))})
    by_hand.undo.set_state({"presses": 1})
    assert len(by_hand.control.pressed) == 1
    by_hand.undo.set_state({"presses": 2})
    assert by_hand.control.pressed == [] and by_hand.undo.disabled


def test_a_wider_promise_asks_for_more():
    """3 beside 6, 6 and 9: the sixes cannot fall below 5, so it can rise by 1 at most, and fall by 2."""
    table = table_of([3, 6, 9], [6, 9, 9], [9, 9, 9])
    usual, wide = (repair_by_hand(table, threshold=5, protect=promise) for promise in ("exact", "whole range"))
    for by_hand in (usual, wide):
        press(by_hand, "A | S", "B | N", "B | S")
    assert usual.content and wide.content
    narrow = repair_by_hand(table_of([2, 5, 9], [5, 9, 9], [9, 9, 9]), threshold=5, protect=Width(2))
    press(narrow, "A | S", "B | N", "B | S")
    assert not narrow.content and "1 of 1 small cells are not protected enough. A | N: " in narrow.control.sentence


def test_a_promise_that_nobody_can_keep_says_so_at_once():
    with pytest.raises(ValueError, match=r"A \| N cannot be protected"):
        repair_by_hand(TABLE, threshold=5, protect=Width(4))


def test_where_nothing_is_small_the_audit_is_content_at_once():
    by_hand = repair_by_hand(table_of([9, 9], [9, 9]), threshold=5)
    assert by_hand.content
    by_hand.show.set_state({"presses": 1})
    assert by_hand.show.sentence.endswith("you found a cheapest one.")


def test_labels_from_data_stay_text():
    people = pd.DataFrame({"film": ["<b>A</b>"] * 9 + ["Ä"] * 9, "region": ["n", "s", "s"] * 6})
    from disclosure.tables.count_table import count_table

    by_hand = repair_by_hand(count_table(people, by=("film", "region")), threshold=5)
    assert by_hand.control.rows[0] == "<b>A</b>"
