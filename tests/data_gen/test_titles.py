import numpy as np
import pytest

from data_gen.knobs import Knobs
from data_gen.story_facts import CHRISTMAS_RELEASE, STORY_FILMS
from data_gen.titles import GENRES, TASTES, make_titles, popularity


@pytest.fixture(params=[300, 1_700])
def titles(request):
    return make_titles(Knobs(n_titles=request.param), 53)


def test_films_have_no_seasons_and_series_have_whole_ones(titles):
    frame = titles.frame
    films = frame["kind"] == "film"
    assert (frame.loc[films, ["seasons", "episodes"]] == 0).all(axis=None)
    assert (frame.loc[~films, "episodes"] % frame.loc[~films, "seasons"] == 0).all()
    assert set(frame["kind"]) == {"film", "series"} and set(frame["genre"]) == set(GENRES)
    assert frame["minutes"].between(19, 190).all()


def test_the_story_films_have_their_names(titles):
    for story, name in STORY_FILMS.items():
        assert titles.frame["title"].iloc[titles.story[story]] == name
    christmas = titles.frame.iloc[titles.story["vigil"]]
    assert str(christmas["released_on"].date()) == CHRISTMAS_RELEASE and christmas["seasonal"] == "Christmas"


def test_numbers_and_names_are_unique_and_say_nothing_of_rank(titles):
    assert titles.frame["title"].is_unique and titles.frame["title_id"].is_unique
    assert abs(np.corrcoef(titles.frame["title_id"], titles.rank)[0, 1]) < 0.15


def test_tastes_share_the_hits(titles):
    best = np.argsort(titles.rank)[: TASTES * 10]
    counts = np.bincount(titles.taste[best], minlength=TASTES)
    assert counts.min() >= 8 and counts.max() <= 12


def test_popularity_falls_with_rank_as_measured():
    ratio = popularity(np.array([1]), 18_214) / popularity(np.array([101]), 18_214)
    assert ratio == pytest.approx((108.26 / 8.26) ** 0.62 * np.exp(100 / 4053))
    assert (np.diff(popularity(np.arange(1, 1_701), 1_700)) < 0).all()
