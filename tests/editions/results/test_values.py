"""Values are read, and nothing that was written is run."""

import pytest

from editions.results.tasks import LESSONS, alike_for_all, office_of
from editions.results.values import UnreadableError, read_value
from teaching.decision import Decision

DECISIONS = [task for lesson in LESSONS for task in alike_for_all(lesson).values() if isinstance(task, Decision)]


@pytest.mark.parametrize("task", DECISIONS, ids=lambda task: task.name)
def test_a_right_plan_of_each_lesson_comes_back(task):
    plan = task.one_way()
    assert read_value(repr(plan), task.name.split("/")[0]) == plan


def test_so_do_the_rules_of_the_small_office():
    plan = office_of.__globals__["small_office"](None, None).one_way()
    assert read_value(repr(plan), "access") == plan


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "().__class__",
        "[x for x in 'ab']",
        "Plan(**{'threshold': 3})",
        "Plan(threshold=open)",
        "Plan(nonsense=1)",
        "lambda: 0",
        "2 ** 10_000_000",
        "f'{1}'",
        "{**{}}",
        "(" * 5_000,
        "1 +",
        "",
        "9" * 30_000,
        "-'a'",
        "{[]: 1}",
    ],
)
def test_what_is_more_than_a_value_is_refused(text):
    with pytest.raises(UnreadableError):
        read_value(text, "suppression")
