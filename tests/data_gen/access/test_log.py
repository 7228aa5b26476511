"""The log as a whole: in order of time, the same for the same seed, and telling nothing of who did what."""

import numpy as np
import pandas as pd
import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from data_gen.access.looks import COLUMNS
from tests.lessons.worlds import SEEDS, world


@pytest.fixture(scope="module")
def logs():
    return [make_access_log(world(seed), Assumptions(honest_looks=1_000)) for seed in SEEDS]


def test_columns_and_order(logs):
    for log in logs:
        assert [*log.looks] == [*COLUMNS] and log.looks["at"].is_monotonic_increasing
        assert len(log.truth) == len(log.looks) == 1_000 + 2 * 12


def test_the_same_seed_gives_the_same_log(logs):
    again = make_access_log(world(SEEDS[0]), Assumptions(honest_looks=1_000))
    for name in ("employees", "cases", "looks", "truth", "acts"):
        assert getattr(again, name).equals(getattr(logs[0], name))
    other = make_access_log(world(SEEDS[0]), Assumptions(honest_looks=1_000), seed="other")
    assert not other.looks.equals(logs[0].looks)


def formats(log):
    """What stands in the log apart from its contents: order, numbers, seconds, what is empty."""
    looks = log.looks
    return pd.DataFrame(
        {
            "place": np.arange(len(looks)),
            "second": looks["at"].dt.second,
            "hour": looks["at"].dt.hour,
            "employee": looks["employee_id"],
            "viewer": looks["viewer_id"].fillna(0).astype(float),
            "case": looks["case_id"].fillna(0).astype(float),
            "people": looks["people"],
            "letters": looks["query"].str.len(),
        }
    )


def test_formats_tell_nothing(logs):
    """One number at a time separates looks of misdeeds from those of their twins no better than a coin (Wilcoxon)."""
    for column in formats(logs[0]):
        guilty, honest = [], []
        for log in logs:
            ranks = formats(log)[column].rank(pct=True)
            acts = log.truth["act"].notna()
            guilty += ranks[acts & log.truth["guilty"]].tolist()
            honest += ranks[acts & ~log.truth["guilty"]].tolist()
        better = np.mean([[1.0 if g > h else 0.5 if g == h else 0.0 for h in honest] for g in guilty])
        assert 0.35 < better < 0.65, column
