"""A world as the lessons use it: what is planted counts back, nothing impossible happens, nothing can be changed."""

import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_gen import make_world
from data_gen.knobs import PRESETS
from data_gen.story_facts import CHRISTMAS_FILM, PIRATE_FILM, SNAIL_FILM, STORIES
from data_gen.viewers import BLOCK

FRAMES = ("viewers", "titles", "views", "ratings")


@pytest.fixture(scope="module", params=[53, "ada"])
def world(request):
    return make_world(600, seed=request.param)


def showings(world, title):
    wanted = world.titles.loc[world.titles["title"] == title, "title_id"].item()
    return world.views[world.views["title_id"] == wanted]


def days_per_viewer(world, title, first, last):
    film = showings(world, title)
    return film[film["day"].between(first, last)].groupby("viewer_id")["day"].nunique()


def answers(world, story):
    truth = world.truth.stories
    return set(truth.loc[truth["target"] == story, "answer"])


def test_the_53_count_back_exactly(world):
    days = days_per_viewer(world, CHRISTMAS_FILM, "2017-11-23", "2017-12-10")
    assert (days == 18).sum() == 53
    assert set(days[days == 18].index) == answers(world, "vigil")


def test_others_watch_the_christmas_film_too_and_some_nearly_every_day(world):
    days = days_per_viewer(world, CHRISTMAS_FILM, "2017-11-23", "2017-12-10")
    assert days[world.people["near miss"]] in {15, 16, 17}
    assert (days < 15).sum() > 10


def test_the_record_holder_is_one_person(world):
    days = days_per_viewer(world, PIRATE_FILM, "2016-11-01", "2017-10-31")
    assert days[days == 365].index.tolist() == [world.people["record holder"]]
    assert answers(world, "record") == {world.people["record holder"]}


def test_the_marathon_viewer_is_one_person_in_the_united_kingdom(world):
    film = showings(world, SNAIL_FILM)
    times = film[film["day"] >= "2017-01-01"].groupby("viewer_id").size()
    assert times[times >= 20].to_dict() == {world.people["marathon viewer"]: 357}
    countries = world.viewers.set_index("viewer_id")["country"]
    assert countries[world.people["marathon viewer"]] == "United Kingdom"


def test_three_cards_belong_to_three_people_of_the_53(world):
    clues = world.outside.clues
    cards = clues[clues["card"] != ""].set_index("card")["clue_id"]
    truth = world.truth.clues.set_index("target")["answer"]
    named = {card: world.people[f"{card} card"] for card in ("first", "second", "third")}
    assert {card: truth[cards[card]] for card in named} == named
    assert len(set(named.values()) & answers(world, "vigil")) == 3


def test_nothing_impossible_happens(world):
    assert impossible(world) == {}


def impossible(world):
    """How often each thing that cannot be happens, where it does."""
    viewers, titles = world.viewers.set_index("viewer_id"), world.titles.set_index("title_id")
    views = world.views.sort_values(["viewer_id", "started_at"], kind="stable")
    who, what = viewers.loc[views["viewer_id"]], titles.loc[views["title_id"]]
    ends = views["started_at"] + pd.to_timedelta(views["minutes_watched"], unit="min")
    next_start = views.groupby("viewer_id")["started_at"].shift(-1)
    seasons, per_season = what["seasons"].to_numpy(), what["episodes"].to_numpy() // what["seasons"].clip(1).to_numpy()
    failings = {
        "two at once": (next_start < ends).sum(),
        "before it is out": (views["day"].to_numpy() < what["released_on"].to_numpy()).sum(),
        "before joining": (views["day"].to_numpy() < who["joined_on"].to_numpy()).sum(),
        "after leaving": (views["day"].to_numpy() > who["left_on"].fillna("2100-01-01").to_numpy()).sum(),
        "longer than it runs": (views["minutes_watched"].to_numpy() > what["minutes"].to_numpy()).sum(),
        "no time at all": (views["minutes_watched"] < 1).sum(),
        "no such season": (views["season"].to_numpy() > seasons).sum(),
        "no such episode": (views["episode"].to_numpy() > per_season).sum(),
        "outside the calendar": (~views["day"].between("2016-11-01", "2017-12-11")).sum(),
        "another local day": (local_days(views, who["time_zone"]) != views["day"].to_numpy()).sum(),
    }
    return {failing: count for failing, count in failings.items() if count}


def local_days(views, zones):
    parts = []
    for zone, part in views["started_at"].groupby(zones.to_numpy()):
        parts.append(part.dt.tz_convert(zone).dt.tz_localize(None).dt.normalize())
    return pd.concat(parts).loc[views.index].to_numpy()


def test_keys_are_unique_and_known(world):
    assert (
        world.viewers["viewer_id"].is_unique and world.viewers["email"].is_unique and world.viewers["handle"].is_unique
    )
    assert world.titles["title_id"].is_unique and world.titles["title"].is_unique
    assert not world.ratings.duplicated(["viewer_id", "title_id"]).any()
    for frame in (world.views, world.ratings):
        assert frame["viewer_id"].isin(world.viewers["viewer_id"]).all()
        assert frame["title_id"].isin(world.titles["title_id"]).all()
    assert world.outside.reviews["review_id"].is_unique and world.outside.register["register_id"].is_unique


