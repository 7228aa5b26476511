"""What a reader of the print loses: how much of it is hidden or shifted, and whether it still names the top ten."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from lessons.membership.behind import HIDDEN, printed_counts
from lessons.membership.prints import PRINTS
from lessons.membership.release import Watched, draw

FIRST: Final = 10
"""Titles that a reader wants to hear of."""


def price_sweep(
    watched: Watched, sizes: Sequence[int], ways: Sequence[str], *, alike: str = "", seed: int = 53
) -> pd.DataFrame:
    """Print one group of each size in each way, and hold the print against the truth.

    Returns:
        One row per size and way: ``size``, ``way``, ``lost`` (see `lost_share`), ``top`` (see `top_named`).
    """
    rows = []
    for size in sizes:
        members = draw(watched, size, alike=alike, seed=seed).members
        true = watched.counts(members)
        for way in ways:
            printed = printed_counts(PRINTS[way](watched, members))
            found = {"lost": lost_share(true, printed), "top": top_named(true, printed)}
            rows.append({"size": size, "way": way, **found})
    return pd.DataFrame(rows)


def lost_share(true: np.ndarray, printed: np.ndarray) -> float:
    """Return which share of the table its reader loses, 0 to 1, as `disclosure.measures.loss` has it.

    Where counts are hidden: the share of all views (one per member and title) that stand in hidden cells. Where they
    are changed: half the sum of all differences between the shares of the titles, true and printed.

    Examples:
        >>> lost_share(np.array([6, 2, 0]), np.array([6, -1, 0])), lost_share(np.array([6, 2]), np.array([5, 5]))
        (0.25, 0.25)
    """
    if (hidden := printed == HIDDEN).any():
        return float(true[hidden].sum() / true.sum())
    if not printed.sum():
        return 1.0
    return float(np.abs(true / true.sum() - printed / printed.sum()).sum() / 2)


def top_named(true: np.ndarray, printed: np.ndarray) -> int:
    """Return how many of the group's ten most watched titles are among the ten largest prints.

    Where counts are equal, the one that stands first in the catalogue comes first. What is hidden is not named.
    """
    most = np.argsort(-true, kind="stable")[:FIRST]
    seen = np.argsort(-printed, kind="stable")[:FIRST]
    return len(set(most) & set(seen[printed[seen] > 0]))
