"""A log of six rows turned round by hand, and logs that cannot be."""

import numpy as np
import pandas as pd
import pytest

from lessons.linking.inverted_index import day_numbers, inverted_index

LOG = pd.DataFrame(
    {
        "viewer_id": [9, 7, 8, 7, 7, 9],
        "title_id": ["B", "A", "A", "B", "A", "C"],
        "stars": [3, 5, 4, np.nan, 5, 3],
        "day": pd.to_datetime(
            ["2017-01-02", "2017-01-01", None, "2017-01-02", "2017-03-01 21:15", "2017-01-02"], format="mixed"
        ),
    }
)


def test_rows_stand_by_title_and_ascend_within_it():
    index = inverted_index(LOG)
    by_title = {title: index.viewers[index.records[index.rows_of(n)]].tolist() for n, title in enumerate(index.titles)}
    assert by_title == {"A": [7, 7, 8], "B": [7, 9], "C": [9]}


def test_support_counts_a_record_once():
    index = inverted_index(LOG)
    assert (index.support.tolist(), index.rewatched) == ([2, 2, 1], True)
    assert not inverted_index(LOG.drop_duplicates(["viewer_id", "title_id"])).rewatched


def test_facts_are_days_and_stars_and_what_is_missing_has_the_last_place():
    index = inverted_index(LOG)
    stars, day = np.divmod(index.facts[index.rows_of(0)], len(index.days) + 1)
    first = day_numbers(LOG["day"])[1]
    assert (index.days - first).tolist() == [0, 1, 59] and index.stars.tolist() == [3, 4, 5]
    assert (day.tolist(), stars.tolist()) == ([0, 2, 3], [2, 2, 1])


def test_a_log_of_titles_alone_has_one_fact():
    index = inverted_index(LOG[["viewer_id", "title_id"]])
    assert set(index.facts) == {0} and len(index.days) == len(index.stars) == 0


def test_an_empty_log_has_nothing_in_it():
    index = inverted_index(LOG.head(0))
    assert (len(index.viewers), len(index.titles), len(index.records), index.rewatched) == (0, 0, 0, False)


def test_many_facts_take_a_wider_number():
    rng = np.random.default_rng(53)
    many = pd.DataFrame({"viewer_id": range(30_000), "title_id": 1, "day": range(30_000), "stars": rng.random(30_000)})
    many["stars"] = many["stars"].round(1)
    index = inverted_index(many)
    assert index.facts.dtype == np.uint32
    assert index.stars[index.facts // (len(index.days) + 1)].tolist() == many["stars"].tolist()


def test_hours_and_time_zones_are_left_out():
    days = pd.Series(pd.to_datetime(["1970-01-02 23:59"])).dt.tz_localize("Asia/Tokyo")
    assert day_numbers(days).tolist() == [1]


def test_the_index_is_small():
    rows = pd.DataFrame({"viewer_id": np.arange(20_000) % 500, "title_id": np.arange(20_000) // 500, "stars": 3})
    assert inverted_index(rows).bytes_per_row < 7


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        (LOG.drop(columns="title_id"), "no column 'title_id'; it has: viewer_id, stars, day"),
        (LOG.assign(viewer_id=[1, 2, None, 4, 5, 6]), "row 2 of the log has no viewer_id"),
        (LOG.assign(stars=list("123456")), "stars has values such as '1'"),
        (LOG.assign(day="yesterday"), "make dates of them first"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(log, sentence):
    with pytest.raises(ValueError, match=sentence):
        inverted_index(log)
