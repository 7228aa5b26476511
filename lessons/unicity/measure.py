"""Unicity: of how many people are k things enough to tell them apart from everybody else?

de Montjoye, Hidalgo, Verleysen and Blondel, "Unique in the Crowd", Scientific Reports 3:1376 (2013): draw k points of a
person's record at random and count the records that hold all of them. She is *unique* if hers is the only one. Nothing
is estimated here but from people to more people: for each person drawn, the count is exact.

Unique is not yet identified: see `lessons.unicity.attack` for what becomes of wrong points and of people who are not
in the log at all.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.measures.risk import wilson_interval
from lessons.unicity.inverted_index import InvertedIndex, inverted_index

AT_ONCE: Final = 2**26
"""Bytes for the bits of people who are counted at once."""


def unicity(
    log: pd.DataFrame,
    *,
    by: Sequence[str] = ("title_id",),
    most: int = 8,
    n_targets: int | None = 10_000,
    populations: Sequence[int] | None = None,
    seed: int = 53,
) -> pd.DataFrame:
    """Count how many people k random points of their own records single out, for k = 1, 2, ..., and their crowds.

    A point that a record holds more than once counts once. A row in which a column is missing tells no point. A target
    whose record has fewer than k different points is left out at that k, and counted in ``left_out``. The points for
    k + 1 are those for k and one more.

    Args:
        log: ``viewer_id`` and the columns of ``by``.
        by: what is known of a point, as columns: ``["title_id"]``, ``["title_id", "day"]``, ``["genre", "week"]``, ...
        most: the largest k.
        n_targets: how many people are drawn to be looked for; all when None.
        populations: numbers of viewers, each at most those of the log: the same count among so many drawn evenly; the
            smaller population is always part of the larger, and the points of a target stay the same. Everybody when
            not given.
        seed: draws populations, targets and points.

    Returns:
        One row per population and k: ``viewers`` (N), ``k``, ``n`` (targets with at least k points), ``left_out``
        (targets with fewer), ``unique`` (share of the n whom nobody else fits; missing where n is 0), ``low`` and
        ``high`` (95 % Wilson interval), ``one_other`` (share whom exactly one other person fits), and the sizes of
        their crowds, each target counted with hers: ``crowd_median``, ``crowd_90`` (nine in ten have at most that),
        ``crowd_largest``.

    Raises:
        ValueError: a column is not there, a ``viewer_id`` is missing, or ``most``, ``n_targets`` or a population is
            below 1 or too large.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4, 4], "title_id": [1, 2, 1, 2, 1, 1, 3]})
        >>> unicity(log, most=2)[["viewers", "k", "n", "left_out", "unique", "crowd_largest"]].round(2).tail(1)
           viewers  k  n  left_out  unique  crowd_largest
        1        4  2  3         1    0.33              2
    """
    rng = np.random.default_rng(seed)
    index = inverted_index(log, by=by, shuffle=rng)
    _refuse_numbers(index.n_viewers, most, n_targets, populations)
    drawn = draw_points(index, min(index.n_viewers, n_targets or index.n_viewers), most, rng)
    rows: list[dict[str, Any]] = []
    for population in populations or [index.n_viewers]:
        sizes = crowd_sizes(index.first(population), drawn[:population])
        rows += [_row(population, k, sizes[:, k - 1]) for k in range(1, most + 1)]
    return pd.DataFrame(rows)


def draw_points(index: InvertedIndex, n_targets: int, most: int, rng: np.random.Generator) -> np.ndarray:
    """Draw points of the first records, each from her own, without repetition, in random order.

    Args:
        index: the inverted index of a log.
        n_targets: how many records, from record 0 on.
        most: how many points of each.
        rng: draws them.

    Returns:
        Points, n_targets x most, int64; -1 where a record has no more.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [7, 8, 7], "title_id": [1, 1, 2]})
        >>> drawn = draw_points(inverted_index(log, by=["title_id"]), 2, 3, np.random.default_rng(53))
        >>> np.sort(drawn).tolist()
        [[-1, 0, 1], [-1, -1, 0]]
    """
    of_targets = np.flatnonzero(index.records < n_targets)
    points = index.starts.searchsorted(of_targets, side="right") - 1
    held = np.sort(index.records[of_targets] * np.int64(index.n_points) + points)
    record, points = np.divmod(held, max(1, index.n_points))
    lengths = np.bincount(record, minlength=n_targets)
    indices = (np.cumsum(lengths) - lengths)[:, None] + different_places(lengths, most, rng)
    return np.where(np.arange(most) < lengths[:, None], points.take(indices, mode="clip") if len(points) else -1, -1)


def different_places(lengths: np.ndarray, most: int, rng: np.random.Generator) -> np.ndarray:
    """Draw places in lists of given lengths: all different, every choice and order equally likely.

    The next one is drawn among the places that are left, and counted past those that are taken.

    Args:
        lengths: how long each list is.
        most: how many places to draw in each; those beyond its length mean nothing.
        rng: draws them.

    Returns:
        Places from 0, lists x most, int64.

    Examples:
        >>> np.sort(different_places(np.array([3, 3]), 3, np.random.default_rng(53))).tolist()
        [[0, 1, 2], [0, 1, 2]]
    """
    taken = np.empty((len(lengths), 0), dtype=np.int64)
    for left in range(most):
        index = (rng.random(len(lengths)) * (lengths - left).clip(min=0)).astype(np.int64)
        for earlier in np.sort(taken).T:
            index += index >= earlier
        taken = np.column_stack([taken, index])
    return taken


def crowd_sizes(index: InvertedIndex, drawn: np.ndarray) -> np.ndarray:
    """Count the records that hold the first one, two, three, ... of each target's points.

    Args:
        index: the inverted index of a log in which all targets are.
        drawn: points, targets x k (see `draw_points`), -1 after the last.

    Returns:
        Records, targets x k, int64, herself included; 0 where she has no such point.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [7, 8, 7], "title_id": [1, 1, 2]})
        >>> crowd_sizes(inverted_index(log, by=["title_id"]), np.array([[0, 1], [0, -1]])).tolist()
        [[2, 1], [2, 0]]
    """
    together = max(1, 8 * AT_ONCE // max(1, index.n_viewers))
    parts = [_crowds(index, drawn[start : start + together]) for start in range(0, len(drawn), together)]
    return np.concatenate([np.zeros((0, drawn.shape[1]), dtype=np.int64), *parts])


def _crowds(index: InvertedIndex, drawn: np.ndarray) -> np.ndarray:
    """The same for so many targets as fit into memory: whoever is alone stays alone, and is looked at no further."""
    sizes = np.where(drawn >= 0, 1, 0)
    crowded, fitting = np.arange(len(drawn)), None
    for step, points in enumerate(drawn.T):
        going_on = points[crowded] >= 0
        crowded, fitting = crowded[going_on], None if fitting is None else fitting[going_on]
        distinct, which = np.unique(points[crowded], return_inverse=True)
        holders = _as_bits(index, distinct)[which]
        fitting = holders if fitting is None else np.bitwise_and(fitting, holders, out=fitting)
        sizes[crowded, step] = np.bitwise_count(fitting).sum(axis=1, dtype=np.int64)
        not_alone = sizes[crowded, step] > 1
        crowded, fitting = crowded[not_alone], fitting[not_alone]
    return sizes


def _as_bits(index: InvertedIndex, points: np.ndarray) -> np.ndarray:
    """Points x viewers, one bit each: whether the viewer's record holds the point, 64 of them in a number."""
    bits = np.zeros((len(points), -(-index.n_viewers // 64) * 8), dtype=np.uint8)
    holds = np.zeros(bits.shape[1] * 8, dtype=bool)
    for row, point in zip(bits, points, strict=True):
        holds[:] = False
        holds[index.of(point)] = True
        row[:] = np.packbits(holds)
    return bits.view(np.uint64)


def _row(population: int, k: int, sizes: np.ndarray) -> dict[str, Any]:
    """One row of the table: the crowds of all targets at one k."""
    crowds = sizes[sizes > 0]
    n, alone = len(crowds), int((crowds == 1).sum())
    low, high = wilson_interval(alone, n)
    median, ninety, largest = np.quantile(crowds, [0.5, 0.9, 1.0], method="inverted_cdf") if n else [np.nan] * 3
    return {
        "viewers": population,
        "k": k,
        "n": n,
        "left_out": len(sizes) - n,
        "unique": alone / n if n else np.nan,
        "low": low,
        "high": high,
        "one_other": float((crowds == 2).mean()) if n else np.nan,
        "crowd_median": median,
        "crowd_90": ninety,
        "crowd_largest": largest,
    }


def _refuse_numbers(n_viewers: int, most: int, n_targets: int | None, populations: Sequence[int] | None) -> None:
    """Say in a sentence which number cannot be."""
    if most < 1:
        raise ValueError(f"most is {most}: at least one point must be known.")
    if n_targets is not None and n_targets < 1:
        raise ValueError(f"n_targets is {n_targets}: look for at least one person, or for everybody with None.")
    for population in populations or []:
        if not 1 <= population <= n_viewers:
            raise ValueError(f"populations has {population}: the log has {n_viewers} viewers to draw from.")
