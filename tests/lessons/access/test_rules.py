"""Each rule on a log that can be judged in the head: at once, after minutes, or not."""

import numpy as np
import pandas as pd
import pytest

from lessons.access.rules import ByRole, Fields, FourEyes, OnlyCounts, Rules, WithCase, minutes_until_own_case
from tests.lessons.access.by_hand import LOG, LOOKS

NO = np.nan


@pytest.mark.parametrize(
    ("rule", "minutes"),
    [
        (ByRole(), [0, 0, 0, 0, 0, 0, 0, 0, NO]),
        (WithCase(), [0, NO, 60, 0, 0, 0, 0, 0, NO]),
        (WithCase(patience=30), [0, NO, NO, 0, 0, 0, 0, 0, NO]),
        (FourEyes(), [0, 0, 0, 0, 0, NO, NO, 60, 0]),
        (FourEyes(people=901), [0] * 9),
        (OnlyCounts(12), [0, 0, 0, 0, NO, 0, 0, 0, NO]),
        (Fields(), [NO, 0, 0, 0, 0, 0, 0, 0, NO]),
        (Rules(), [0] * 9),
        (Rules((WithCase(), FourEyes())), [0, NO, 60, 0, 0, NO, NO, 60, NO]),
        (Rules((WithCase(), FourEyes()), emergency_door=True), [0, NO, 60, 0, 0, NO, NO, 60, 0]),
    ],
    ids=repr,
)
def test_minutes(rule, minutes):
    assert np.array_equal(rule(LOOKS, LOG).to_numpy(), np.array(minutes, dtype=float), equal_nan=True)


def test_no_look_is_no_trouble():
    for rule in (ByRole(), WithCase(), FourEyes(), OnlyCounts(), Fields(), Rules((WithCase(),), True)):
        assert len(rule(LOOKS.head(0), LOG)) == 0


def test_a_case_that_does_not_exist_does_not_count():
    assert WithCase()(LOOKS.head(1).assign(case_id=pd.array([99], dtype="Int64")), LOG).isna().all()


def test_only_ones_own_case_is_waited_for():
    assert minutes_until_own_case(LOOKS, LOG).dropna().to_dict() == {2: 60.0}
