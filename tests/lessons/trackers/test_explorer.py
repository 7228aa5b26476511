"""An explorer is data: its controls, what each question counts, and a template for each thing that can happen."""

import pytest

from lessons.trackers import strings
from lessons.trackers.explorer import ALL, ALL_WATCHED, explore_desk, parts_of, question
from lessons.trackers.release import Desk
from tests.lessons.trackers.small_desk import counted_plainly, small_people

PEOPLE = small_people()
BEA = PEOPLE.iloc[0]


@pytest.fixture(scope="module")
def explorer():
    return explore_desk(PEOPLE, BEA)


def test_it_begins_with_a_question_about_her_alone(explorer):
    setting = explorer.setting
    assert [setting[name] for name in ("a1", "op1", "percent", "step")] == [ALL, "alone", 10, "first"]
    assert explorer.lookups["first"].table[ALL, "alone", "sex"] == 1


def test_each_question_counts_what_its_words_say(explorer):
    parts, rows = parts_of(BEA), PEOPLE.to_dict("records")
    assert len(explorer.lookups["first"].table) == len(parts) ** 2 * 4 <= 2_000
    for key in list(explorer.lookups["second"].table)[::17]:
        assert explorer.lookups["second"].table[key] == counted_plainly(question(parts, *key), rows)


def test_there_are_words_for_each_question_and_each_thing_that_can_happen(explorer):
    told = explorer.lookups["question1"].table
    assert told["sex", "and not", ALL] == f"sex is {BEA['sex']} and not like Bea in all six facts"
    assert told["sex", "alone", ALL] == f"sex is {BEA['sex']}"
    saying = next(param for param in explorer.figure["spec"]["params"] if param["name"] == "saying")["expr"]
    assert all(f"'{name}'" in saying for name in strings.SAYS if name not in strings.STEPS)
    assert set(strings.STEPS) - {"subtract"} < set(strings.SAYS)


def test_the_difference_of_two_questions_is_the_secret(explorer):
    counts = explorer.lookups["first"].table
    without = counts["sex", "and not", ALL_WATCHED]
    watched = Desk(PEOPLE, 1).true_count(parts_of(BEA)[ALL_WATCHED])
    assert counts["sex", "alone", ALL] - without == watched == int(BEA["watched"])
