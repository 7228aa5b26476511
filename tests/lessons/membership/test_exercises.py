"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import math

import numpy as np
import pytest

from lessons.membership.exercises import (
    accused,
    clubs_of_readers,
    county_without_small_numbers,
    how_many_accused,
    measured_line,
    summed_evidence,
    what_titles_say,
    where_to_draw,
)
from teaching.checks import Verdict


def of_everybody(found_share, accused_share, members, everybody):
    return found_share * members, accused_share * everybody


def the_accused(found_share, accused_share, members, everybody):
    return found_share * members, found_share * accused_share * (everybody - members)


def all_titles(printed, size, reach, titles):
    return sum(math.log(max(n, 0.5) / size / p) for n, p in zip(printed, reach, strict=True))


def zeros_left_out(printed, size, reach, titles):
    return sum(math.log(printed[t] / size / reach[t]) for t in titles if printed[t])


def half_a_person(printed, size, reach, titles):
    return sum(math.log(max(printed[t], 0.5) / size / reach[t]) for t in titles)


def bell_curve(scores, share):
    return float(np.mean(scores) + 2.33 * np.std(scores))


def wrong_end(scores, share):
    return sorted(scores)[int(share * len(scores))]


@pytest.mark.parametrize(
    ("exercise", "reference", "mistakes"),
    [
        (how_many_accused, accused, [of_everybody, the_accused]),
        (what_titles_say, summed_evidence, [all_titles, zeros_left_out, half_a_person]),
        (where_to_draw, measured_line, [bell_curve, wrong_end, lambda scores, share: max(scores)]),
    ],
)
def test_three_outcomes(exercise, reference, mistakes):
    verdicts = [exercise().check(answer).verdict for answer in (reference, lambda *given, **named: ..., *mistakes)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, *[Verdict.NOT_YET] * len(mistakes)]


def test_references_by_hand():
    assert accused(0.5, 0.01, 20, 10_020) == (10.0, 100.0)
    assert summed_evidence([2, 0, 1], 4, [0.5, 0.5, 0.5], [0, 2]) == pytest.approx(math.log(0.5))
    assert summed_evidence([2, 0, 1], 4, [0.5, 0.5, 0.5], [0, 1]) == -math.inf
    assert measured_line([1.0, 5.0, 3.0, 2.0], 0.25) == 3.0 and measured_line([1.0, 5.0], 0.0) == 5.0


def test_plans_are_judged_by_what_they_do():
    task = clubs_of_readers()
    right = [
        county_without_small_numbers(),
        {"group": "the town", "print": "as counted", "books": "top 40"},
        {"group": "the county", "print": "nearest 5", "books": "all"},
    ]
    assert [task.check(plan).verdict for plan in right] == [Verdict.RIGHT] * 3
    club = task.check({"group": "one club", "print": "hide 1 to 9", "books": "all"})
    assert club.verdict is Verdict.NOT_YET and "At most 5 of 100 members" in club.explanation
    loud = task.check({"group": "the town", "print": "noise", "books": "all"})
    assert "must name at least 7 of the ten" in loud.explanation
    assert task.check(...).verdict is Verdict.NOT_ATTEMPTED


@pytest.mark.parametrize(
    "plan", ["county", {"group": "the county"}, {"group": "a", "print": "noise", "books": "all"}, 3]
)
def test_other_plans_get_a_sentence(plan):
    outcome = clubs_of_readers().check(plan)
    assert outcome.verdict is Verdict.NOT_YET and "Write a plan like" in outcome.explanation
