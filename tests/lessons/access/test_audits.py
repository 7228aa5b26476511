"""Each audit on a log that can be judged in the head."""

import pytest

from lessons.access.audits import (
    AnyOf,
    EmergencyDoor,
    FewApart,
    NoCase,
    SameSurnameOrArea,
    Unexplained,
    explained_by_case,
)
from tests.lessons.access.by_hand import LOG


@pytest.mark.parametrize(
    ("audit", "flagged"),
    [
        (SameSurnameOrArea(), [0, 2, 8]),
        (Unexplained(SameSurnameOrArea()), [8]),
        (Unexplained(SameSurnameOrArea(), days=0.02), [0, 2, 8]),
        (NoCase(), [8]),
        (EmergencyDoor(), [8]),
        (FewApart(), [3, 4]),
        (FewApart(minutes=1), []),
        (AnyOf((EmergencyDoor(), FewApart())), [3, 4, 8]),
    ],
    ids=repr,
)
def test_flags(audit, flagged):
    flags = audit(LOG)
    assert flags.index.equals(LOG.looks.index) and flags[flags].index.tolist() == flagged


def test_a_case_of_anybody_explains_a_look():
    assert explained_by_case(LOG)[lambda each: each].index.tolist() == [0, 1, 2]
