"""set2, on complementary suppression: tempting mistakes cost the marks of their tags."""

import pandas as pd
import pytest

from grading.sets.covered_tables import holds, peeled
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_given_back", "        hidden -= alone", "        return found", {"one after the other"}),
    ("my_cover", "if all(people) and", "if", {"a zero"}),
    ("my_cover", "sum(people) < best[0]", "sum(people) <= best[0]", {"ties"}),
    ("my_left_over", "if count", "if count > 0", {"ordinary cases"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set2", task, right, wrong)


def test_cells_are_peeled_line_by_line_and_a_ring_is_not():
    table = pd.DataFrame({"a": [None, None, 7.0], "b": [None, 5, 9]}, index=["x", "y", "total"])
    assert set(peeled(table)) == {("x", "a"), ("y", "a"), ("x", "b")}
    assert peeled(pd.DataFrame({"a": [None, None], "b": [None, None]})) == []


def test_a_repair_must_hold_and_be_small():
    cells = [[["x", "a"], 2], [["x", "b"], 9], [["x", "c"], 8], [["y", "a"], 7], [["y", "b"], 6], [["y", "c"], 9]]
    ring = [("x", "b"), ("y", "a"), ("y", "b")]
    assert holds(ring, {"cells": cells, "most": 3}) and not holds(ring, {"cells": cells, "most": 2})
    assert not holds(ring[:2], {"cells": cells, "most": 3}) and not holds([], {"cells": cells, "most": 3})
