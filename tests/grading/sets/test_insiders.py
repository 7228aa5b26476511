"""set3, on insiders: tempting mistakes cost the marks of their tags."""

import pandas as pd
import pytest

from grading.sets.insiders import told
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_view", " - own", "", {"ordinary cases"}),
    ("my_view", "rest = len(others) - 1", "rest = len(others)", {"ordinary cases"}),
    ("my_told", "== 1:", "< k:", {"two people who are not alone"}),
    ("my_told", "== 2:", ">= 2:", {"three hidden counts in a row"}),
    ("my_pooled", "if low == high", "", {"ordinary cases"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set3", task, right, wrong)


def test_who_is_alone_learns_the_other_count():
    table = pd.DataFrame({"a": [1, 2, 1], "b": [3, 2, 1], "c": [9, 9, 1]}, index=["x", "y", "z"], dtype="Int64")
    assert told(table, 5) == {("x", "a"): 3}
