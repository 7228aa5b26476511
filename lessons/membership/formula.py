"""The line that a formula draws, and three statistics side by side, for somebody of whom all titles are known."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lessons.membership.attack import evidence_of, line_from, scores
from lessons.membership.behind import printed_counts
from lessons.membership.release import Watched, cohort_counts, draw, fans, reach
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
    for group in ("", alike):
        for size in sizes:
            accused, accused_alike, tried = [], [], 0
            for number in range(cohorts):
                drawn = draw(watched, size, alike=group, seed=seed + number)
                public = reach(watched, drawn.public)
                shares = clipped_shares(printed_counts(cohort_counts(watched, drawn.members)), size)
                above = likelihood_ratio(watched.matrix, shares, public) > line_by_formula(shares, public, SHARE)
                accused.append(above[drawn.others].mean())
                accused_alike.append(above[drawn.others][of_taste[drawn.others]].mean())
                tried += len(drawn.others)
            found = {"accused": np.mean(accused), "accused_alike": np.mean(accused_alike), "others": tried}
            rows.append({"size": size, "group": group or "anybody", "promised": SHARE, **found})
    return pd.DataFrame(rows)


def statistics_sweep(watched: Watched, sizes: Sequence[int], *, cohorts: int = COHORTS, seed: int = 53) -> pd.DataFrame:
    """Give the statistics the same titles, all of them, and the same kind of line: measured, 1 of 100 others above.

    Returns:
        One row per size and statistic: ``size``, ``statistic``, ``members``, ``found_share`` (of the members),
        ``accused_share`` (of the others). ``MENDED`` is the likelihood ratio with shares that do not count a 0 as half
        a member.
    """
    rows = []
    for size in sizes:
        for number in range(cohorts):
            drawn = draw(watched, size, seed=seed + number)
            public, table = reach(watched, drawn.public), cohort_counts(watched, drawn.members)
            counts = printed_counts(table)
            shares = clipped_shares(counts, size)
            found = {
                EVIDENCE: scores(watched.matrix, evidence_of(table, counts, size, public)),
                RATIO: likelihood_ratio(watched.matrix, shares, public),
                MENDED: likelihood_ratio(watched.matrix, mended_shares(counts, size, public), public),
                DISTANCES: sum_of_distances(watched.matrix, shares, public),
            }
            for name, score in found.items():
                line = line_from(score[drawn.calibration], SHARE)
                rows.append(
                    {
                        "size": size,
                        "statistic": name,
                        "members": size,
                        "found_share": (score[drawn.members] > line).mean(),
                        "accused_share": (score[drawn.others] > line).mean(),
                    }
                )
    by = pd.DataFrame(rows).groupby(["size", "statistic"], sort=False)
    return by.agg(
        members=("members", "sum"),
        found_share=("found_share", "mean"),
        accused_share=("accused_share", "mean"),
    ).reset_index()
