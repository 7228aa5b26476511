"""The log without names: coarser columns follow from the finer ones."""

import pandas as pd

from lessons.unicity.release import RESOLUTIONS, in_words, pseudonymous_log, some_viewers

VIEWS = pd.DataFrame(
    {
        "viewer_id": [7, 7, 7, 8],
        "title_id": [1, 1, 2, 1],
        "day": pd.to_datetime(["2017-12-03", "2017-12-03", "2017-12-04", "2018-01-01"]),
        "device": ["tv"] * 4,
    }
)
TITLES = pd.DataFrame({"title_id": [1, 2], "genre": ["drama", "comedy"]})
RATINGS = pd.DataFrame({"viewer_id": [7], "title_id": [1], "stars": [4]})
LOG = pseudonymous_log(VIEWS, TITLES, RATINGS)


def test_one_row_for_each_title_and_evening():
    assert LOG[["viewer_id", "title_id"]].to_numpy().tolist() == [[7, 1], [7, 2], [8, 1]]
    assert LOG["genre"].tolist() == ["drama", "comedy", "drama"]
    assert LOG["stars"].fillna(0).tolist() == [4, 0, 0]


def test_weeks_begin_on_monday_and_months_on_the_first():
    assert LOG["week"].dt.strftime("%d %b %Y").tolist() == ["27 Nov 2017", "04 Dec 2017", "01 Jan 2018"]
    assert LOG["month"].dt.strftime("%d %b %Y").tolist() == ["01 Dec 2017", "01 Dec 2017", "01 Jan 2018"]


def test_every_way_to_publish_has_its_columns_and_words():
    assert all(set(by) <= set(LOG) for by in RESOLUTIONS)
    assert len({in_words(by) for by in RESOLUTIONS}) == len(RESOLUTIONS)


def test_a_smaller_service_has_whole_records():
    smaller = some_viewers(LOG, 1, seed=1)
    assert len(smaller) == {7: 2, 8: 1}[smaller["viewer_id"].iloc[0]]
