"""A small made-up office: readers of its newsletter, its readers' panel, and what a staff survey counted.

Every person and place is invented. The numbers are chosen, not drawn: each shows something in the staff hour.
"""

from itertools import chain, repeat
from typing import Any, Final

import pandas as pd

OFFICES: Final = ("Bridge Street", "Mill Lane", "Old Dock", "Quayside", "Station Road")
JOBS: Final = ("full-time", "part-time", "fixed-term", "trainee")
TOO_HIGH: Final = ((12, 10, 3, 2), (14, 5, 2, 2), (8, 12, 5, 3), (8, 5, 7, 1), (16, 7, 2, 3))
"""How many said "my workload is too high"; one row per office, one column per job. Quayside has one trainee.

With totals, thresholds of 7, 8, 10 and 11 hide so that nothing can be worked out, and 9 and 12 do not.
"""

REGIONS: Final = ("North", "South", "East", "West")
MONDAYS: Final = tuple(pd.date_range("2027-01-04", periods=9, freq="7D"))
"""The days on which the panel is counted."""

AT_FIRST: Final = (58, 97, 131, 126)
"""Members of the panel on the first Monday, by region."""

JOINED: Final = (
    ("South",),
    ("North", "West"),
    ("East",),
    (),
    ("South", "South"),
    ("West", "North", "East"),
    ("South",),
    ("East",),
)
"""Who joined in each week: the regions that they named."""

LEFT: Final = ("West", "South", "North", "West", "East", "South", "West", "")
"""In most weeks one of the first members left."""

MOVED: Final = (("", ""),) * 7 + (("East", "North"),)
"""In the last week one of the first members moved."""

SEASONS: Final = ("spring", "autumn")
EVERY_DAY: Final = (
    ("North", "phone", "spring", 4),
    ("North", "phone", "autumn", 2),
    ("North", "tablet", "spring", 1),
    ("North", "tablet", "autumn", 1),
    ("South", "phone", "spring", 5),
    ("South", "laptop", "autumn", 2),
    ("South", "tablet", "spring", 1),
    ("East", "phone", "autumn", 4),
    ("East", "laptop", "spring", 1),
    ("West", "phone", "spring", 1),
    ("West", "laptop", "autumn", 1),
)
"""Region, device, season of joining, and how many such readers opened the newsletter on every day of a month."""


def workload() -> pd.DataFrame:
    """Return the counts of the staff survey; people, one row per office, one column per job.

    Examples:
        >>> int(workload().loc["Quayside", "trainee"])
        1
    """
    return pd.DataFrame(TOO_HIGH, pd.Index(OFFICES, name="office"), pd.Index(JOBS, name="job"))


def readers() -> pd.DataFrame:
    """Return those who opened the newsletter on every day of a month: ``region``, ``device``, ``season`` of joining.

    Examples:
        >>> len(readers()), list(readers())
        (23, ['region', 'device', 'season'])
    """
    rows = chain.from_iterable(repeat(row[:3], row[3]) for row in EVERY_DAY)
    return pd.DataFrame(rows, columns=["region", "device", "season"])


def panel() -> pd.DataFrame:
    """Return all who ever joined the readers' panel.

    Returns:
        One row per member. Columns: ``region`` (named on joining; it never changes), ``lives_in`` (after all moves),
        ``moved_on`` and ``left_on`` (the last day at the old place; NaT: never), ``began_on``.

    Examples:
        >>> len(panel())
        423
    """
    first = [
        _member(region, MONDAYS[0]) for region, people in zip(REGIONS, AT_FIRST, strict=True) for _ in range(people)
    ]
    later = [_member(region, _within(week)) for week, regions in enumerate(JOINED) for region in regions]
    for week, region in enumerate(LEFT):
        if region:
            _one_of(first, region)["left_on"] = _within(week)
    for week, (here, there) in enumerate(MOVED):
        if here:
            _one_of(first, here).update(lives_in=there, moved_on=_within(week))
    return pd.DataFrame([*first, *later])


def _within(week: int) -> pd.Timestamp:
    """A Wednesday, between two counts."""
    return MONDAYS[week] + pd.Timedelta(days=2)


def _member(region: str, began_on: pd.Timestamp) -> dict[str, Any]:
    """Somebody who has just joined."""
    return {"region": region, "lives_in": region, "began_on": began_on, "moved_on": pd.NaT, "left_on": pd.NaT}


def _one_of(members: list[dict[str, Any]], region: str) -> dict[str, Any]:
    """A member who is still where she was at first."""
    return next(each for each in members if each["lives_in"] == region and pd.isna(each["left_on"]))
