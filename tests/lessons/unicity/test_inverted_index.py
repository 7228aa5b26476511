"""Posting lists by hand, and against sets on random logs."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.unicity import inverted_index as module
from lessons.unicity.inverted_index import inverted_index
from tests.lessons.unicity.small_logs import literal_records, small_logs

LOG = pd.DataFrame({"viewer_id": [7, 7, 7, 8, 9], "title_id": [1, 2, 1, 2, 2], "stars": [4, 5, 4, None, 5]})
"""7 saw 1 twice, and 2; 8 saw 2 and gave no stars; 9 saw 2."""


def lists(index):
    rows = index.values_of(np.arange(index.n_points)).itertuples(index=False, name=None)
    return {point: index.viewers[index.of(number)].tolist() for number, point in enumerate(rows)}


def test_who_holds_what_by_hand():
    assert lists(inverted_index(LOG, by=["title_id"])) == {(1,): [7], (2,): [7, 8, 9]}


def test_a_row_without_stars_tells_no_point_and_its_viewer_still_counts():
    index = inverted_index(LOG, by=["title_id", "stars"])
    assert lists(index) == {(1, 4.0): [7], (2, 5.0): [7, 9]}
    assert index.n_viewers == 3


def test_all_points_together():
    index = inverted_index(LOG, by=["title_id"])
    one, two, nobodys = index.numbers(pd.DataFrame({"title_id": [1, 2, 3]})).tolist()
    assert index.viewers[index.holding_all([one, two])].tolist() == [7]
    assert index.viewers[index.holding_all([two])].tolist() == [7, 8, 9]
    assert (nobodys, len(index.holding_all([two, nobodys]))) == (-1, 0)


def test_values_that_occur_but_never_together_are_nobodys_point():
    index = inverted_index(LOG, by=["title_id", "stars"])
    assert index.numbers(pd.DataFrame({"title_id": [1, 2], "stars": [5, 5]})).tolist() == [-1, 1]


def test_the_first_records_alone():
    index = inverted_index(LOG, by=["title_id"], shuffle=np.random.default_rng(1))
    alone = index.first(1)
    assert alone.n_points == index.n_points
    assert [len(alone.of(point)) for point in range(2)] == [(0 in index.of(point)) for point in range(2)]


def test_kinds_of_columns_can_be_mixed():
    log = pd.DataFrame(
        {
            "viewer_id": ["ada", "bo"],
            "genre": pd.Categorical(["<b>drama</b>", "comedy"]),
            "day": pd.to_datetime(["2017-12-01", None]),
        }
    )
    index = inverted_index(log, by=["genre", "day"])
    known = pd.DataFrame({"genre": ["<b>drama</b>"], "day": pd.to_datetime(["2017-12-01"])})
    assert index.viewers[index.holding_all(index.numbers(known))].tolist() == ["ada"]


def test_a_log_without_rows_has_nobody():
    index = inverted_index(LOG.head(0), by=["title_id"])
    assert (index.n_viewers, index.n_points) == (0, 0)
    assert index.numbers(LOG.head(1)).tolist() == [-1]


@pytest.mark.parametrize(
    ("log", "by", "sentence"),
    [
        (LOG, ["title"], "the log has no column 'title'; it has: viewer_id, title_id, stars."),
        (LOG, "title_id", "by is 'title_id': name the columns that make a point in brackets"),
        (LOG, [], "by is"),
        (LOG.assign(viewer_id=[7, None, 7, 8, 9]), ["title_id"], "row 1 of the log has no viewer_id"),
    ],
)
def test_an_unusable_log_is_refused_with_a_sentence(log, by, sentence):
    with pytest.raises(ValueError, match=sentence.replace("[", r"\[")):
        inverted_index(log, by=by)


def test_columns_with_too_many_values_together_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_CODES", 6)
    with pytest.raises(ValueError, match="too many different values"):
        inverted_index(LOG, by=["title_id"])


@given(small_logs(), st.integers(0, 9))
def test_every_list_is_what_the_sets_say(log, seed):
    index = inverted_index(log, by=["title_id", "stars"], shuffle=np.random.default_rng(seed))
    records = literal_records(log, ["title_id", "stars"])
    assert sorted(index.viewers.tolist()) == sorted(records)
    for point, viewers in lists(index).items():
        assert sorted(viewers) == sorted(viewer for viewer, held in records.items() if point in held)
    assert set(lists(index)) == set().union(*records.values())
    numbers = np.arange(index.n_points)
    assert index.numbers(index.values_of(numbers)).tolist() == numbers.tolist()
