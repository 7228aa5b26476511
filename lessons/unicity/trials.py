"""What somebody might have heard of people in a log, and whether it is true: the trials of an attacker."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from lessons.unicity.inverted_index import InvertedIndex, inverted_index
from lessons.unicity.measure import draw_points

TRIES: Final = 1_000


class Hearsay(NamedTuple):
    """What is published, what is known of some people, and who they are.

    release: the log, without those of the people who are not in it.
    known: ``target`` (1, 2, ...) and the columns of the points: one row for each thing known.
    truth: ``target``, ``answer`` (the ``viewer_id``; missing where the person is not in the log).
    """

    release: pd.DataFrame
    known: pd.DataFrame
    truth: pd.DataFrame


def background_knowledge(
    log: pd.DataFrame,
    *,
    by: Sequence[str],
    k: int,
    n_targets: int = 500,
    wrong: int = 0,
    absent: bool = False,
    seed: int = 53,
) -> Hearsay:
    """Draw people, and k things known of each.

    Args:
        log: ``viewer_id`` and the columns of ``by``.
        by: what is known of a thing.
        k: how many things are known of each person; who has fewer is left out.
        n_targets: how many people are drawn, at most.
        wrong: how many of the k things are wrong: true of somebody else, taken from a random row of the log, and not of
            her.
        absent: leave these people out of the log that is published.
        seed: draws people and things.

    Raises:
        ValueError: more things are wrong than known, or there is nothing that a person has not done.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [7, 7, 8, 8], "title_id": [1, 2, 2, 3]})
        >>> trial = background_knowledge(log, by=["title_id"], k=2, absent=True)
        >>> len(trial.release), len(trial.known), trial.truth["answer"].tolist()
        (0, 4, [<NA>, <NA>])
    """
    if not 0 <= wrong <= k:
        raise ValueError(f"wrong is {wrong}: of {k} things, 0 to {k} can be wrong.")
    rng = np.random.default_rng(seed)
    index = inverted_index(log, by=by, shuffle=rng)
    drawn = draw_points(index, min(n_targets, index.n_viewers), k, rng)
    people = np.flatnonzero(drawn[:, k - 1] >= 0)
    drawn = drawn[people]
    for row, record in zip(drawn, people, strict=True):
        row[:wrong] = [_not_hers(index, int(record), rng) for _ in range(wrong)]
    viewers, targets = index.viewers[people], np.arange(1, len(people) + 1)
    answer = pd.Series(viewers).convert_dtypes()
    return Hearsay(
        release=log[~log["viewer_id"].isin(viewers)] if absent else log,
        known=index.values_of(drawn.ravel()).assign(target=np.repeat(targets, k))[["target", *by]],
        truth=pd.DataFrame({"target": targets, "answer": answer.mask(np.full(len(people), absent))}),
    )


def _not_hers(index: InvertedIndex, record: int, rng: np.random.Generator) -> int:
    """A point from a random row of the log that this record does not hold."""
    for row in rng.integers(len(index.records), size=TRIES):
        point = int(index.starts.searchsorted(row, side="right")) - 1
        if record not in index.of(point):
            return point
    raise ValueError("nothing wrong can be said of her: nearly all that anybody did, she did, too.")
