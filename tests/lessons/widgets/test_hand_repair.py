"""By hand: until the audit is content, and then beside the cheapest."""

import pytest

from lessons.widgets.hand_repair import repair_by_hand
from tests.lessons.sweep.test_repairs import TABLE

SQUARE = [0, 3, 4]
"""The places of the three other cells of the square."""


@pytest.fixture
def hand():
    return repair_by_hand(TABLE, threshold=3)


def test_at_first_the_small_cell_is_known(hand):
    assert not hand.content and hand.show.disabled
    assert "A | S" in hand.control.sentence or "A, S" in hand.control.sentence


def test_one_cell_is_not_enough_and_the_square_is(hand):
    hand.control.pressed = [0]
    assert not hand.content and hand.price == 5
    hand.control.pressed = SQUARE
    assert hand.content and hand.price == 12 and not hand.show.disabled


def test_the_cheapest_stands_beside_hers_only_when_she_is_done(hand):
    hand.show.presses += 1
    assert hand.cheapest is None
    hand.control.pressed = [*SQUARE, 5]
    hand.show.presses += 1
    assert hand.cheapest in hand.children and "12" in hand.show.sentence


def test_steps_are_taken_back_one_by_one_or_all(hand):
    for pressed in ([0], [0, 3], SQUARE):
        hand.control.pressed = pressed
    hand.undo.presses += 1
    assert hand.control.pressed == [0, 3]
    hand.again.presses += 1
    assert hand.control.pressed == [] and not hand.content
    hand.undo.presses += 1
    assert hand.undo.sentence and hand.control.pressed == []


def test_the_release_is_what_she_chose(hand):
    hand.control.pressed = SQUARE
    assert hand.release.is_hidden.tolist()[:5] == [True, True, False, True, True]
