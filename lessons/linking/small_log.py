"""A small log that nobody has seen before, and reviews by some of its people: for the decision of this lesson."""

from typing import Final, NamedTuple

import numpy as np
import pandas as pd

READERS: Final = 120
BOOKS: Final = 60
LOANS: Final = 16
"""Ratings of each reader."""

WRITERS: Final = 30
"""Readers who write reviews elsewhere."""

REVIEWS: Final = 5
FIRST: Final = pd.Timestamp("2024-01-01")
DAYS: Final = 366


class SmallLog(NamedTuple):
    """A log, what is known of some of its people, and who is who.

    Attributes:
        log: ``viewer_id``, ``title_id``, ``stars``, ``day``; one row per rating.
        known: ``target``, ``title_id``, ``stars``, ``day``; one row per review.
        truth: ``target`` and ``answer`` (a ``viewer_id``).
    """

    log: pd.DataFrame
    known: pd.DataFrame
    truth: pd.DataFrame


def library_log(*, seed: int = 53) -> SmallLog:
    """Make up the ratings of a small library: 120 readers with 16 ratings each, 30 of whom review five books elsewhere.

    A review has the title that was rated; half of the reviews are some days late, and one in five has another number
    of stars. Some books are read by nearly everybody, and some by few.

    Args:
        seed: of all draws.

    Examples:
        >>> library = library_log()
        >>> len(library.log), library.known["target"].nunique()
        (1920, 30)
    """
    rng = np.random.default_rng(seed)
    liking = 1 / (np.arange(BOOKS) + 5)
    books = [rng.choice(BOOKS, LOANS, replace=False, p=liking / liking.sum()) for _ in range(READERS)]
    stars = rng.choice([1, 2, 3, 4, 5], READERS * LOANS, p=[0.05, 0.1, 0.3, 0.35, 0.2])
    day = FIRST + pd.to_timedelta(rng.integers(0, DAYS, READERS * LOANS), unit="D")
    viewers = np.repeat(rng.permutation(READERS) + 1, LOANS)
    log = pd.DataFrame({"viewer_id": viewers, "title_id": np.concatenate(books) + 1, "stars": stars, "day": day})
    written = log.groupby("viewer_id", sort=False).head(REVIEWS).head(WRITERS * REVIEWS)
    late = rng.integers(1, 15, len(written)) * (rng.random(len(written)) < 0.5)
    other = (rng.random(len(written)) < 0.2) * rng.choice([-1, 1], len(written))
    known = written.assign(
        target="writer " + written["viewer_id"].astype(str),
        stars=(written["stars"] + other).clip(1, 5),
        day=written["day"] + pd.to_timedelta(late, unit="D"),
    )
    truth = known.drop_duplicates("target").rename(columns={"viewer_id": "answer"})[["target", "answer"]]
    return SmallLog(log, known.drop(columns="viewer_id"), truth.reset_index(drop=True))
