"""Exercises of the lesson on singling out: count who watched on every day, and count the counts of one."""

from typing import Final

import numpy as np
import pandas as pd

from teaching.checks import Arguments
from teaching.exercise import Exercise

EVERY_DAY_TASK: Final = """
**Who watched on every day?** Complete `my_every_day(views, n_days)`. It gets a log of *one* film with the columns
`viewer_id` and `day`, and returns the set of viewers who watched it on `n_days` different days or more.
"""

ALONE_TASK: Final = """
**Counts of one.** In how many (country, device) groups of `rows` is there exactly *one* person? Put the number in
`my_lonely_groups`.
"""


def every_day() -> Exercise:
    """Return the exercise whose answer is a function: the viewers who watched on every day."""
    return Exercise(
        EVERY_DAY_TASK,
        name="singling_out/every-day",
        minutes=6,
        reference=watched_every_day,
        make_case=_small_log,
        hints=[
            "Somebody can watch a film twice on one day. What do you count: rows, or days?",
            "Group the log by viewer, and count the *different* values of `day` in each group.",
            "`days = views.groupby('viewer_id')['day'].nunique()`, then keep the viewers with enough of them.",
        ],
    )


def lonely_groups(rows: pd.DataFrame) -> Exercise:
    """Return the exercise whose answer is a number in the learner's own world: groups of one.

    Args:
        rows: one row per counted person, with ``country`` and ``device``.
    """
    return Exercise(
        ALONE_TASK,
        name="singling_out/lonely-groups",
        minutes=4,
        reference=count_lonely_groups,
        make_case=_small_crowd,
        hints=[
            "First count the people of each group. Then count the groups.",
            "`rows.groupby([...]).size()` gives one number for each group that somebody is in.",
            "Compare those sizes with 1, and add up the Trues: `(sizes == 1).sum()`.",
        ],
        own_data={"rows": rows},
    )


def watched_every_day(views: pd.DataFrame, n_days: int) -> set[int]:
    """Return the viewers with at least ``n_days`` different days."""
    days = views.groupby("viewer_id")["day"].nunique()
    return set(days.index[days >= n_days])


def count_lonely_groups(rows: pd.DataFrame) -> int:
    """Return the number of (country, device) groups of exactly one person."""
    sizes = rows.groupby(["country", "device"]).size()
    return int((sizes == 1).sum())


def _small_log(rng: np.random.Generator) -> Arguments:
    """A log of three viewers and a few days, in which some watch twice a day."""
    n_days = int(rng.integers(2, 4))
    n_views = int(rng.integers(3, 11))
    day = pd.Timestamp("2017-12-01") + pd.to_timedelta(rng.integers(0, n_days + 1, n_views), unit="D")
    views = pd.DataFrame({"viewer_id": rng.integers(1, 4, n_views), "day": day})
    return {"views": views.sort_values(["viewer_id", "day"], ignore_index=True), "n_days": n_days}


def _small_crowd(rng: np.random.Generator) -> Arguments:
    """A crowd of three to seven people in two countries with two devices."""
    n = int(rng.integers(3, 8))
    country, device = rng.choice(["Chile", "Norway"], n), rng.choice(["phone", "tv"], n)
    return {"rows": pd.DataFrame({"country": country, "device": device}).sort_values("country", ignore_index=True)}
