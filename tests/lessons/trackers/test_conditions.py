import random

import pytest

from lessons.trackers.conditions import Fact, any_of
from lessons.trackers.release import Desk, facts_offered
from tests.lessons.trackers.small_desk import counted_plainly, small_people

PEOPLE = small_people()
ROWS = PEOPLE.to_dict("records")
FEMALE, NORTH, TV = Fact("sex", "female"), Fact("region", "North"), Fact("device", "tv")


def any_condition(draw, facts, depth):
    """A condition at random."""
    if depth == 0 or draw.random() < 0.2:
        return draw.choice(facts)
    one, other = (any_condition(draw, facts, depth - 1) for _ in range(2))
    return draw.choice([one & other, one | other, ~one])


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (FEMALE & NORTH & ~TV, "sex is female and region is North and not device is tv"),
        (FEMALE & (NORTH | TV), "sex is female and (region is North or device is tv)"),
        ((FEMALE & NORTH) | TV, "(sex is female and region is North) or device is tv"),
        (~(FEMALE & NORTH), "not (sex is female and region is North)"),
        (~~FEMALE, "sex is female"),
        (FEMALE & ~Fact("watched", True), "sex is female and not watched"),
        (any_of([NORTH, TV]), "region is North or device is tv"),
    ],
)
def test_a_condition_prints_as_a_sentence(condition, sentence):
    assert str(condition) == repr(condition) == sentence


def test_what_is_no_condition_is_refused_with_a_sentence():
    for asked in ("sex is female", FEMALE & "tv", None):
        with pytest.raises(ValueError, match=r"is no condition: join facts, such as Fact\('plan', 'basic'\)"):
            Desk(PEOPLE, 1).answer(asked)


def test_equal_conditions_are_equal_values():
    assert Fact("sex", "female") & ~Fact("region", "North") == FEMALE & ~NORTH
    assert len({FEMALE & NORTH, FEMALE & NORTH, NORTH & FEMALE}) == 2


def test_any_condition_is_counted_as_person_by_person():
    draw, desk, facts = random.Random(53), Desk(PEOPLE, 1), [*facts_offered(PEOPLE), Fact("watched", True)]
    for _ in range(150):
        condition = any_condition(draw, facts, 4)
        assert desk.true_count(condition) == counted_plainly(condition, ROWS), condition
