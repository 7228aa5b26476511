"""What is said of people: true of them, or not true of them, as asked."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.unicity.trials import background_knowledge
from tests.lessons.unicity.small_logs import literal_records

LOG = pd.DataFrame({"viewer_id": np.repeat([1, 2, 3, 4], [3, 3, 3, 1]), "title_id": [1, 2, 3, 2, 3, 4, 3, 4, 5, 1]})


@given(st.integers(0, 500), st.integers(0, 2), st.booleans())
def test_so_many_things_are_true_and_so_many_are_not(seed, wrong, absent):
    release, known, truth = background_knowledge(LOG, by=["title_id"], k=2, wrong=wrong, absent=absent, seed=seed)
    assert truth["target"].tolist() == [1, 2, 3] and len(known) == 6
    if absent:
        assert truth["answer"].isna().all() and release["viewer_id"].unique().tolist() == [4]
        return
    records = literal_records(LOG, ["title_id"])
    assert sorted(truth["answer"]) == [1, 2, 3]
    for target, viewer in truth.itertuples(index=False):
        said = known.loc[known["target"] == target, "title_id"]
        assert sum((title,) not in records[viewer] for title in said) == wrong


def test_where_everybody_did_everything_nothing_wrong_can_be_said():
    same = pd.DataFrame({"viewer_id": [1, 2], "title_id": 7})
    with pytest.raises(ValueError, match="nothing wrong can be said"):
        background_knowledge(same, by=["title_id"], k=1, wrong=1)


def test_more_wrong_things_than_things_are_refused():
    with pytest.raises(ValueError, match="wrong is 3: of 2 things, 0 to 2 can be wrong"):
        background_knowledge(LOG, by=["title_id"], k=2, wrong=3)
