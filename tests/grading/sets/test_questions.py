"""set7, on trackers and reconstruction: tempting mistakes cost the marks of their tags."""

import pytest

from grading.sets.questions import settled
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_desk", "k <= size <=", "k < size <", {"the threshold itself"}),
    ("my_desk", " <= len(people) - k", "", {"too few others"}),
    ("my_settled", "== 1}", "<= 2}", {"ordinary cases"}),
    ("my_lists", "way[-1] == highest", "way[-1] <= highest", {"ordinary cases"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set7", task, right, wrong)


def test_answers_that_fit_one_way_are_settled():
    assert settled(3, [([0, 1], 2)]) == {0: 1, 1: 1} and settled(2, []) == {}
