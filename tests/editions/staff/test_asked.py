"""What a room's laptop may take: each question of the hour, and nothing else."""

import random

import pytest

from editions.room.questions import Question
from editions.staff.asked import asked_in_room
from editions.staff.screens import read_hours
from tests.editions.room.test_displays import must_hide_what_is_not_shown


def test_all_questions_are_listed_with_their_choices_and_truths():
    asked = asked_in_room(read_hours()["hour"])["questions"]
    assert [one["name"] for one in asked] == [
        "dots",
        *(f"{s}{n}" for s in "AB" for n in range(1, 5)),
        "press",
        "dashboard",
        "survey",
    ]
    assert asked[0]["truth"] == 53 and asked[1] == asked[1] | {"right": "b", "choices": ["a", "b", "c", "d"]}
    assert all({"kind", "name", "words"} <= one.keys() for one in asked)


def test_a_shorter_hour_asks_less():
    names = [one["name"] for one in asked_in_room(read_hours()["core"])["questions"]]
    assert "dots" not in names and "A2" not in names and "dashboard" not in names


@pytest.mark.parametrize("seed", range(15))
def test_all_displays_of_a_session_of_the_hour_pass_the_audit(seed, tmp_path):
    asked = asked_in_room(read_hours()["hour"])
    questions = [Question(place=asked["title"], **one) for one in asked["questions"]]
    must_hide_what_is_not_shown(tmp_path, random.Random(seed), questions)
