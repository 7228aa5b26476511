"""Two statistics of the literature, for somebody of whom *all* titles are known, and the line that a formula draws.

Both were made for genes, where the places that are looked at can be chosen so that they have little to do with each
other. Titles hang together: by taste, and by how much somebody watches at all.
"""

from typing import Any

import numpy as np
from scipy.stats import norm

from lessons.membership.attack import MISTAKEN


def likelihood_ratio(watched: Any, shares: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """Add up over all titles, those not watched too, how likely the group makes each person (the textbook's test).

    Source: Sankararaman, Obozinski, Jordan & Halperin, Nature Genetics 41:965, 2009: the sum of
    x ln(q / p) + (1 - x) ln((1 - q) / (1 - p)).

    Args:
        watched: 1 where a person has watched a title; shape (people, titles), sparse or not.
        shares: q, the share of the group that has watched each title, above 0 and below 1; shape (titles,).
        reach: p, the share of everybody; shape (titles,).

    Returns:
        Shape (people,).

    Examples:
        >>> likelihood_ratio(np.array([[1, 0]]), np.array([0.5, 0.5]), np.array([0.25, 0.25])).round(2).tolist()
        [0.29]
    """
    without = np.log((1 - shares) / (1 - reach))
    return np.asarray(watched @ (np.log(shares / reach) - without) + without.sum(), dtype=np.float64)


def sum_of_distances(watched: Any, shares: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """Add up over all titles by how much nearer a person is to the group than to everybody.

    Source: Homer et al., PLoS Genetics 4:e1000167, 2008: the sum of abs(x - p) - abs(x - q).

    Args:
        watched, shares, reach: see `likelihood_ratio`.

    Examples:
        >>> sum_of_distances(np.array([[1, 0]]), np.array([0.5, 0.25]), np.array([0.25, 0.25])).tolist()
        [0.25]
    """
    return np.asarray(watched @ (2 * (shares - reach)) + (reach - shares).sum(), dtype=np.float64)


def line_by_formula(shares: np.ndarray, reach: np.ndarray, false_alarms: float) -> float:
    """Draw the line of `likelihood_ratio` as the formula does: a bell curve, all titles independent.

    Args:
        shares, reach: see `likelihood_ratio`.
        false_alarms: the share of people not in the group who shall lie above the line, by the formula.
    """
    without = np.log((1 - shares) / (1 - reach))
    weights = np.log(shares / reach) - without
    mean = float((reach * weights).sum() + without.sum())
    spread = float(np.sqrt((reach * (1 - reach) * weights**2).sum()))
    return mean + float(norm.isf(false_alarms)) * spread


def clipped_shares(counts: np.ndarray, size: int) -> np.ndarray:
    """The shares of a group, moved off 0 and 1 by half a person: both statistics would fail there."""
    return np.clip(counts / size, 0.5 / size, 1 - 0.5 / size)


def mended_shares(counts: np.ndarray, size: int, reach: np.ndarray) -> np.ndarray:
    """The shares of a group with a doubt in place of half a person: a 0 stays far below what everybody has watched.

    Half a person of 50 is 1 of 100, which is *more* than the reach of many titles: so a 0 would speak for whoever has
    watched the title.
    """
    return np.minimum(MISTAKEN * reach + (1 - MISTAKEN) * counts / size, 1 - 0.5 / size)
