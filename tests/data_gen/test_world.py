"""A world as the lessons use it."""

import pytest

from data_gen import make_world
from data_gen.stories import CHRISTMAS_FILM, PIRATE_FILM, SNAIL_FILM


@pytest.fixture(scope="module", params=[53, "ada"])
def world(request):
    return make_world(600, seed=request.param)


def showings(world, title):
    wanted = world.titles.loc[world.titles["title"] == title, "title_id"].item()
    return world.views[world.views["title_id"] == wanted]


def test_the_53_count_back_exactly(world):
    film = showings(world, CHRISTMAS_FILM)
    evenings = film[film["day"].between("2017-11-23", "2017-12-10")].groupby("viewer_id")["day"].nunique()
    assert (evenings == 18).sum() == 53
    assert (evenings == 17).any()
    assert set(evenings[evenings == 18].index) == set(world.truth.stories.query("target == 'vigil'")["answer"])


def test_the_record_holder_is_one_person(world):
    film = showings(world, PIRATE_FILM)
    days = film[film["day"].between("2016-11-01", "2017-10-31")].groupby("viewer_id")["day"].nunique()
    assert days[days == 365].index.tolist() == [world.people["record holder"]]


def test_the_marathon_viewer_is_one_person_in_the_united_kingdom(world):
    film = showings(world, SNAIL_FILM)
    times = film[film["day"] >= "2017-01-01"].groupby("viewer_id").size()
    assert times[times >= 100].to_dict() == {world.people["marathon viewer"]: 357}
    viewers = world.viewers.set_index("viewer_id")
    assert viewers.loc[world.people["marathon viewer"], "country"] == "United Kingdom"


def test_changing_a_frame_does_not_reach_the_world(world):
    views = world.views
    views.loc[:, "title_id"] = 0
    views["extra"] = 1
    assert (world.views["title_id"] > 0).all()
    assert "extra" not in world.views
