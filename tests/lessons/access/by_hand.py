"""A log of a few looks, whose rules and audits can be judged in the head."""

import pandas as pd

from data_gen.access.looks import as_looks
from lessons.access.release import Kept

MONDAY = pd.Timestamp("2017-10-02 09:00")


def at(minutes):
    return MONDAY + pd.Timedelta(minutes=minutes)


STAFF = pd.DataFrame(
    {
        "employee_id": [1, 2, 3, 4],
        "name": ["Sue Gray", "Fay Bold", "Ann Lake", "Eve Moor"],
        "surname": ["Gray", "Bold", "Lake", "Moor"],
        "role": ["support", "fraud", "recommendations", "engineering"],
        "area": ["AA", "BB", "CC", "DD"],
    }
)
VIEWERS = pd.DataFrame(
    {"viewer_id": [11, 12, 13], "name": ["Tom Gray", "Lea Hall", "Kit Reed"], "postcode": ["ZZ", "BB", "CC"]}
)
CASES = pd.DataFrame(
    {
        "case_id": pd.array([7, 8], dtype="Int64"),
        "viewer_id": [11, 12],
        "opened_at": [at(-60), at(90)],
        "owner": [4, 2],
    }
)


def look(minutes, employee, sight, **more):
    return {"at": at(minutes), "employee_id": employee, "sight": sight, "purpose": "work", **more}


LOOKS = as_looks(
    [
        look(0, 1, "evenings", viewer_id=11, case_id=7),  # same surname, a colleague's case
        look(1, 1, "profile", viewer_id=12, case_id=7),  # the case is about somebody else
        look(30, 2, "evenings", viewer_id=12),  # same area, her own case comes an hour later
        look(40, 3, "count", people=12, query="q"),
        look(42, 3, "count", people=11, query="q, and one fact more"),
        look(50, 4, "rows", people=900),
        look(51, 4, "rows", people=900, approved_by=4),
        look(52, 4, "rows", people=900, approved_by=3),
        look(60, 3, "evenings", viewer_id=13, emergency=True, reason="r"),
    ]
)
LOG = Kept(STAFF, CASES, LOOKS, VIEWERS)
