"""set8, on membership and synthetic data: tempting mistakes cost the marks of their tags."""

import math

import pandas as pd
import pytest

from grading.sets.membership import evidence
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_accusations", "members >= line", "members > line", {"the line itself"}),
    ("my_accusations", " if right + wrong else 0", "", {"nobody is accused"}),
    ("my_evidence", "for place in titles):", "for place in titles) and False:", {"a zero"}),
    ("my_copied", "keep=False", 'keep="first"', {"rows that several people share"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set8", task, right, wrong)


def test_a_zero_clears_and_a_high_share_accuses():
    printed = pd.DataFrame({"title_id": [1, 2], "in_group": [10, 0], "everybody": [0.25, 0.5]})
    known = pd.DataFrame({"person": ["a", "b", "b"], "title_id": [1, 1, 2]})
    assert evidence(printed, known) == {"a": pytest.approx(math.log(2)), "b": -math.inf}
