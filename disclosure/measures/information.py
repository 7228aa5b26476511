"""What the reader of a row-level log loses when it tells less of each row."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import entr


def bits(counts: np.ndarray | pd.Series) -> float:
    """Return how many questions with yes or no it takes to say in which group somebody is, who is drawn at random.

    This is the entropy (Shannon 1948), in bits; 0 where there is nobody.

    Args:
        counts: how many there are of each group.

    Examples:
        >>> bits(np.array([2, 1, 1])), bits(np.array([7, 0])), bits(np.array([]))
        (1.5, 0.0, 0.0)
    """
    n = np.sum(counts)
    return float(np.sum(entr(np.asarray(counts) / n)) / np.log(2)) if n else 0.0


def share_lost(before: float, after: float) -> float:
    """Return the share of so many bits that is lost where so many are left: ``1 - after / before``, from 0 to 1.

    Examples:
        >>> share_lost(2.0, 0.5), share_lost(0.0, 0.0)
        (0.75, 0.0)
    """
    return min(1.0, max(0.0, 1 - after / before)) if before else 0.0


def information(log: pd.DataFrame, *, by: Sequence[str]) -> float:
    """Return how much a row of a log tells, in bits: how many questions with yes or no it takes to find out.

    This is the entropy of a row drawn at random (Shannon 1948). A missing value is a value of its own.

    Args:
        log: one row for each thing that it tells.
        by: the columns that count.

    Examples:
        >>> log = pd.DataFrame({"title_id": [1, 2, 3, 4], "genre": ["drama", "drama", "comedy", "comedy"]})
        >>> information(log, by=["title_id"]), information(log, by=["genre"])
        (2.0, 1.0)
    """
    row = np.zeros(len(log), dtype=np.int64)
    for column in by:
        indices, values = pd.factorize(log[column], use_na_sentinel=False)
        row = pd.factorize(row * len(values) + indices)[0]
    return bits(np.bincount(row))


def information_lost(log: pd.DataFrame, *, by: Sequence[str], of: Sequence[str]) -> float:
    """Return the share of information that is lost when fewer or coarser columns of a log are published.

    It is ``1 - H(by) / H(of)``, where H is `information`.

    Args:
        log: one row for each thing that it tells.
        by: the columns that are published, each a column of ``of`` or one that follows from it.
        of: the columns that there are.

    Returns:
        0 (nothing is lost) to 1 (nothing is left).

    Examples:
        >>> log = pd.DataFrame({"title_id": [1, 2, 3, 4], "genre": ["drama", "drama", "comedy", "comedy"]})
        >>> information_lost(log, by=["genre"], of=["title_id"]), information_lost(log, by=[], of=["title_id"])
        (0.5, 1.0)
    """
    return share_lost(information(log, by=of), information(log, by=by))
