"""Bits that can be counted by hand, and what coarsening must never do."""

import pandas as pd
import pytest
from hypothesis import given

from disclosure.measures.information import information, information_lost
from tests.lessons.unicity.small_logs import small_logs

LOG = pd.DataFrame({"title_id": [1, 1, 2, 3], "genre": ["a", "a", "a", "b"], "stars": [4, None, None, None]})


def test_by_hand():
    assert information(LOG, by=["title_id"]) == 1.5  # half, a quarter, a quarter
    assert information(LOG, by=["title_id", "stars"]) == 2
    assert information_lost(LOG, by=["title_id"], of=["title_id", "stars"]) == 0.25


def test_nothing_kept_and_nothing_there():
    assert information_lost(LOG, by=[], of=["title_id"]) == 1
    assert information_lost(LOG.head(1), by=["genre"], of=["title_id"]) == 0
    assert information(LOG.head(0), by=["genre"]) == 0


@given(small_logs())
def test_fewer_columns_never_tell_more(log):
    log = log.assign(genre=log["title_id"] // 2)
    columns = [["genre"], ["title_id"], ["title_id", "stars"]]
    bits = [information(log, by=by) for by in columns]
    assert bits == sorted(bits) or bits == pytest.approx(sorted(bits))
    assert 0 <= information_lost(log, by=columns[0], of=columns[-1]) <= 1
