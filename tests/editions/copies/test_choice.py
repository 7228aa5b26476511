"""Lessons are named by number or name; what is not there is said, with all that is."""

from pathlib import Path

import pytest

from editions.copies.choice import ChoiceError, all_lessons, named_lessons

THERE = [Path(f"{name}.ipynb") for name in ("00_start_here", "05_insiders", "06_amounts")]


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ("05", ["05"]),
        ("5", ["05"]),
        ("06 05 6", ["05", "06"]),
        ("0,insiders", ["00", "05"]),
        ("05_insiders.ipynb", ["05"]),
    ],
)
def test_lessons_are_found_each_once_and_in_their_order(names, meant):
    assert [path.stem[:2] for path in named_lessons(names, THERE)] == meant


@pytest.mark.parametrize("names", ["55", "05 55", "insider", "005", "-1", "*"])
def test_a_lesson_that_is_not_there_is_named_beside_those_that_are(names):
    with pytest.raises(ChoiceError, match=r"There is no lesson .* What there is: 00, 05, 06\."):
        named_lessons(names, THERE)


@pytest.mark.parametrize("names", ["", " , "])
def test_nothing_is_not_everything(names):
    with pytest.raises(ChoiceError, match="No lesson is named"):
        named_lessons(names, THERE)


def test_all_lessons_of_the_kit_can_be_named():
    assert named_lessons(" ".join(path.stem[:2] for path in all_lessons()), all_lessons()) == all_lessons()
