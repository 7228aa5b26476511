"""Averaging: the same count is asked for in many other ways, and the changes cancel out.

A group that is split in two by anything, such as devices, is the sum of its two halves, and each half is changed by
itself. So each way of splitting gives the count once more. (That bounded noise which is the same for the same people
averages away over different queries with the same answer is the result of Asghar & Kaafar, PETS 2020.)
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

Split = tuple[str, ...]
"""The labels on one side of a split; the other side holds all others."""


def two_way_splits(labels: Sequence[str], *, seed: int) -> list[Split]:
    """Return every way to sort labels into two heaps, each once, in a random order.

    Args:
        labels: 2 or more different labels.
        seed: draws the order.

    Returns:
        ``2 ** (labels - 1) - 1`` splits: of each, the heap without the first label.

    Raises:
        ValueError: there are fewer than 2 labels, or one stands there twice.

    Examples:
        >>> sorted(two_way_splits(["phone", "tv", "tablet"], seed=1))
        [('tablet',), ('tv',), ('tv', 'tablet')]
    """
    labels = list(labels)
    if len(labels) < 2 or len(set(labels)) < len(labels):
        raise ValueError(f"{len(labels)} labels cannot be sorted into two heaps: give 2 or more, each once.")
    rest = labels[1:]
    heaps = [tuple(label for bit, label in enumerate(rest) if number >> bit & 1) for number in range(1, 2 ** len(rest))]
    return [heaps[place] for place in np.random.default_rng(seed).permutation(len(heaps))]


def average(answers: pd.DataFrame) -> pd.DataFrame:
    """Add up the two halves of every split, and take the mean of all splits so far.

    Args:
        answers: one row per cell and split, in the order in which they were asked: ``target`` (the cell), ``this`` and
            ``other`` (what was printed of the two halves, in people).

    Returns:
        The same rows with ``sum`` (of the two halves), ``asked`` (the number of splits so far, 1 and up) and
        ``estimate`` (the mean of these sums, in people).

    Examples:
        >>> average(pd.DataFrame({"target": ["A", "A"], "this": [3, 9], "other": [9, 5]}))
          target  this  other  sum  asked  estimate
        0      A     3      9   12      1      12.0
        1      A     9      5   14      2      13.0
    """
    sums = (answers["this"] + answers["other"]).astype("int64")
    of_cell = sums.groupby(answers["target"], sort=False)
    asked = of_cell.cumcount() + 1
    return answers.assign(sum=sums, asked=asked, estimate=of_cell.cumsum() / asked)
