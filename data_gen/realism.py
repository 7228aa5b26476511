"""The measures by which a viewing log is held against a real one, and the bands to stay in.

The real figures are those of MovieLens 100k (943 people, 1,682 titles; computed, not quoted). A log is a frame with
viewer_id and title_id; only distinct pairs count. The measures depend on the size of the log, so the bands are meant
for about 1,000 viewers and 1,700 titles.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from data_gen.streams import Seed, stream

MOST_VIEWERS = 3_000  # a bigger log is measured on so many of its viewers, drawn evenly
ROUNDS = 20  # random sets of titles drawn per viewer


class Band(NamedTuple):
    """A measure's real figure, and the band that a world of about that size stays in."""

    real: float
    low: float
    high: float


BANDS = {
    "gini": Band(0.629, 0.60, 0.72),
    "top 10 % share": Band(0.427, 0.40, 0.60),
    "top reach": Band(0.618, 0.50, 0.65),
    "activity spread": Band(0.88, 0.85, 1.1),
    "nearest neighbour": Band(0.32, 0.20, 0.35),
    "activity and reach": Band(-0.585, -0.6, -0.4),
    "unicity of 4": Band(0.079, 0.06, 0.14),
    "unicity of 8": Band(0.388, 0.35, 0.50),
}
MEANING = {
    "gini": "Gini coefficient of viewers over titles",
    "top 1 % share": "share of the most popular 1 % of titles",
    "top 10 % share": "share of the most popular 10 % of titles",
    "top reach": "share of viewers who watched the top title",
    "activity spread": "standard deviation of ln(titles per viewer)",
    "nearest neighbour": "median Jaccard likeness to the most alike viewer",
    "activity and reach": "Spearman: titles per viewer, mean reach of them",
    **{f"unicity of {k}": f"share singled out by {k} random title{'s' * (k > 1)}" for k in range(1, 9)},
}


def measures(log: pd.DataFrame, *, n_titles: int | None = None, seed: Seed = 53) -> dict[str, float]:
    """All measures of a log, by name (see MEANING).

    Args:
        log: viewer_id, title_id, one row per pair or per showing.
        n_titles: the size of the catalogue, so that titles without any viewer count too; as many as occur when not
            given.
        seed: draws the random titles of unicity, and the viewers where the log is large.
    """
    seen = seen_matrix(log, seed=seed)
    reach, activity = np.asarray(seen.sum(axis=0)).ravel(), np.asarray(seen.sum(axis=1)).ravel()
    per_title = np.concatenate([reach, np.zeros(max(0, (n_titles or 0) - len(reach)))])
    found = {
        "gini": gini(per_title),
        "top 1 % share": top_share(per_title, 0.01),
        "top 10 % share": top_share(per_title, 0.10),
        "top reach": float(reach.max() / len(activity)),
        "activity spread": float(np.log(activity).std()),
        "nearest neighbour": nearest_neighbour(seen),
        "activity and reach": spearman(activity, (seen @ reach) / activity),
    }
    return found | {f"unicity of {k}": unicity(seen, k, seed=seed) for k in range(1, 9)}


def seen_matrix(log: pd.DataFrame, *, most_viewers: int = MOST_VIEWERS, seed: Seed = 53) -> np.ndarray:
    """Who has seen what: a viewers x titles float32 matrix of zeros and ones.

    Of a log with more than `most_viewers` viewers, so many drawn evenly.

    Examples:
        >>> seen_matrix(pd.DataFrame({"viewer_id": [7, 7, 9, 7], "title_id": [1, 2, 2, 1]}))
        array([[1., 1.], [0., 1.]], dtype=float32)
    """
    viewers = np.sort(log["viewer_id"].unique())
    if len(viewers) > most_viewers:
        viewers = np.sort(stream(seed, "realism viewers").choice(viewers, most_viewers, replace=False))
        log = log[log["viewer_id"].isin(viewers)]
    titles, column = np.unique(log["title_id"], return_inverse=True)
    seen = np.zeros((len(viewers), len(titles)), dtype=np.float32)
    seen[np.searchsorted(viewers, log["viewer_id"]), column] = 1
    return seen


