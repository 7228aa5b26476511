"""What one person adds: at most so many rows, all of them her own."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.defences.contributions import KeepAtMost


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 9)), unique=True, max_size=25), st.integers(1, 6))
def test_nobody_above_nobody_below_who_had_fewer_and_no_new_row(rows, most):
    frame = pd.DataFrame(rows, columns=["viewer_id", "title"]).astype("int64")
    kept = KeepAtMost(most)(frame)
    had, has = frame["viewer_id"].value_counts().sort_index(), kept["viewer_id"].value_counts().sort_index()
    assert has.to_dict() == had.clip(upper=most).to_dict()
    assert kept.equals(frame.loc[kept.index]) and kept.index.is_monotonic_increasing


def test_all_rows_are_kept_equally_often():
    frame = pd.DataFrame({"viewer_id": 1, "title": list("ABCD")})
    kept = pd.concat(KeepAtMost(1, seed=seed)(frame) for seed in range(400))["title"].value_counts()
    assert kept.min() > 70


def test_the_unit_may_be_an_account():
    frame = pd.DataFrame({"viewer_id": [1, 2, 3], "account_id": [7, 7, 8]})
    assert sorted(KeepAtMost(1, unit="account_id")(frame)["account_id"]) == [7, 8]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: KeepAtMost(0), "most is 0: choose 1 or more"),
        (lambda: KeepAtMost(1)(pd.DataFrame({"name": ["a"]})), "no column 'viewer_id'"),
        (lambda: KeepAtMost(1)(pd.DataFrame({"viewer_id": [None]})), "has no viewer_id"),
    ],
)
def test_what_makes_no_sense_is_refused(make, sentence):
    with pytest.raises(ValueError, match=sentence):
        make()
