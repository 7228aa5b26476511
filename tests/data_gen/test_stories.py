import numpy as np
import pytest

from data_gen.knobs import Knobs
from data_gen.stories import cast, planted_views, vigil_days
from data_gen.story_facts import room_for_marathon


@pytest.fixture(params=[53, "ada", 7])
def planted(request):
    knobs = Knobs()
    chosen = cast(knobs, request.param)
    return chosen, planted_views(chosen, knobs, request.param)


def test_the_days_of_the_vigil():
    assert vigil_days(Knobs()).tolist() == list(range(387, 405))  # 23 November to 10 December 2017


def test_nobody_plays_two_parts():
    chosen = cast(Knobs(), 53)
    parts = np.concatenate([chosen.vigil, chosen.near_misses, chosen.record, chosen.marathon])
    assert len(np.unique(parts)) == 53 + 26 + 1 + 1


def test_each_story_is_planted_exactly(planted):
    chosen, showings = planted
    days = showings.groupby(["story", "viewer"])["day"].agg(["nunique", "size"])
    assert (days.loc["vigil"].loc[chosen.vigil] == 18).all(axis=None)
    assert days.loc["vigil"].loc[chosen.near_misses, "nunique"].between(15, 17).all()
    assert days.loc["record"].to_numpy().tolist() == [[365, 365]]
    assert days.loc["marathon", "size"].item() == 357


def test_planted_showings_stay_on_their_day(planted):
    _, showings = planted
    assert (showings["local"] // 86_400 == showings["day"]).all()


def test_a_story_that_is_left_out_has_nobody():
    chosen = cast(Knobs(stories=("record",)), 53)
    assert [len(part) for part in (chosen.vigil, chosen.near_misses, chosen.record, chosen.marathon)] == [0, 0, 1, 0]


def test_the_marathon_has_room_in_its_year_only():
    assert room_for_marathon(406) == 2 * 345