def gini(amounts: np.ndarray) -> float:
    """Gini coefficient: 0 when all amounts are equal, near 1 when one has all.

    Examples:
        >>> gini(np.array([1, 1, 1, 1])), gini(np.array([0, 0, 0, 4]))
        (0.0, 0.75)
    """
    ordered = np.sort(np.asarray(amounts, dtype=np.float64))
    n = len(ordered)
    return float((2 * np.arange(1, n + 1) - n - 1) @ ordered / (n * ordered.sum()))


def top_share(amounts: np.ndarray, part: float) -> float:
    """The share of the whole that the largest `part` of the amounts has.

    Examples:
        >>> top_share(np.array([6, 2, 1, 1]), 0.25)
        0.6
    """
    ordered = np.sort(np.asarray(amounts, dtype=np.float64))[::-1]
    return float(ordered[: max(1, int(len(ordered) * part))].sum() / ordered.sum())


def nearest_neighbour(seen: np.ndarray) -> float:
    """The median over viewers of the highest Jaccard likeness (titles in common by titles of either) to another viewer.

    Examples:
        >>> nearest_neighbour(np.array([[1, 1, 0], [1, 1, 1], [0, 0, 1]], dtype=np.float32)).__round__(3)
        0.667
    """
    common = seen @ seen.T
    activity = seen.sum(axis=1)
    likeness = common / (activity[:, None] + activity[None, :] - common)
    np.fill_diagonal(likeness, 0)
    return float(np.median(likeness.max(axis=1)))


def spearman(x: np.ndarray, y: np.ndarray) -> float:
    """Spearman's rank correlation, ties sharing their mean rank.

    Examples:
        >>> spearman(np.array([1, 2, 3]), np.array([9, 4, 1]))
        -1.0
    """
    return float(np.corrcoef(pd.Series(x).rank(), pd.Series(y).rank())[0, 1].round(12))


def unicity(seen: np.ndarray, k: int, *, rounds: int = ROUNDS, seed: Seed = 53) -> float:
    """The share of viewers whom k random titles of theirs single out, over all viewers with at least k titles.

    de Montjoye et al. 2013 (Scientific Reports 3:1376), with titles for points. Not a number when nobody has k titles.

    Examples:
        >>> unicity(np.array([[1, 1, 0], [0, 1, 1], [0, 1, 1]], dtype=np.float32), 2).__round__(3)
        0.333
    """
    rng = stream(seed, f"unicity of {k}")
    seen = seen[seen.sum(axis=1) >= k]
    if not len(seen):
        return float("nan")
    viewers_of = np.packbits(seen.T.astype(bool), axis=1)
    alone = [_singled_out(viewers_of, _random_titles(seen, k, rng)) for _ in range(rounds)]
    return float(np.mean(alone))


def _random_titles(seen: np.ndarray, k: int, rng: np.random.Generator) -> np.ndarray:
    lots = rng.random(seen.shape, dtype=np.float32) * seen
    return np.argpartition(-lots, k - 1, axis=1)[:, :k]


def _singled_out(viewers_of: np.ndarray, titles: np.ndarray) -> float:
    sharing = np.bitwise_and.reduce(viewers_of[titles], axis=1)
    return float((np.bitwise_count(sharing).sum(axis=1) == 1).mean())


def report(log: pd.DataFrame, *, n_titles: int | None = None, seed: Seed = 53) -> pd.DataFrame:
    """World, band and real figure side by side.

    Args:
        log: as in measures.
        n_titles: as in measures.
        seed: as in measures.

    Returns:
        One row per measure: measure (what it means), world, low, high, real, inside (missing where there is no band).
    """
    found = measures(log, n_titles=n_titles, seed=seed)
    rows = pd.DataFrame({"measure": MEANING, "world": found}).join(pd.DataFrame(BANDS, index=Band._fields).T)
    inside = rows["world"].between(rows["low"], rows["high"]).astype("boolean").mask(rows["low"].isna())
    return rows.assign(inside=inside)[["measure", "world", "low", "high", "real", "inside"]]
