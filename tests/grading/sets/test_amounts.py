"""set4, on amounts: tempting mistakes cost the marks of their tags."""

import pandas as pd
import pytest

from grading.sets.amounts import estimates
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_dominated", "> percent", ">= percent", {"the threshold itself"}),
    ("my_dominated", "amounts.nlargest(n).sum()", "n * amounts.max()", {"ordinary cases"}),
    ("my_pq", "q * others < p", "q * others <= p", {"the threshold itself"}),
    ("my_pq", "return True", "return False", {"one contributor"}),
    ("my_room", "[low + spare * alone,", "[low,", {"one hidden amount"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set4", task, right, wrong)


def test_the_second_largest_takes_her_own_away():
    spent = pd.Series({(1, "x", 1): 900, (1, "x", 2): 80, (1, "x", 3): 20}, name="minutes")
    spent.index.names = ["title_id", "country", "viewer_id"]
    assert estimates(spent)[["guess", "off_by"]].round(3).to_numpy().tolist() == [[920, 0.022]]
