"""The reference, the untouched stub and tempting mistakes get three different outcomes."""

import pandas as pd
import pytest

from lessons.release_desk.exercises import (
    answer_of_range,
    answered_by_range,
    decisions_beside_two,
    found_by_weakest,
    people_by_weakest,
    sheets,
    taken_over,
    teenagers_left,
)
from teaching.checks import Verdict
from tests.lessons.release_desk.small_desk import office


def subtracts_whatever_is_there(sheets):
    counts = sheets.set_index("group")["count"]
    return int(counts["all"] - counts["adults"] - counts["children"]) if len(counts) == 3 else "not known"


def forgets_the_unit(sheets):
    one = sheets["population"].nunique() == 1 and sheets["day"].nunique() == 1
    return subtracts_whatever_is_there(sheets) if one else "not known"


def counts_for_each_attack(claims, order):
    return [int((claims["attack"].eq(attack) & claims["right"]).sum()) for attack in order]


def takes_the_false_ones_too(claims, order):
    return people_by_weakest(claims.assign(right=True), order)


def takes_the_middle(low, high, line):
    return "yes" if (low + high) / 2 > line else "no"


def at_the_line(low, high, line):
    return "yes" if low >= line else "no" if high <= line else "cannot be answered"


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (sheets, teenagers_left, [subtracts_whatever_is_there, forgets_the_unit]),
        (found_by_weakest, people_by_weakest, [counts_for_each_attack, takes_the_false_ones_too]),
        (answered_by_range, answer_of_range, [takes_the_middle, at_the_line]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    verdicts = [exercise().check(answer).verdict for answer in (reference, lambda *given: ..., *mistakes)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, *[Verdict.NOT_YET] * len(mistakes)]


def test_a_person_counts_once_for_the_weakest():
    claims = pd.DataFrame({"person": [1, 1, 2, 2], "attack": ["b", "a", "b", "a"], "right": [True, True, True, False]})
    assert people_by_weakest(claims, ["a", "b"]) == [1, 1]


def test_three_leaflets():
    leaflets = pd.DataFrame({"group": ["all", "adults", "children"], "count": [61, 41, 17]})
    assert teenagers_left(leaflets.assign(population="Oslo", day="1 May", unit="people")) == 3


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"extract": "as asked"}, "people found more: "),
        ({"extract": "decline"}, "answered rightly: 2"),
        ({"top ten": "decline"}, "Decide about these four"),
    ],
)
def test_four_decisions_beside_two_are_tried_out(change, sentence):
    task, one_way = taken_over(office()), decisions_beside_two()
    assert task.check(one_way).verdict is Verdict.RIGHT
    outcome = task.check({**one_way, **change})
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation
