"""All settings of the explorer: so many questions, so much noise, and what Ada says of each person."""

from collections.abc import Sequence
from math import sqrt
from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.reconstruction.subset_sums import ask
from lessons.reconstruction.sweep import MEAN_ERROR, blind_right

QUESTIONS: Final = (50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800)
"""Each twice as many as the one before."""

SPREADS: Final = tuple(sqrt(200) / 8 * sqrt(2) ** step for step in range(11))
"""From an eighth of the root of 200 people to four times the root; two steps are twice as much."""

LINE: Final = 1 / 8
"""Along the line, the spread is this part of the root of the number of questions."""


def settings_of(
    watched: np.ndarray,
    share: float,
    *,
    questions: Sequence[int] = QUESTIONS,
    spreads: Sequence[float] = SPREADS,
    seed: int = 53,
) -> pd.DataFrame:
    """Decode the answers of every setting: the same as `decode` of `SameForEach` of `ask`, faster for many.

    More questions begin with the same ones, and noise of another size is the same noise, made larger or smaller. For
    one number of questions, all sizes of the noise share one decomposition into eigenvectors.

    Args:
        watched: the secret of each person; shape (people,), bool.
        share: which part of everybody has watched.
        questions, spreads: the settings, in rising order.
        seed: of groups and noise.

    Returns:
        One row per setting: ``questions`` and ``noise`` (places in the two lists), ``asked``, ``off`` (people, on
        average), ``right``, ``wrong``, ``blind``, ``n`` and ``field``: a letter for each person, r for right, w for
        wrong.
    """
    true = ask(watched, questions[-1], seed=seed)
    drawn = np.random.default_rng([seed, 1]).standard_normal(questions[-1])
    printed = np.rint(true.printed[:, None] + np.outer(drawn, spreads))
    groups = true.asked.astype(np.float32)
    surprise = (printed - share * groups.sum(axis=1)[:, None]).astype(np.float32)
    doubts = np.square(spreads) / (share * (1 - share))
    blind, rows = blind_right(watched, share), []
    for place, number in enumerate(questions):
        values, vectors = np.linalg.eigh((groups[:number].T @ groups[:number]).astype(np.float64))
        turned = vectors.T @ (groups[:number].T @ surprise[:number]).astype(np.float64)
        estimates = share + vectors @ (turned / (values[:, None] + doubts))
        for step, is_right in enumerate(((estimates > 0.5) == watched[:, None]).T):
            right, field = int(is_right.sum()), "".join(np.where(is_right, "r", "w"))
            told: dict[str, Any] = {
                "questions": place,
                "noise": step,
                "asked": number,
                "off": MEAN_ERROR * spreads[step],
            }
            told |= {"right": right, "wrong": len(watched) - right, "blind": blind, "n": len(watched), "field": field}
            rows.append(told)
    return pd.DataFrame(rows)
