"""Exercises on unicity: whose records hold all that is known, and when that singles somebody out rightly."""

from typing import Final

import numpy as np
import pandas as pd

from teaching.checks import Arguments
from teaching.exercise import Exercise

FITS_TASK: Final = """
**Who fits?** Complete `my_fits(log, titles)`. `log` has one row for each time that somebody (`viewer_id`) watched
something (`title_id`); people watch things again. Return the set of viewers whose record holds **all** of `titles`.
"""

UNIQUE_TASK: Final = """
**Found, and rightly?** Complete `my_found(log, titles, person)`. The attacker knows that `person` watched all of
`titles`, or believes so. Return `True` if exactly one viewer of the log fits **and** that is `person`, else `False`.
You may use `my_fits`.
"""


def who_fits() -> Exercise:
    """Return the exercise that finds the records that hold all that is known."""
    return Exercise(
        FITS_TASK,
        name="unicity/who-fits",
        minutes=7,
        reference=fits,
        make_case=_small_log,
        hints=[
            "Keep the rows with one of the titles. How many *different* ones of them must a viewer have?",
            "`log[log['title_id'].isin(titles)]`, then group by `viewer_id`; `nunique` counts each title once.",
            "`different = ours.groupby('viewer_id')['title_id'].nunique()`, then "
            "`set(different.index[different == len(titles)])`",
        ],
    )


def found_rightly() -> Exercise:
    """Return the exercise that tells a person who is found from a stranger who is accused."""
    return Exercise(
        UNIQUE_TASK,
        name="unicity/found-rightly",
        minutes=5,
        reference=found,
        make_case=_small_log_and_person,
        hints=[
            "Somebody fits alone. Is it the person? Could the attacker tell?",
            "Compare two sets: those who fit, and the set with `person` alone in it.",
            "`return my_fits(log, titles) == {person}`",
        ],
    )


def fits(log: pd.DataFrame, titles: list[int]) -> set[int]:
    """Return the viewers whose record holds all of the titles."""
    of_titles = log[log["title_id"].isin(titles)]
    different = of_titles.groupby("viewer_id")["title_id"].nunique()
    return set(different.index[different == len(titles)])


def found(log: pd.DataFrame, titles: list[int], person: int) -> bool:
    """Return whether the person fits, and nobody else."""
    of_titles = log[log["title_id"].isin(titles)]
    different = of_titles.groupby("viewer_id")["title_id"].nunique()
    return set(different.index[different == len(titles)]) == {person}


def _small_log(rng: np.random.Generator) -> Arguments:
    """Four viewers, four titles, some watched again; two titles are known."""
    rows = int(rng.integers(8, 13))
    log = pd.DataFrame({"viewer_id": rng.integers(1, 5, rows), "title_id": rng.integers(1, 5, rows)})
    return {"log": log, "titles": sorted(rng.choice(np.arange(1, 5), 2, replace=False).tolist())}


def _small_log_and_person(rng: np.random.Generator) -> Arguments:
    """The same, and a person who may have watched them, or not, or is not in the log at all."""
    return _small_log(rng) | {"person": int(rng.integers(1, 6))}
