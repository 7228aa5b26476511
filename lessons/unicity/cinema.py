"""A small log that no learner has seen: who came to which film, in a club of four cinemas."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from disclosure.measures import Risk, score
from disclosure.measures.information import information_lost
from lessons.unicity.attack import exact_match
from lessons.unicity.trials import background_knowledge

COLUMNS: Final = ("film", "genre", "day", "week", "month", "house")
FINEST: Final = ("film", "day", "house")
"""All that a visit tells; the other columns follow from these."""

GENRES: Final = ("comedy", "crime", "drama", "family", "horror", "western")
HOUSES: Final = ("Lux", "Palace", "Regent", "Roxy")
LOYAL: Final = 0.85
"""How often a member goes to the nearest house."""

MEMBERS: Final = 2_000
FILMS: Final = 40
HEARD: Final = 3
"""Visits of each person that the attacker has heard of."""


def cinema_log(*, seed: int = 53) -> pd.DataFrame:
    """Return half a year of visits: ``viewer_id`` and the columns `COLUMNS`; 8 to 24 visits of each member."""
    rng = np.random.default_rng(seed)
    member = np.repeat(np.arange(1, MEMBERS + 1), rng.integers(8, 25, MEMBERS))
    popular = 1 / np.arange(3, FILMS + 3)
    film = rng.choice(FILMS, len(member), p=popular / popular.sum())
    day = pd.Timestamp("2024-01-01") + pd.to_timedelta(rng.integers(0, 182, len(member)), unit="D")
    nearest = rng.integers(0, len(HOUSES), MEMBERS)[member - 1]
    house = np.where(rng.random(len(member)) < LOYAL, nearest, rng.integers(0, len(HOUSES), len(member)))
    visits = pd.DataFrame({"viewer_id": member, "film": film + 1, "genre": np.take(GENRES, film % len(GENRES))})
    weeks, months = day - pd.to_timedelta(day.day_of_week, unit="D"), day.to_period("M").to_timestamp()
    return visits.assign(day=day, week=weeks, month=months, house=np.take(HOUSES, house)).drop_duplicates()


def judged(log: pd.DataFrame, columns: Sequence[str], share: float, *, seed: int = 53) -> tuple[Risk, float]:
    """Let an attacker who has heard of three visits look for members in an extract, and count its price.

    Args:
        log: all visits (see `cinema_log`).
        columns: what is handed over of each visit.
        share: of all members, drawn evenly, whose visits are handed over: more than 0, at most 1.
        seed: draws the members, and those who are looked for.

    Returns:
        What came of it, for people from the whole log, and the share of information that the reader loses.

    Examples:
        >>> risk, price = judged(cinema_log(), ["film", "day"], 0.5)
        >>> risk.right > risk.n / 3, 0.5 < price < 0.6
        (True, True)
    """
    members = np.random.default_rng(seed).permutation(log["viewer_id"].unique())
    drawn = members[: max(1, round(share * len(members)))]
    _, known, truth = background_knowledge(log, by=COLUMNS, k=HEARD, seed=seed)
    there = truth.assign(answer=truth["answer"].where(truth["answer"].isin(drawn)))
    extract = log[log["viewer_id"].isin(drawn)]
    risk = score(exact_match(extract, known, by=columns), there, blind=1 / len(drawn))
    return risk, 1 - share * (1 - information_lost(extract, by=columns, of=FINEST))
