"""The exercises: the reference, the untouched stub and tempting mistakes get three different outcomes."""

import numpy as np
import pandas as pd
import pytest

from lessons.recommendations.exercises import (
    leak,
    library_lists,
    likeness,
    likeness_of_two,
    list_of_a_title,
    listed,
    long_lists_of_read_books,
    vanished,
)
from teaching.checks import Verdict

ONE = pd.DataFrame({"target": list("abc"), "right": [True, True, False]})
OTHER = pd.DataFrame({"target": list("cab"), "right": [True, False, True]})


def by_position(with_her, without_her):
    return int((with_her["right"] & ~without_her["right"]).sum())


def difference(with_her, without_her):
    return int(with_her["right"].sum() - without_her["right"].sum())


def not_normed(both, i, j):
    return both[i, j]


def without_root(both, i, j):
    viewers = both[i, i] * both[j, j]
    return both[i, j] / viewers if viewers else 0


def only_common(counts, title, length, least):
    kept = counts[counts["title_id"].ne(title) & counts["viewers"].ge(least) & counts["common"].gt(0)]
    return kept.sort_values("common", ascending=False)["title_id"].head(length).tolist()


def with_itself(counts, title, length, least):
    return listed(counts.assign(title_id=counts["title_id"]), -1, length, least)


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (leak, vanished, [by_position, difference, lambda with_her, without_her: int(with_her["right"].sum())]),
        (likeness_of_two, likeness, [not_normed, without_root]),
        (list_of_a_title, listed, [only_common, with_itself]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    verdicts = [exercise().check(answer).verdict for answer in (reference, ..., *mistakes)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, *[Verdict.NOT_YET] * len(mistakes)]


def test_references_by_hand():
    assert vanished(ONE, OTHER) == 1, "a is gone, b stays, c is right only without"
    both = np.array([[4, 2, 0], [2, 9, 0], [0, 0, 0]])
    assert likeness(both, 0, 1) == pytest.approx(2 / 6) and likeness(both, 0, 2) == 0
    counts = pd.DataFrame({"title_id": [1, 2, 3, 4], "viewers": [9, 4, 1, 8], "common": [9, 2, 1, 0]})
    assert listed(counts, 1, 5, 0) in ([2, 3], [3, 2]) and listed(counts, 1, 5, 2) == [2]


@pytest.mark.parametrize(
    "lists",
    [
        long_lists_of_read_books(),
        {"length": 5, "least_readers": 65},
        {"length": 20, "least_readers": 50},
    ],
)
def test_several_lists_are_right(lists):
    assert library_lists().check(lists).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        ({"length": 20, "least_readers": 10}, "At most 60 may vanish."),
        ({"length": 20, "least_readers": 100}, "It must be 60% at least."),
        ({"length": 3, "least_readers": 65}, "A list must have 5 places at least."),
        ({"length": 20}, "Write two whole numbers like"),
        ({"length": 2.5, "least_readers": 3}, "length is 2.5, which is no whole number"),
        ("twenty", "Write two whole numbers like"),
    ],
)
def test_other_lists_get_a_sentence(lists, sentence):
    outcome = library_lists().check(lists)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation
