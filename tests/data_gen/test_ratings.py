import pandas as pd
import pytest

from data_gen.blocks import make_block, plan
from data_gen.knobs import Knobs


@pytest.fixture(scope="module")
def block():
    return make_block(plan(Knobs(n_viewers=300), 53), 0)


def test_people_rate_what_they_watched_on_the_day_they_first_did(block):
    first = block.views.groupby(["viewer_id", "title_id"])["day"].min()
    rated = block.ratings.set_index(["viewer_id", "title_id"])["rated_on"]
    pd.testing.assert_series_equal(rated, first.loc[rated.index], check_names=False)


def test_stars_go_from_one_to_five_and_most_are_kind(block):
    assert set(block.ratings["stars"]) == {1, 2, 3, 4, 5}
    assert 3 < block.ratings["stars"].mean() < 4


def test_some_rate_much_and_some_never(block):
    shares = block.ratings.groupby("viewer_id").size() / block.views.groupby("viewer_id")["title_id"].nunique()
    assert shares.fillna(0).min() < 0.02 and shares.max() > 0.8
