import numpy as np
import pandas as pd
import pytest

from data_gen.blocks import make_block, plan
from data_gen.clock import Clocks
from data_gen.knobs import Knobs
from data_gen.viewing_log import Log, _giving_way, _in_sequence


def log_of(*showings):
    """A log of (viewer, title, utc minute, minutes watched)."""
    viewer, title, minute, length = (np.array(column) for column in zip(*showings, strict=True))
    nothing = np.zeros(len(viewer), dtype=np.int16)
    return Log(viewer, title, nothing, minute * 60, length.astype(np.int16), nothing)


GREENWICH = Clocks(np.zeros(3, dtype=int), np.zeros((1, 30_000), dtype=int), np.zeros((1, 30_000), dtype=int))


def test_a_showing_waits_for_the_one_before_it():
    wanted = log_of((0, 1, 0, 60), (0, 2, 30, 30), (0, 3, 200, 10), (1, 4, 5, 10))
    starts = _in_sequence(wanted, GREENWICH).utc
    assert starts.tolist() == [0, 60 * 60 + 15, 200 * 60, 5 * 60]


def test_what_overlaps_a_planted_showing_gives_way():
    log = log_of((0, 1, 0, 60), (0, 1, 90, 20), (0, 9, 300, 30), (1, 9, 50, 60))
    planted = log_of((0, 9, 50, 60))
    left = _giving_way(log, planted)
    assert list(zip(left.viewer, left.title, strict=True)) == [(1, 9)]


@pytest.fixture(scope="module")
def block():
    return make_block(plan(Knobs(n_viewers=500), 53), 0)


def test_views_are_sorted_by_viewer_and_start(block):
    position = pd.Index(block.viewers["viewer_id"]).get_indexer(pd.Index(block.views["viewer_id"]))
    assert (np.diff(position) >= 0).all()
    assert block.views.groupby("viewer_id")["started_at"].is_monotonic_increasing.all()


def test_episodes_come_in_order(block):
    series = block.views[block.views["season"] > 0]
    order = series["season"].astype(int) * 1_000 + series["episode"]
    assert (order.groupby([series["viewer_id"], series["title_id"]]).diff().dropna() > 0).all()


def test_people_binge_and_watch_again(block):
    views = block.views
    a_day = views[views["season"] > 0].groupby(["viewer_id", "title_id", "day"]).size()
    assert (a_day >= 3).mean() > 0.05
    films = views[views["season"] == 0].groupby(["viewer_id", "title_id"]).size()
    assert (films >= 2).mean() > 0.03


def test_the_amounts_are_those_of_the_plan(block):
    distinct = block.views.drop_duplicates(["viewer_id", "title_id"]).groupby("viewer_id").size()
    assert distinct.min() >= 5
    assert 50 < distinct.median() < 80 and 90 < distinct.mean() < 125
    assert 280 < len(block.views) / 500 < 420


def test_columns_have_their_types(block):
    types = {name: str(dtype) for name, dtype in block.views.dtypes.items()}
    assert types == {
        "viewer_id": "int64",
        "title_id": "int32",
        "season": "int16",
        "episode": "int16",
        "started_at": "datetime64[s, UTC]",
        "day": "datetime64[s]",
        "minutes_watched": "int16",
        "device": "category",
    }
