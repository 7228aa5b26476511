"""Reading clubs of a made-up library, and what a plan to print them does: for the decision at the end of the lesson."""

from functools import cache
from typing import Final

import numpy as np
import pandas as pd
import scipy.sparse as sp

from lessons.membership.price import price_sweep
from lessons.membership.release import Watched
from lessons.membership.sweep import membership_sweep

CLUBS: Final = {"one club": 20, "the town": 100, "the county": 400}
"""Who is printed together, and how many they are."""

BOOKS: Final = {"all": 300, "top 40": 40}
"""How many books are printed."""

READERS, LOANS, TASTES = 3_000, 15, 6
"""Readers of the county, loans that Ada knows of each, and tastes that books and readers have."""

MOST_FOUND, FEWEST_NAMED = 5, 7
"""What a plan is held against: members of 100; books of ten."""


@cache
def tried(group: str, way: str, books: str) -> tuple[float, float, float]:
    """Print the group as planned, four times, and let Ada accuse.

    Returns:
        Share of the members who are accused; share of the others; of the ten books that the group borrows most, how
        many the print names.
    """
    loans, size = library(BOOKS[books]), [CLUBS[group]]
    found = membership_sweep(loans, size, ways=[way], known=[LOANS], cohorts=4).iloc[0]
    named = [price_sweep(loans, size, [way], seed=seed)["top"].iloc[0] for seed in range(4)]
    return float(found["found_share"]), float(found["accused_share"]), float(np.mean(named))


@cache
def library(books: int) -> Watched:
    """Who has borrowed what: some read much, most read little, and everybody likes one kind of book best.

    Args:
        books: how many books are printed, the ones with the most readers first.
    """
    rng = np.random.default_rng(53)
    chance = 0.5 / (1 + np.arange(300) / 12)
    liked = np.where(rng.integers(0, TASTES, READERS)[:, None] == np.arange(300)[None, :] % TASTES, 3.0, 0.6)
    much = rng.gamma(2.0, 0.7, READERS)[:, None]
    borrowed = rng.random((READERS, 300)) < np.minimum(0.9, chance * liked * much)
    most = np.argsort(-borrowed.sum(axis=0), kind="stable")[:books]
    catalogue = pd.DataFrame({"title_id": most, "title": [f"Book {number}" for number in most], "genre": "book"})
    return Watched(sp.csr_array(borrowed[:, most].astype(np.float32)), np.arange(READERS), catalogue)
