"""Results of a large class within a minute, functions run in their own processes, and copies of all lessons."""

import random
import time

import pytest

from editions.copies.__main__ import main as copies
from editions.results.__main__ import main
from editions.results.running_code import check_function
from editions.results.tasks import LESSONS, alike_for_all, questions_of
from teaching.exercise import Exercise
from teaching.standing_alone import standing_alone
from tests.editions.results.making import chosen, value, write

FUNCTIONS = [task for lesson in LESSONS for task in alike_for_all(lesson).values() if isinstance(task, Exercise)]
KIT = ("from disclosure", "from lessons", "from teaching", "from data_gen")


def hand_ins(folder, number, draw):
    """Everybody in a world of her own, with answers to all questions and a number that is mostly wrong."""
    for place in range(number):
        asked = [
            chosen(name, right=draw.random() < 0.7, lesson="singling_out") for name in questions_of("singling_out")
        ]
        groups = value("singling_out/lonely-groups", str(draw.randrange(2, 15)))
        write(folder, f"{place}.json", [*asked, groups], lesson="singling_out", world=f"nickname {place}")


@pytest.mark.weekly
def test_three_hundred_are_checked_in_under_a_minute_of_two_cores(tmp_path):
    hand_ins(tmp_path, 300, random.Random(53))
    begun = time.process_time()
    told = main([str(tmp_path), "--out", str(tmp_path / "out")])
    assert "Read: 300 hand-ins." in told and time.process_time() - begun < 60


@pytest.mark.weekly
@pytest.mark.parametrize("task", FUNCTIONS, ids=lambda task: task.name)
def test_a_solution_is_right_where_it_runs_alone_and_not_checked_where_it_needs_the_kit(task):
    source = standing_alone(task.reference)
    state = check_function()(task.name, source)
    assert state == ("not checked" if any(line in source for line in KIT) else "right")
    wrong = source.replace("return ", "return not ")
    assert check_function()(task.name, wrong) in ("not yet", "not checked")


@pytest.mark.weekly
def test_copies_of_all_lessons_are_made(tmp_path):
    assert "files are in" in copies(["instructor", "slides", "handout", "paper", "--out", str(tmp_path / "out")])
    assert {len(list((tmp_path / "out" / kind).glob("[0-9]*.html"))) for kind in ("slides", "paper")} == {len(LESSONS)}
