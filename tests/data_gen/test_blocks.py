import pickle

import pytest

from data_gen.blocks import Block, blocks, make_block, plan, viewers_of_cast
from data_gen.knobs import Knobs
from data_gen.viewers import BLOCK

KNOBS = Knobs(n_viewers=2 * BLOCK + 50, n_titles=300)
FRAMES = [name for name in Block.__annotations__ if name != "number"]


@pytest.fixture(scope="module")
def last():
    return make_block(plan(KNOBS, 53), 2)


def test_a_block_is_the_same_whoever_makes_it(last):
    elsewhere = pickle.loads(pickle.dumps(plan(KNOBS, 53)))
    again = next(blocks(elsewhere, [2]))
    assert all(getattr(last, name).equals(getattr(again, name)) for name in FRAMES)


def test_blocks_cover_the_world(last):
    assert list(plan(KNOBS, 53).blocks) == [0, 1, 2]
    assert len(last.viewers) == 50


def test_a_block_that_is_not_there_is_refused():
    with pytest.raises(IndexError, match="block=3: this world has the blocks 0 to 2"):
        make_block(plan(KNOBS, 53), 3)


def test_the_cast_is_known_without_any_views(last):
    actors = viewers_of_cast(plan(KNOBS, 53))
    assert actors["role"].value_counts().to_dict() == {"vigil": 53, "near_misses": 26, "record": 1, "marathon": 1}
    assert actors["viewer_id"].is_unique


def test_nobody_acts_where_no_story_is_planted():
    assert viewers_of_cast(plan(Knobs(stories=()), 53)).empty
