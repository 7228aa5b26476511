"""Counts through DuckDB are those of pandas, and the planted stories count back exactly from the disk."""

import pandas as pd
import pytest

from data_gen.disk import aggregates
from data_gen.disk.aggregates import count_viewers, watched_days
from data_gen.disk.store import load_world, write_world
from data_gen.story_facts import CHRISTMAS_FILM, PIRATE_FILM, SNAIL_FILM
from data_gen.viewers import BLOCK


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("worlds") / "it's [a] *folder*"
    write_world(folder, BLOCK + 100, n_titles=300)
    return folder


@pytest.fixture(scope="module")
def joined(folder):
    world = load_world(folder)
    viewers = world.viewers.drop(columns="device")
    return world.views.merge(viewers, on="viewer_id").merge(world.titles, on="title_id")


@pytest.mark.parametrize("by", [["title", "country"], ["device"], ["day"], ["viewer_id"], ["title_id", "sex", "plan"]])
@pytest.mark.parametrize("at_once", [1, 16])
def test_counts_are_those_of_pandas(folder, joined, by, at_once, monkeypatch):
    monkeypatch.setattr(aggregates, "BLOCKS_AT_ONCE", at_once)
    plain = joined.astype({"device": "str"})
    expected = plain.groupby(by)["viewer_id"].nunique().reset_index(name="viewers")
    pd.testing.assert_frame_equal(count_viewers(folder, by), expected, check_dtype=False)


def test_days_can_be_chosen(folder, joined):
    some = joined[joined["day"].between("2017-12-01", "2017-12-03")]
    counts = count_viewers(folder, ["country"], first_day="2017-12-01", last_day="2017-12-03")
    assert counts["viewers"].tolist() == some.groupby("country")["viewer_id"].nunique().tolist()


@pytest.mark.parametrize(
    "by", [["title; DROP TABLE views"], ['title"'], ["minutes_watched) --"], [], "title", ["sex"] * 2]
)
def test_only_columns_of_the_dictionary_get_into_a_query(folder, by):
    with pytest.raises(ValueError, match="by="):
        count_viewers(folder, by)


def test_a_title_is_only_ever_a_value(folder):
    assert watched_days(folder, "'; DROP TABLE views; --").empty


def test_a_day_that_is_none_is_refused(folder):
    with pytest.raises(ValueError, match="'2017-13-45' is no day: write it as 2017-12-11"):
        count_viewers(folder, first_day="2017-13-45")


def stories_on_disk(folder):
    """Who is in each story, counted from the files: story -> viewer numbers."""
    vigil = watched_days(folder, CHRISTMAS_FILM, first_day="2017-11-23", last_day="2017-12-10")
    record = watched_days(folder, PIRATE_FILM, first_day="2016-11-01", last_day="2017-10-31")
    marathon = watched_days(folder, SNAIL_FILM, first_day="2017-01-01")
    kept = {"vigil": vigil["days"] == 18, "record": record["days"] == 365, "marathon": marathon["showings"] == 357}
    frames = {"vigil": vigil, "record": record, "marathon": marathon}
    return {story: set(frames[story].loc[which, "viewer_id"]) for story, which in kept.items()}


@pytest.mark.parametrize("preset", ["tiny", "classroom"])
def test_stories_count_back_from_the_disk(preset, tmp_path):
    write_world(tmp_path / preset, preset=preset)
    found, truth = stories_on_disk(tmp_path / preset), load_world(tmp_path / preset).truth.stories
    assert {story: len(viewers) for story, viewers in found.items()} == {"vigil": 53, "record": 1, "marathon": 1}
    assert found == {story: set(rows) for story, rows in truth.groupby("target")["answer"]}
