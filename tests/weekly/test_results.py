"""Results of a large class, functions run in their own processes, and copies of all lessons."""

import random

import pytest

from data_gen import make_world
from editions.copies.__main__ import main as copies
from editions.results.__main__ import main
from editions.results.running_code import check_function
from editions.results.tasks import LESSONS, alike_for_all, questions_of
from teaching.exercise import Exercise
from teaching.standing_alone import standing_alone
from tests.benchmarks.turns import say
from tests.editions.results.making import chosen, value, write
from tests.shares import processor_seconds

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
def test_three_hundred_cost_little_beside_the_worlds_that_they_were_made_in(tmp_path):
    """Each hand-in is judged in its own world, which is made anew: that is nearly all of the time."""
    hand_ins(tmp_path, 300, random.Random(53))
    begun = processor_seconds()
    make_world(seed="nickname 0")
    world, begun = processor_seconds() - begun, processor_seconds()
    told = main([str(tmp_path), "--out", str(tmp_path / "out")])
    say(f"300 hand-ins in the time of {(processor_seconds() - begun) / world:.0f} worlds")
    assert "Read: 300 hand-ins." in told and processor_seconds() - begun < 3 * 300 * world


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
