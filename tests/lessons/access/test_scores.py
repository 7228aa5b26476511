"""Looks and employees are two units."""

import pandas as pd
import pytest

from lessons.access.audits import AnyOf, EmergencyDoor, FewApart, SameSurnameOrArea
from lessons.access.quarter import Outcome
from lessons.access.scores import Count, counted, employees_flagged, looks_flagged
from tests.lessons.access.by_hand import LOG

GUILTY = [0, 3, 4]
OUTCOME = Outcome(
    LOG,
    pd.DataFrame({"act": pd.NA, "kind": "", "guilty": [row in GUILTY for row in range(9)]}),
    pd.DataFrame(),
    0,
    0,
    0.0,
    6,
)


def test_looks_and_people():
    assert looks_flagged(SameSurnameOrArea(), OUTCOME) == Count(right=1, wrong=2, missed=2, everybody=9)
    assert employees_flagged(SameSurnameOrArea(), OUTCOME) == Count(right=2, wrong=1, missed=0, everybody=4)
    assert employees_flagged(AnyOf((FewApart(), EmergencyDoor())), OUTCOME) == Count(1, 0, 1, 4)


def test_what_follows_from_a_count():
    asked = Count(right=2, wrong=6, missed=2, everybody=40)
    assert (asked.flagged, asked.precision, asked.baseline) == (8, 0.25, pytest.approx(0.8))
    assert asked.interval[0] < 0.25 < asked.interval[1]


def test_nobody_is_asked():
    nobody = counted(pd.Series([False, False]), pd.Series([True, False]))
    assert (nobody.precision, nobody.baseline, nobody.interval) == (0.0, 0.0, (0.0, 1.0))
