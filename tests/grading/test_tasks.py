"""Tasks know what they are worth and draw their cases."""

import numpy as np

from grading.sets import SETS
from grading.tasks import ORDINARY, Case, FunctionTask


def test_cases_are_drawn_for_each_tag():
    task = FunctionTask("f", {ORDINARY: 1, "ties": 2}, lambda rng, tag, number: Case((tag, number), number), 3)
    drawn = task.drawn(np.random.default_rng(0))
    assert [case.arguments for _, case in drawn] == [(tag, n) for tag in (ORDINARY, "ties") for n in range(3)]


def test_there_are_eight_sets_and_each_is_worth_the_same():
    assert list(SETS) == [f"set{number}" for number in range(1, 9)]
    assert {one.points for one in SETS.values()} == {20}
    names = [task.name for one in SETS.values() for task in one.tasks]
    assert len(names) == len(set(names))
