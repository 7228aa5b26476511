"""Who fits all that is known: by hand, wrong, absent, and against sets."""

import pandas as pd
import pytest
from hypothesis import given

from disclosure.measures import score
from lessons.unicity.attack import exact_match
from tests.lessons.unicity.small_logs import literal_records, small_logs

LOG = pd.DataFrame(
    {
        "viewer_id": [1, 1, 2, 2, 3, 3],
        "title_id": [7, 8, 7, 9, 7, 8],
        "day": pd.to_datetime(["2017-12-01", "2017-12-02", "2017-12-01", "2017-12-02", "2017-12-05", "2017-12-02"]),
    }
)


def known(**titles):
    return pd.DataFrame([{"target": who, "title_id": title} for who, each in titles.items() for title in each])


def test_by_hand():
    guesses = exact_match(LOG, known(a=[7, 9], b=[7, 8], c=[7], d=[4, 7]), by=["title_id"])
    assert guesses["crowd"].tolist() == [1, 2, 3, 0]
    assert guesses["claim"].fillna(0).tolist() == [2, 0, 0, 0]
    assert guesses["declared"].tolist() == [True, False, False, False]
    assert guesses["confidence"].tolist() == [1, 1 / 2, 1 / 3, 0]


def test_the_day_tells_two_records_with_the_same_titles_apart():
    heard = LOG[LOG["viewer_id"] == 3].assign(target="c")
    assert exact_match(LOG, heard, by=["title_id"])["crowd"].tolist() == [2]
    assert exact_match(LOG, heard, by=["title_id", "day"])["claim"].tolist() == [3]


def test_one_wrong_thing_accuses_a_stranger():
    """Viewer 1 watched 7 and 8; somebody says 7 and 9."""
    guesses = exact_match(LOG, known(a=[7, 9]), by=["title_id"])
    risk = score(guesses, pd.DataFrame({"target": ["a"], "answer": [1]}), blind=1 / 3)
    assert (risk.right, risk.wrong, risk.abstained) == (0, 1, 0)


def test_somebody_who_is_not_in_the_log_is_a_stranger_too():
    guesses = exact_match(LOG[LOG["viewer_id"] != 1], known(a=[7, 8]), by=["title_id"])
    risk = score(guesses, pd.DataFrame({"target": ["a"], "answer": pd.array([None], dtype="Int64")}), blind=1 / 2)
    assert (risk.right, risk.wrong) == (0, 1)


def test_everybody_the_same_and_one_alone():
    same = pd.DataFrame({"viewer_id": [1, 2, 3], "title_id": 7})
    assert exact_match(same, known(a=[7, 7]), by=["title_id"])["crowd"].tolist() == [3]
    assert exact_match(same.head(1), known(a=[7]), by=["title_id"])["declared"].tolist() == [True]
    assert exact_match(same.head(0), known(a=[7]), by=["title_id"])["crowd"].tolist() == [0]


def test_targets_keep_their_order():
    assert exact_match(LOG, known(z=[7], a=[8], m=[9]), by=["title_id"])["target"].tolist() == ["z", "a", "m"]


@pytest.mark.parametrize(
    ("heard", "sentence"),
    [
        (pd.DataFrame({"title_id": [7]}), "known has no column 'target'; it has: title_id."),
        (pd.DataFrame({"target": ["a"], "title_id": [None]}), "row 0 of known leaves something open"),
    ],
)
def test_what_cannot_be_looked_for_is_refused_with_a_sentence(heard, sentence):
    with pytest.raises(ValueError, match=sentence):
        exact_match(LOG, heard, by=["title_id"])


@given(small_logs(), small_logs(max_size=8))
def test_crowds_are_what_the_sets_say(log, heard):
    by = ["title_id", "stars"]
    heard = heard.dropna().rename(columns={"viewer_id": "target"})
    if len(heard):
        records = literal_records(log, by)
        things = literal_records(heard.rename(columns={"target": "viewer_id"}), by)
        guesses = exact_match(log, heard, by=by).set_index("target")
        for target, points in things.items():
            fitting = [viewer for viewer, held in records.items() if points <= held]
            assert guesses["crowd"][target] == len(fitting)
            assert not guesses["declared"][target] or [guesses["claim"][target]] == fitting