@pytest.mark.parametrize("name", FRAMES)
def test_changing_a_frame_does_not_reach_the_world(world, name):
    before = getattr(world, name).copy()
    frame = getattr(world, name)
    frame.iloc[:, 0] = 0
    frame["extra"] = 1
    assert getattr(world, name).equals(before)


def test_a_world_cannot_be_given_other_parts(world):
    with pytest.raises(AttributeError):
        world.seed = 1
    with pytest.raises(TypeError):
        world.people["first card"] = 1


def test_the_same_seed_makes_the_same_world_and_another_seed_another(world):
    again, other = make_world(600, seed=world.seed), make_world(600, seed="someone else")
    assert all(getattr(world, name).equals(getattr(again, name)) for name in FRAMES)
    for name in ("reviews", "clues", "register"):
        assert getattr(world.outside, name).equals(getattr(again.outside, name))
        assert getattr(world.truth, name).equals(getattr(again.truth, name))
    assert not world.views.equals(other.views) and not world.viewers["name"].equals(other.viewers["name"])


def test_repr_fits_on_a_few_lines(world):
    assert repr(world).startswith("World of 600 viewers, 1,700 titles, ")
    assert f"1 Nov 2016 to 11 Dec 2017, seed {world.seed}" in repr(world)
    assert repr(world).count("\n") < 5


KNOBS = {
    "n_titles": st.integers(300, 900),
    "days": st.integers(60, 406),
    "taste_mixing": st.floats(0, 1),
    "household_sharing": st.floats(0, 0.9),
    "review_share": st.floats(0, 1),
    "wrong_titles": st.floats(0, 1),
    "register_share": st.floats(0, 1),
    "vigil_viewers": st.integers(3, 53),
    "vigil_days": st.integers(4, 24),
    "record_days": st.integers(20, 365),
    "marathon_views": st.integers(20, 600),
    "stories": st.sets(st.sampled_from(STORIES)),
}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.fixed_dictionaries({}, optional=KNOBS), st.text(min_size=1).filter(lambda text: text.strip() and "@" not in text)
)
def test_stories_survive_every_knob(knobs, seed):
    knobs["record_days"] = min(knobs.get("record_days", 365), knobs.get("days", 406) - 41)
    knobs["marathon_views"] = min(knobs.get("marathon_views", 357), 2 * knobs.get("days", 406))
    if knobs["record_days"] < 20:
        knobs |= {"stories": set(knobs.get("stories", STORIES)) - {"record"}, "record_days": 20}
    world = make_world(120, seed=seed, **knobs)
    assert impossible(world) == {}
    first = pd.Timestamp("2017-12-10") - pd.Timedelta(days=world.knobs.vigil_days - 1)
    days = days_per_viewer(world, CHRISTMAS_FILM, first, "2017-12-10")
    assert set(days[days == world.knobs.vigil_days].index) == answers(world, "vigil")
    assert len(answers(world, "vigil")) == (world.knobs.vigil_viewers if "vigil" in world.knobs.stories else 0)
    times = showings(world, SNAIL_FILM)["viewer_id"].value_counts()
    expected = {world.people["marathon viewer"]: world.knobs.marathon_views} if answers(world, "marathon") else {}
    assert times[times >= 20].to_dict() == expected
    record = showings(world, PIRATE_FILM).groupby("viewer_id")["day"].nunique()
    expected = {world.people["record holder"]: world.knobs.record_days} if answers(world, "record") else {}
    assert record[record >= 20].to_dict() == expected


@pytest.mark.parametrize("preset", ["tiny", "classroom"])
def test_stories_count_back_at_small_presets(preset):
    world = make_world(preset=preset)
    days = days_per_viewer(world, CHRISTMAS_FILM, "2017-11-23", "2017-12-10")
    assert (days == 18).sum() == 53
    assert len(world.viewers) == PRESETS[preset].get("n_viewers", 2_000)


def test_a_world_of_two_blocks_is_one_world():
    world = make_world(BLOCK + 200, n_titles=300)
    days = days_per_viewer(world, CHRISTMAS_FILM, "2017-11-23", "2017-12-10")
    assert (days == 18).sum() == 53
    assert world.viewers["viewer_id"].is_unique and world.viewers["handle"].is_unique
    assert world.outside.reviews["review_id"].is_unique and world.outside.register["register_id"].is_unique
    assert world.views["viewer_id"].nunique() == len(world.viewers)


def test_unknown_knobs_and_presets_are_refused():
    with pytest.raises(TypeError):
        make_world(hue=3)
    with pytest.raises(ValueError, match="preset='huge': choose one of tiny, classroom"):
        make_world(preset="huge")


def test_importing_data_gen_is_cheap():
    code = (
        "import data_gen, sys; print([m for m in ('pandas', 'faker', 'scipy', 'dask', 'pyarrow') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_making_a_world_needs_neither_faker_nor_scipy_nor_dask():
    code = (
        "import sys; from data_gen import make_world; make_world(100, vigil_viewers=9);"
        "print([m for m in ('faker', 'scipy', 'dask', 'tqdm') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
