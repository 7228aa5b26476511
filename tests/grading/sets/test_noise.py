"""set6, on noise and composition: tempting mistakes cost the marks of their tags."""

import math

import numpy as np
import pytest

from grading.sets.noise import surest
from grading.tasks import ORDINARY
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_kept", "rows.drop_duplicates()", "rows", {"watched twice"}),
    ("my_surest", "1 - before", "before", {"ordinary cases"}),
    ("my_answered", ">= cost", "> cost", {"the threshold itself"}),
    (
        "my_answered",
        'groups if group == "everybody" else [group]',
        "[group] if group in groups else []",
        {"a question about everybody"},
    ),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set6", task, right, wrong)


def test_odds_are_multiplied_by_the_promise():
    for number in range(20):
        case = surest(np.random.default_rng(number), ORDINARY, number)
        before, epsilon = case.arguments
        odds = case.expected / (1 - case.expected) / (before / (1 - before))
        assert math.log(odds) == pytest.approx(epsilon)
