"""The line that a formula draws, and three statistics side by side, for somebody of whom all titles are known."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pandas as pd

from lessons.membership.attack import evidence, line_from, scores
from lessons.membership.release import Drawn, Watched, cohort_counts, draw, fans, reach
from lessons.membership.sweep import COHORTS, SHARE
from lessons.membership.textbook import (
    clipped_shares,
    likelihood_ratio,
    line_by_formula,
    mended_shares,
    sum_of_distances,
)

EVIDENCE, RATIO, MENDED, DISTANCES = "evidence", "likelihood ratio", "zeros mended", "sum of distances"


def formula_sweep(
    watched: Watched, sizes: Sequence[int], *, alike: str, cohorts: int = COHORTS, seed: int = 53
) -> pd.DataFrame:
    """Draw the line as the formula does, for one false accusation in a hundred, and count who lies above it.

    All titles of everybody are known, and the group is printed as it was counted.

    Args:
        watched: who has watched what.
        sizes: members of a group.
        alike: a genre; each size is tried with groups from everybody, and with groups of this taste.
        cohorts, seed: see `lessons.membership.sweep.scored`.

    Returns:
        One row per size and group: ``size``, ``group`` ("anybody" or the genre), ``promised`` (share of others accused,
        by the formula), ``accused`` (share of others, counted), ``accused_alike`` (of others of this taste), ``others``
        (how many were tried).
    """
    of_taste, rows = fans(watched, alike), []
    for group, size, number in product(("", alike), sizes, range(cohorts)):
        drawn = draw(watched, size, alike=group, seed=seed + number)
        public, shares = reach(watched, drawn.public), clipped_shares(watched.counts(drawn.members), size)
        score = likelihood_ratio(watched.matrix, shares, public)[drawn.others]
        above = score > line_by_formula(shares, public, SHARE)
        found = {"accused": above.mean(), "accused_alike": above[of_taste[drawn.others]].mean(), "others": len(above)}
        rows.append({"size": size, "group": group or "anybody", "promised": SHARE, **found})
    by = pd.DataFrame(rows).groupby(["group", "size"], sort=False)
    kept = ["promised", "accused", "accused_alike"]
    return by[kept].mean().assign(others=by["others"].sum()).reset_index()


def statistics_sweep(watched: Watched, sizes: Sequence[int], *, cohorts: int = COHORTS, seed: int = 53) -> pd.DataFrame:
    """Give the statistics the same titles, all of them, and the same kind of line: measured, 1 of 100 others above.

    Returns:
        One row per size and statistic: ``size``, ``statistic``, ``members``, ``found_share`` (of the members),
        ``accused_share`` (of the others). ``MENDED`` is the likelihood ratio with shares that do not count a 0 as half
        a member.
    """
    rows = []
    for size, number in product(sizes, range(cohorts)):
        drawn = draw(watched, size, seed=seed + number)
        for name, score in _statistics(watched, drawn, size).items():
            line = line_from(score[drawn.calibration], SHARE)
            found = {"found_share": (score[drawn.members] > line).mean(), "members": size}
            rows.append(
                {"size": size, "statistic": name, **found, "accused_share": (score[drawn.others] > line).mean()}
            )
    by = pd.DataFrame(rows).groupby(["size", "statistic"], sort=False)
    return by[["found_share", "accused_share"]].mean().assign(members=by["members"].sum()).reset_index()


def _statistics(watched: Watched, drawn: Drawn, size: int) -> dict[str, np.ndarray]:
    """The scores of everybody, by each statistic."""
    public, counts = reach(watched, drawn.public), watched.counts(drawn.members)
    shares, mended = clipped_shares(counts, size), mended_shares(counts, size, public)
    return {
        EVIDENCE: scores(watched.matrix, evidence(cohort_counts(watched, drawn.members), size, public)),
        RATIO: likelihood_ratio(watched.matrix, shares, public),
        MENDED: likelihood_ratio(watched.matrix, mended, public),
        DISTANCES: sum_of_distances(watched.matrix, shares, public),
    }
