"""Ada knows some titles of Bea, and asks of a printed group: is Bea in it?

A member has watched what she has watched. So her titles stand a little higher in her group than in the whole service.
Each title says little; Ada adds up what they say (a log-likelihood ratio), and accuses whoever lies above a line.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.frames import guesses
from disclosure.tables.count_table import CountTable
from lessons.membership.behind import chance_of_print, printed_counts

IN: Final = "in"

MISTAKEN: Final = 0.01
"""How often Ada is wrong about one of Bea's titles: no single title may settle it."""


def evidence(release: CountTable, size: int, reach: np.ndarray, *, mistaken: float = MISTAKEN) -> np.ndarray:
    """Say of each title how strongly it speaks for somebody who has watched it: ln(share in the group / share of all).

    If she is in, and the others in the group are like everybody, a count of n is n / (size * reach) times as likely as
    if she is not (a binomial likelihood ratio). Where a count is hidden or changed, the number that is to be expected
    behind it stands for n. A title of hers that *nobody* in the group has watched would clear her; that Ada may be
    ``mistaken`` about a title sets a floor to this.

    Args:
        release: the printed counts, one cell per title, without totals.
        size: members of the group.
        reach: which share of everybody has watched each title, above 0 and below 1; shape (titles,).
        mistaken: the chance that she has not watched what Ada thinks she has, 0 to 1.

    Returns:
        Above 0 for "in", below 0 for "not in"; shape (titles,).

    Raises:
        ValueError: the table has totals, or was treated in a way of which nothing is known here.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"title": list("AAAAB")}), by="title", totals=False)
        >>> evidence(table, 4, np.array([0.5, 0.5]), mistaken=0).round(2).tolist()      # 4 of 4, and 1 of 4
        [0.69, -0.69]
    """
    if release.is_total.any():
        raise ValueError("the table has totals: leave them out, they are no titles.")
    return evidence_of(release, printed_counts(release), size, reach, mistaken=mistaken)


def evidence_of(
    footnote: CountTable, printed: np.ndarray, size: int, reach: np.ndarray, *, mistaken: float = MISTAKEN
) -> np.ndarray:
    """Say the same of counts that were printed as some release was (see `evidence`); shape (titles,)."""
    times = expected_behind(footnote, printed, size, reach) / size / reach
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(mistaken + (1 - mistaken) * times))


def expected_behind(footnote: CountTable, printed: np.ndarray, size: int, reach: np.ndarray) -> np.ndarray:
    """Return the count that is to be expected behind each print, of a group that is drawn by lot; shape (titles,)."""
    chances, (before, logs) = chance_of_print(footnote, printed, size), _before(size, tuple(reach.tolist()))
    weights = chances * before
    rare = weights.sum(axis=1) < TINY
    if rare.any():
        with np.errstate(divide="ignore"):
            logs = np.log(chances[rare]) + logs[rare]
        if (never := np.isneginf(logs).all(axis=1)).any():
            raise ValueError(NEVER.format(count=printed[rare][never][0], size=size))
        weights[rare] = np.exp(logs - logs.max(axis=1, keepdims=True))
    sums = weights @ np.column_stack([np.arange(size + 1), np.ones(size + 1)])
    return np.asarray(sums[:, 0] / sums[:, 1])


NEVER: Final = "{count} cannot be printed of a group of {size}: how many are in it?"

TINY: Final = 1e-200
"""Below this, chances are handled as logarithms."""


@lru_cache(maxsize=8)
def _before(size: int, reach: tuple[float, ...]) -> tuple[np.ndarray, np.ndarray]:
    """The chance of each count before anything is printed, and its logarithm; each of shape (titles, size + 1)."""
    from scipy.stats import binom

    logs = binom.logpmf(np.arange(size + 1)[None, :], size, np.array(reach)[:, None])
    return np.exp(logs), logs


def scores(known: Any, of_titles: np.ndarray) -> np.ndarray:
    """Add up for each person what her known titles say.

    Args:
        known: 1 where a title of a person is known; shape (people, titles), sparse or not.
        of_titles: see `evidence`; shape (titles,).

    Returns:
        Shape (people,).
    """
    return np.asarray(known @ of_titles, dtype=np.float64)


def line_from(scores_of_others: np.ndarray, share: float) -> float:
    """Draw the line so that at most such a share of people who are surely not in the group lie above it.

    A quantile of what was measured: no formula says how people differ.

    Examples:
        >>> line_from(np.arange(100), 0.01), line_from(np.arange(100), 0.05)
        (98.0, 94.0)
    """
    ordered = np.sort(scores_of_others)
    above = int(np.floor(share * len(ordered) + 1e-9))
    return float(ordered[len(ordered) - 1 - above])


def accuse(people: Sequence[Any] | np.ndarray, found: np.ndarray, line: float) -> pd.DataFrame:
    """Say "in" of everybody whose score lies above the line, and nothing of the others.

    Args:
        people: of whom; shape (people,).
        found: their scores; shape (people,).
        line: see `line_from`.

    Returns:
        One guess per person. The confidence is that of somebody who had thought both equally likely before, and who
        believes that titles have nothing to do with each other: it is too high.
    """
    sure = 1 / (1 + np.exp(-np.clip(found, -500, 500)))
    above = found > line
    return guesses(people, [IN] * len(found), sure, above)
