"""Seats, guesses about them, and who is the same in all lists."""

import numpy as np
import pandas as pd

from lessons.reconstruction.attack import Lists
from lessons.reconstruction.people import guesses_by_seat, seat_names, seated, stands_alone, the_same_in_all
from tests.lessons.reconstruction.small_blocks import LABELS

FOUND = Lists(
    ("female", "female", "male"),
    np.array([[20, 30, 40], [20, 31, 40], [20, 30, 40], [20, 31, 40], [20, 31, 40]]),
    np.array([[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1], [0, 0, 1]]),
)


def test_a_seat_on_which_all_lists_agree_is_declared_and_no_other():
    guesses = guesses_by_seat(FOUND, LABELS)
    assert guesses["declared"].tolist() == [True, False, False]
    assert guesses["claim"].tolist()[0] == "20, basic" and guesses["claim"].isna().tolist() == [False, True, True]
    assert guesses["confidence"].tolist() == [1.0, 0.6, 0.6] and guesses["age"].tolist() == [20, 31, 40]
    assert the_same_in_all(FOUND, LABELS).to_numpy().tolist() == [["female 1", "female", 20, "basic"]]


def test_seats_of_the_true_people():
    people = pd.DataFrame(
        {"sex": ["male", "female", "female"], "plan": ["basic", "premium", "basic"], "age": [19, 30, 30]}
    )
    found = seated(people, LABELS)
    assert found["target"].tolist() == ["female 1", "female 2", "male 1"] == seat_names(FOUND.sexes)
    assert found["answer"].tolist() == ["30, basic", "30, premium", "19, basic"]


def test_who_shares_sex_and_age_with_another_does_not_stand_alone():
    twins = Lists(("female", "female", "male"), np.array([[20, 30, 30], [20, 20, 40]]), np.zeros((2, 3), dtype=int))
    assert not stands_alone(twins, 0) and stands_alone(FOUND, 0) and stands_alone(FOUND, 2)
