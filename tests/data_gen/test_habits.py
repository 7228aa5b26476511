import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data_gen.habits import SEASONS, minutes_watched, plans, start_days, wanted_seconds
from data_gen.streams import stream


@given(st.integers(0, 405), st.integers(0, 405), st.integers(0, len(SEASONS) - 1), st.floats(0, 1, exclude_max=True))
def test_start_days_stay_within_their_bounds(one, other, season, luck):
    low, high = sorted((one, other))
    day = start_days(np.array([low]), np.array([high]), np.array([season]), np.array([luck]), 406)
    assert low <= day[0] <= high


def days_drawn(season):
    n = 40_000
    return start_days(np.zeros(n, int), np.full(n, 405), np.full(n, season), stream(53, "test").random(n), 406)


def test_saturdays_are_busier_than_tuesdays():
    weekday = (days_drawn(0) + 1) % 7  # 1 November 2016 was a Tuesday
    assert np.bincount(weekday)[5] > 1.3 * np.bincount(weekday)[1]


def test_christmas_titles_are_sought_around_christmas():
    day = days_drawn(1)
    in_season = ((day >= 14) & (day <= 60)) | (day >= 379)
    assert in_season.mean() > 0.8


def test_evenings_are_busiest_and_the_day_stays_the_same():
    day, habit = np.full(4_096, 30), np.arange(4_096)
    hour = wanted_seconds(day, habit, 406) / 3_600 - 30 * 24
    assert ((hour >= 6) & (hour < 24)).all()
    assert ((hour > 18) & (hour < 23)).mean() > 0.6


def test_one_title_on_one_day_has_one_hour():
    seconds = wanted_seconds(np.array([5, 5, 6]), np.array([77, 77, 77]), 406)
    assert seconds[0] == seconds[1] != seconds[2] - 86_400


@given(st.lists(st.integers(1, 200), min_size=1))
def test_nobody_watches_longer_than_it_runs(minutes):
    watched = minutes_watched(np.array(minutes, dtype=np.int16), stream(53, "test"))
    assert (watched >= 1).all() and (watched <= minutes).all()


def test_most_watch_to_the_end():
    minutes = np.full(10_000, 90, dtype=np.int16)
    assert 0.8 < (minutes_watched(minutes, stream(53, "test")) == 90).mean() < 0.87


@given(st.lists(st.integers(0, 200), min_size=1), st.booleans())
def test_plans_fit_the_title(episodes, once):
    episodes = np.array(episodes)
    showings, a_day, apart, _ = plans(episodes, np.full(len(episodes), once), stream(53, "test"))
    series = episodes > 0
    assert (showings >= 1).all() and (a_day >= 1).all() and (apart >= 1).all()
    assert (showings[series] <= np.maximum(episodes[series], 3)).all()
    assert not once or (showings[~series] == 1).all()
