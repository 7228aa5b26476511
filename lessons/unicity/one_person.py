"""The people whom the story shows: one who is found, one who is accused in her place."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from lessons.unicity.attack import exact_match
from lessons.unicity.trials import background_knowledge

EVENING: Final = ("title_id", "day")
TRIED: Final = 200
"""How many women are tried until one is found who suits the story."""

LATEST: Final = 4
"""So many rows of a record are shown."""

LARGE: Final = 10
"""A crowd in which nobody would look for a single person."""


def two_evenings(log: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame, *, seed: int = 53) -> pd.DataFrame:
    """Draw two evenings of a woman, such that both together fit nobody else, and less than that fits many.

    Args:
        log: what is published (see `lessons.unicity.release.pseudonymous_log`).
        viewers: ``viewer_id``, ``sex``, ``age``.
        titles: ``title_id``, ``title``.
        seed: draws the evenings.

    Returns:
        Two rows: ``viewer_id``, ``title``, ``day``, ``title_id``.

    Raises:
        ValueError: there is no such woman among those who were tried.
    """
    women = viewers.query("sex == 'female' and age >= 18")["viewer_id"].head(TRIED)
    rows = log[log["viewer_id"].isin(women)].groupby("viewer_id").filter(lambda record: len(record) > 1)
    told = rows.groupby("viewer_id").sample(2, random_state=seed).assign(target=lambda drawn: drawn["viewer_id"])
    first = told.drop_duplicates("target")
    suits = _crowds(log, told, EVENING).eq(1)
    suits &= _crowds(log, first, EVENING).gt(LARGE) & _crowds(log, told, ["title_id"]).gt(LARGE)
    if not suits.any():
        raise ValueError("nobody suits the story: no two evenings of a woman fit her alone. Take a larger world.")
    chosen = told[told["target"] == suits.idxmax()].merge(titles[["title_id", "title"]])
    return chosen[["viewer_id", "title", "day", "title_id"]]


def _crowds(log: pd.DataFrame, known: pd.DataFrame, by: Sequence[str]) -> pd.Series:
    """How many records fit what is known, by target."""
    return exact_match(log, known, by=by).set_index("target")["crowd"]


def step_by_step(told: pd.DataFrame) -> pd.DataFrame:
    """Lay out what is known after the first evening, and after both: the column ``target`` says which.

    Examples:
        >>> told = pd.DataFrame({"title_id": [7, 8]})
        >>> step_by_step(told)["target"].tolist()
        ['one evening', 'both evenings', 'both evenings']
    """
    steps = [told.head(1).assign(target="one evening"), told.assign(target="both evenings")]
    return pd.concat(steps, ignore_index=True)


def latest(log: pd.DataFrame, titles: pd.DataFrame, viewer_id: int) -> pd.DataFrame:
    """Show the end of somebody's record: ``title``, ``day``."""
    record = log[log["viewer_id"].eq(viewer_id)].sort_values("day", kind="stable")
    return record.tail(LATEST).merge(titles[["title_id", "title"]])[["title", "day"]]


def wrongly_accused(log: pd.DataFrame, viewers: pd.DataFrame, *, by: Sequence[str], k: int) -> pd.DataFrame:
    """Name one of those who stand accused when people are looked for who are not in the log: an adult.

    Args:
        log: ``viewer_id`` and the columns of ``by``.
        viewers: ``viewer_id``, ``name``, ``sex``, ``age``, ``country``.
        by: what is known of a thing.
        k: how many things are known.
    """
    release, heard, _ = background_knowledge(log, by=by, k=k, absent=True)
    declared = exact_match(release, heard, by=by).query("declared")
    accused = declared.merge(viewers, left_on="claim", right_on="viewer_id")
    return accused.query("sex == 'female' and age >= 18")[["name", "age", "country"]].head(1)
