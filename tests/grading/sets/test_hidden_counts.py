"""set1, on suppression and differencing: tempting mistakes cost the marks of their tags."""

import pytest

from grading.sets.hidden_counts import ways_of
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_published", "< k)", "<= k)", {"the threshold itself"}),
    ("my_published", "(counts > 0) & (counts < k)", "counts < k", {"a zero"}),
    ("my_published", "others.argmin()", "len(others) - 1 - others[::-1].argmin()", {"ties"}),
    ("my_ranges", "max(1, missing - others * (k - 1))", "1", {"ordinary cases"}),
    ("my_ranges", "min(k - 1, missing - others)", "k - 1", {"ordinary cases"}),
    ("my_newcomers", "k - 1)", "k)", {"the threshold itself"}),
    ("my_newcomers", "between(1,", "between(0,", {"ordinary cases"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set1", task, right, wrong)


def test_a_line_is_filled_in_all_ways():
    assert ways_of(3, 2, 5) == [(1, 2), (2, 1)] and ways_of(0, 0, 5) == [()] and ways_of(9, 2, 5) == []
