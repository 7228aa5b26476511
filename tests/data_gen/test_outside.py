import pandas as pd
import pytest

from data_gen import make_world
from data_gen.outside import export


@pytest.fixture(scope="module")
def world():
    return make_world(200, n_titles=300)


def test_an_export_has_two_columns_and_the_newest_first():
    titles = pd.DataFrame({"title_id": [1, 2], "title": ["The Quiet Pickle", "Loch Mumble"]})
    days = pd.to_datetime(["2017-01-31", "2017-12-09"])
    views = pd.DataFrame({"title_id": [2, 1], "season": [1, 0], "episode": [3, 0], "day": days})
    expected = {"Title": ["The Quiet Pickle", "Loch Mumble: Season 1: Episode 3"], "Date": ["12/09/17", "01/31/17"]}
    assert export(views, titles).to_dict("list") == expected


def test_everybody_can_ask_for_her_own(world):
    person = world.people["record holder"]
    mine = world.outside.export_of(person)
    assert len(mine) == (world.views["viewer_id"] == person).sum()
    assert (mine["Title"] == "Captain Marrow and the Salted Map").sum() >= 365


def test_nobody_elses_number_is_refused(world):
    with pytest.raises(KeyError, match="viewer_id=-3"):
        world.outside.export_of(-3)


@pytest.mark.parametrize("name", ["reviews", "clues", "register"])
def test_changing_what_is_seen_changes_nothing(world, name):
    before = getattr(world.outside, name).copy()
    frame = getattr(world.outside, name)
    frame.iloc[:, 0] = 0
    assert getattr(world.outside, name).equals(before)


def test_outsiders_see_no_viewer_numbers(world):
    columns = [set(getattr(world.outside, name)) for name in ("reviews", "clues", "register")]
    assert all("viewer_id" not in names and "answer" not in names for names in columns)


def test_repr_is_one_line(world):
    assert repr(world.outside).startswith("What outsiders see: ") and "\n" not in repr(world.outside)
