"""The slider stands at five where that is offered, and names who uses which threshold, with the source of each."""

from disclosure.rules import THRESHOLDS_IN_USE
from teaching.widgets.thresholds import START, THRESHOLDS, threshold_slider


def test_it_starts_at_the_threshold_of_the_lessons_or_at_the_first_that_is_offered():
    assert threshold_slider(THRESHOLDS).value == START == 5
    assert threshold_slider(range(8, 12)).value == 8 and threshold_slider(range(3, 5)).value == 3


def test_whoever_uses_a_threshold_stands_at_it_and_nobody_outside_of_what_is_offered():
    landmarks = threshold_slider(range(4, 12)).landmarks
    assert set(landmarks) == {rule.k for rule in THRESHOLDS_IN_USE if 4 <= rule.k <= 11} != set()
