import numpy as np
import pandas as pd
import pytest

from data_gen.knobs import Knobs
from data_gen.stories import cast
from data_gen.streams import stream
from data_gen.viewers import BLOCK, DEVICES, PLANS, make_neighbours, make_viewers


@pytest.fixture(scope="module")
def viewers():
    return make_viewers(Knobs(), 53, 0, cast(Knobs(), 53))


def test_people_at_home_share_place_and_plan(viewers):
    at_home = viewers.groupby("household_id")
    assert (at_home[["country", "region", "postcode", "time_zone", "plan"]].nunique() == 1).all(axis=None)
    assert at_home.size().max() > 2
    assert (viewers.groupby("account_id")["household_id"].nunique() == 1).all()


def test_numbers_are_unique_and_of_three_kinds(viewers):
    assert viewers["viewer_id"].is_unique
    assert not viewers["viewer_id"].equals(viewers["account_id"])
    assert viewers["household_id"].nunique() < viewers["account_id"].nunique() < len(viewers)


def test_sharing_makes_households_larger():
    knobs = [Knobs(household_sharing=sharing) for sharing in (0.0, 0.9)]
    homes = [make_viewers(k, 53, 0, cast(k, 53))["household_id"].nunique() for k in knobs]
    assert homes[0] == 2_000 > 2 * homes[1]


def test_columns_hold_what_they_say(viewers):
    assert set(viewers["plan"]) == set(PLANS) and set(viewers["device"]) == set(DEVICES)
    assert viewers["age"].between(13, 90).all()
    assert (viewers["left_on"].isna() | (viewers["left_on"] > viewers["joined_on"])).all()
    assert viewers["email"].str.contains(r"^[a-z.]+\d+@example\.(?:com|net|org)$").all()
    assert viewers.dtypes[["name", "country", "postcode"]].eq("str").all()


def test_ages_are_whole_years_on_the_last_day(viewers):
    birthday_passed = viewers["birth_date"] + pd.DateOffset(years=20) <= "2017-12-11"
    assert (birthday_passed == (viewers["age"] >= 20)).all()


def test_the_cast_is_there_for_its_story():
    knobs = Knobs(n_viewers=300, vigil_days=24)
    chosen = cast(knobs, 3)
    viewers = make_viewers(knobs, 3, 0, chosen)
    vigil = viewers.iloc[np.concatenate([chosen.vigil, chosen.near_misses])]
    assert (vigil["joined_on"] <= "2017-11-17").all() and vigil["left_on"].isna().all()
    long = viewers.iloc[np.concatenate([chosen.record, chosen.marathon])]
    assert (long["joined_on"] <= "2016-11-01").all() and long["left_on"].isna().all()


def test_blocks_are_made_alone():
    knobs = Knobs(n_viewers=BLOCK + 3)
    alone = make_viewers(knobs, 53, 1, cast(knobs, 53))
    make_viewers(knobs, 53, 0, cast(knobs, 53))
    assert len(alone) == 3
    assert alone.equals(make_viewers(knobs, 53, 1, cast(knobs, 53)))


def test_neighbours_are_like_viewers_without_numbers():
    neighbours = make_neighbours(50, 53, stream(53, "test"))
    assert len(neighbours) == 50 and "viewer_id" not in neighbours
    assert neighbours.notna().all(axis=None)
