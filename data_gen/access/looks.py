"""A look as it stands in the log: its columns, and when people work."""

from typing import Any, Final

import numpy as np
import pandas as pd

SIGHTS: Final = ("profile", "evenings", "count", "rows")
"""What can be looked at: name and plan of one viewer; what she watched, and when; how many; rows of several viewers."""

PURPOSES: Final = {
    "support": "helps a caller",
    "fraud": "checks an alert",
    "recommendations": "improves a list",
    "social media": "writes a post",
    "engineering": "finds a fault",
    "data protection": "answers a request",
}
"""What an employee of each role writes down as her purpose. An intruder writes the same."""

EMERGENCY, SAMPLE, EXPORT, NARROWER = (
    "somebody cannot wait",
    "a sample of rows",
    "all rows of a region",
    ", and one fact more",
)
"""What is written down as a reason for the emergency door, and as a question."""

FIRST_DAY: Final = np.datetime64("2017-09-11", "s")
WEEKS, DAYS_OF_WORK, FIRST_HOUR, HOURS = 13, 5, 8, 11
DAY: Final = 24 * 60

COLUMNS: Final[dict[str, str]] = {
    "at": "datetime64[s]",
    "employee_id": "int64",
    "sight": "str",
    "viewer_id": "Int64",
    "query": "str",
    "people": "int64",
    "purpose": "str",
    "case_id": "Int64",
    "approved_by": "Int64",
    "emergency": "bool",
    "reason": "str",
}
"""Column -> type. ``people``: how many the answer is about. ``case_id``, ``approved_by``, ``reason``: as they were
written down; missing or empty where nothing was."""

EMPTY: Final[dict[str, Any]] = {
    "viewer_id": pd.NA,
    "query": "",
    "people": 1,
    "case_id": pd.NA,
    "approved_by": pd.NA,
    "emergency": False,
    "reason": "",
}


def as_looks(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows as a frame with the log's columns first; what a row does not say is empty.

    Examples:
        >>> as_looks([{"at": FIRST_DAY, "employee_id": 1, "sight": "count", "purpose": "writes a post"}]).shape
        (1, 11)
    """
    frame = pd.DataFrame([{**EMPTY, **row} for row in rows])
    frame = frame.reindex(columns=[*COLUMNS, *(name for name in frame if name not in COLUMNS)])
    return frame.astype(COLUMNS)


def hours_of_work(how_many: int, rng: np.random.Generator) -> np.ndarray:
    """Moments of the quarter at which somebody is at work: datetime64[s], from Monday to Friday.

    Examples:
        >>> bool(np.isin(pd.DatetimeIndex(hours_of_work(100, np.random.default_rng(1))).day_of_week, range(5)).all())
        True
    """
    days = 7 * rng.integers(0, WEEKS, how_many) + rng.integers(0, DAYS_OF_WORK, how_many)
    seconds = FIRST_HOUR * 3600 + rng.integers(0, HOURS * 3600, how_many)
    return FIRST_DAY + (days * 86_400 + seconds).astype("timedelta64[s]")
