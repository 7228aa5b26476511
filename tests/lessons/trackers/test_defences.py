import pandas as pd
import pytest

from lessons.trackers.conditions import Fact
from lessons.trackers.defences import FreshNoise, NoiseBySet, NoiseByText
from lessons.trackers.release import Desk
from tests.lessons.trackers.small_desk import small_people

PEOPLE = small_people(400)
DESK = Desk(PEOPLE, 5)
FEMALE, MALE, NORTH = Fact("sex", "female"), Fact("sex", "male"), Fact("region", "North")
QUESTIONS = [
    Fact(one, a) & Fact(other, b)
    for one, other in [("sex", "age"), ("region", "device"), ("plan", "joined"), ("age", "region")]
    for a in PEOPLE[one].unique()
    for b in PEOPLE[other].unique()
]


@pytest.mark.parametrize("noise", [FreshNoise, NoiseByText, NoiseBySet])
def test_noise_is_as_wide_as_it_says_and_adds_nothing_on_average(noise):
    off = [
        noise(3, seed=seed)(DESK).answer(question) - DESK.answer(question)
        for question in QUESTIONS
        for seed in range(20)
    ]
    assert abs(pd.Series(off).mean()) < 0.4 and 2.7 < pd.Series(off).std() < 3.3


def test_fresh_noise_is_another_one_for_each_answer():
    desk = FreshNoise(3)(DESK)
    assert len({desk.answer(FEMALE) for _ in range(30)}) > 5
    one, other = FreshNoise(3)(DESK), FreshNoise(3)(DESK)
    assert [one.answer(NORTH) for _ in range(5)] == [other.answer(NORTH) for _ in range(5)]


def test_noise_by_text_hangs_on_the_words_alone():
    desk = NoiseByText(3)(DESK)
    assert len({desk.answer(FEMALE) for _ in range(5)}) == 1
    ways = [
        FEMALE & NORTH,
        NORTH & FEMALE,
        FEMALE & ~~NORTH,
        ~(~FEMALE | ~NORTH),
        NORTH & ~MALE,
        FEMALE & NORTH & NORTH,
    ]
    assert len({desk.answer(way) for way in ways}) > 1 and len({DESK.answer(way) for way in ways}) == 1


def test_noise_by_set_hangs_on_the_people_alone():
    desk = NoiseBySet(3)(DESK)
    for way in (NORTH & FEMALE, ~(~FEMALE | ~NORTH), NORTH & ~MALE, FEMALE & NORTH & NORTH):
        assert desk.answer(way) == desk.answer(FEMALE & NORTH)
    same = [desk.answer(question) - DESK.answer(question) for question in QUESTIONS]
    assert len(set(same)) > 5


@pytest.mark.parametrize("noise", [FreshNoise, NoiseByText, NoiseBySet])
def test_a_defence_prints_as_it_is_written_and_refuses_what_is_no_noise(noise):
    assert repr(noise(sd=3)) == f"{noise.__name__}(sd=3)"
    with pytest.raises(ValueError, match="choose a number above 0"):
        noise(sd=0)
    assert noise(3)(DESK).answer(FEMALE & MALE) is None
