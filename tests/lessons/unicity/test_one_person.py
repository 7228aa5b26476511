"""The one who is found suits the story, and the one who is accused is somebody in the log."""

import pandas as pd
import pytest

from lessons.unicity.attack import exact_match
from lessons.unicity.one_person import latest, step_by_step, two_evenings, wrongly_accused
from lessons.unicity.release import pseudonymous_log
from tests.lessons.worlds import every_seed, world


def log(seed):
    return pseudonymous_log(world(seed).views, world(seed).titles, world(seed).ratings)


@every_seed
def test_both_evenings_fit_one_record_and_one_evening_fits_many(seed):
    told = two_evenings(log(seed), world(seed).viewers, world(seed).titles)
    crowds = exact_match(log(seed), step_by_step(told), by=["title_id", "day"])["crowd"].tolist()
    assert crowds[0] > 10 and crowds[1] == 1
    assert len(latest(log(seed), world(seed).titles, told["viewer_id"].iloc[0])) == 4


@every_seed
def test_an_adult_is_named(seed):
    [row] = wrongly_accused(log(seed), world(seed).viewers, by=["title_id", "week"], k=2).to_dict("records")
    assert row["age"] >= 18 and row["name"] in set(world(seed).viewers["name"])


def test_where_nobody_suits_the_story_a_sentence_says_so():
    few = pd.DataFrame({"viewer_id": [1, 1], "title_id": [1, 2], "day": pd.to_datetime(["2017-12-01", "2017-12-02"])})
    viewers = pd.DataFrame({"viewer_id": [1], "sex": ["female"], "age": [40]})
    titles = pd.DataFrame({"title_id": [1, 2], "title": ["A", "B"]})
    with pytest.raises(ValueError, match="nobody suits the story"):
        two_evenings(few, viewers, titles)
