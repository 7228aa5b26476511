import zoneinfo

import pytest

from data_gen.names import name_pools
from data_gen.places import COUNTRIES, regions


def test_countries_and_regions_are_many_and_uneven():
    assert 22 <= len(COUNTRIES) <= 25
    assert 60 <= len(regions()) <= 80
    shares = regions().groupby("country")["share"].sum()
    assert shares.sum() == pytest.approx(1)
    assert shares.max() > 30 * shares.min()


def test_big_countries_have_several_regions():
    sizes = regions().groupby("country").size()
    assert sizes[["United Kingdom", "United States"]].between(6, 12).all()


def test_every_region_has_a_real_time_zone_and_names():
    assert set(regions()["time_zone"]) <= zoneinfo.available_timezones()
    assert set(regions()["locale"]) == set(name_pools())
    assert regions()["region"].str.len().min() > 2
    assert not regions().duplicated(["country", "region"]).any()
