import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data_gen.clock import DAY, LAST_DAY, as_dates, clocks_of, day_number, first_day
from data_gen.places import regions

ZONES = sorted(regions()["time_zone"].unique())


def test_the_calendar_is_that_of_the_case():
    assert str(first_day()) == "2016-11-01" and str(LAST_DAY) == "2017-12-11"
    assert day_number("2017-12-11", 406) == 405
    assert as_dates(np.array([22]), 406)[0] == np.datetime64("2016-11-23")


def utc_of(local, zone):
    seconds = int((np.datetime64(local) - first_day().astype("datetime64[s]")).astype(int))
    utc = clocks_of(pd.Series([zone]), 406).to_utc(np.array([seconds]), np.array([0]))[0]
    return str(first_day().astype("datetime64[s]") + np.timedelta64(utc, "s"))


def test_hours_known_by_heart():
    assert utc_of("2017-01-10T20:00:00", "Europe/London") == "2017-01-10T20:00:00"
    assert utc_of("2017-07-10T20:00:00", "Europe/London") == "2017-07-10T19:00:00"
    assert utc_of("2017-12-10T20:00:00", "America/Los_Angeles") == "2017-12-11T04:00:00"
    assert utc_of("2016-11-01T05:00:00", "Australia/Adelaide") == "2016-10-31T18:30:00"


@given(st.sampled_from(ZONES), st.integers(0, 406 * DAY - 1))
def test_there_and_back_is_the_same_hour_or_the_one_that_summer_time_skips(zone, second):
    clocks, viewer = clocks_of(pd.Series([zone]), 406), np.array([0])
    back = clocks.to_local(clocks.to_utc(np.array([second]), viewer), viewer)[0]
    assert back - second in {0, 3_600, -3_600}


@given(st.sampled_from(ZONES), st.integers(0, 406 * DAY - 1))
def test_clocks_agree_with_the_time_zone_database(zone, second):
    moment = pd.Timestamp(first_day()) + pd.Timedelta(seconds=second)
    wall = moment.tz_localize("UTC").tz_convert(zone).tz_localize(None)
    shown = clocks_of(pd.Series([zone]), 406).to_local(np.array([second]), np.array([0]))[0]
    assert pd.Timestamp(first_day()) + pd.Timedelta(seconds=int(shown)) == wall
