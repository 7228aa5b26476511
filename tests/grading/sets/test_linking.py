"""set5, on unicity and linking: tempting mistakes cost the marks of their tags."""

import pandas as pd
import pytest

from grading.sets.linking import fitting_records, records_alone
from tests.grading.class_of_students import costs

MISTAKES = [
    ("my_fits", "<= days", "< days", {"the threshold itself"}),
    (
        "my_fits",
        'found = set(log["viewer_id"])',
        'found = set(log["viewer_id"]) if clues else set()',
        {"no clue at all"},
    ),
    ("my_named", ">= lead", "> lead", {"the threshold itself"}),
    ("my_named", "and ahead > 0", "or ahead == 0", {"ties"}),
    ("my_alone_with", 'list(dict.fromkeys(part["title_id"]))', 'list(part["title_id"])', {"watched twice"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set5", task, right, wrong)


def test_records_fit_within_the_days_and_are_alone_with_their_first_titles():
    log = pd.DataFrame({"record": [1, 1, 2, 2], "title_id": [5, 6, 5, 7], "day": [10, 20, 13, 30]})
    clues = pd.DataFrame({"person": ["a", "b", "c"], "title_id": [5, 5, 6], "day": [10, 7, 99]})
    assert fitting_records(log, clues) == {"a": [1, 2], "b": [1], "c": []} and records_alone(log) == 2
