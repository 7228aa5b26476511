"""A table that comes out again and again for a year: whom its steps isolate, and how much of the news a rule withholds.

*Isolated* are people in differences that are small groups beyond doubt, whoever looks.
"""

from collections.abc import Iterable
from typing import Final

import numpy as np
import pandas as pd

from disclosure.tables.count_table import CountTable
from disclosure.tables.editions import Publications, counts_of, days_of

RHYTHMS: Final = {"weekly": 1, "monthly": 4, "quarterly": 13}
"""Every how many weeks a table comes out."""


def isolated_by_steps(published: Publications, small: int) -> tuple[int, int]:
    """Count who is isolated by the differences between each release and the next.

    A difference is a small group beyond doubt if nobody leaves, no number of it is repeated, and at least 1 and at most
    ``small - 1`` people are in it. Of rounded numbers only a range is known: with a base of 5, a step of 5 is 1 to 9.
    Where counts are changed by keys, the same people get the same number: another number is 1 person or more.

    Returns:
        How many people, at the least, are in small groups; and how many groups are exactly 1 person.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> from disclosure.tables.editions import Publication
        >>> people = [pd.DataFrame({"film": list(films)}) for films in ("AB", "ABB", "AABBBB")]
        >>> days = pd.date_range("2017-11-27", "2017-12-11", freq="7D")
        >>> totals = [Publication(str(d), count_table(p, by=["film"], totals=False), d) for p, d in zip(people, days)]
        >>> isolated_by_steps(tuple(totals), small=10)
        (4, 2)
    """
    if any(each.people_leave for each in published):
        return 0, 0
    grown = np.diff(counts_of(published), axis=0)
    repeated = np.array([each.table.cells.get("repeated", np.zeros(grown.shape[1])) for each in published], dtype=bool)
    below, above = np.array([_rounded_off(each.table) for each in published]).T[:, :, None]
    least, most = grown - below[1:] - above[:-1], grown + above[1:] + below[:-1]
    by_keys = any(each.table.perturbation or each.table.rounding == "random" for each in published)
    least = np.where(by_keys & (grown != 0), np.maximum(least, 1), least)
    proven = ~(repeated[1:] | repeated[:-1]) & (least > 0) & (most < small)
    return int(least[proven].sum()), int((proven & (most == 1)).sum())


def _rounded_off(table: CountTable) -> tuple[int, int]:
    """By how much a true count may be below and above its printed number."""
    if table.perturbation:
        return (table.perturbation.largest_change,) * 2
    if table.rounding == "random":
        return table.base - 1, table.base - 1
    near, half = (table.base - 1) // 2, table.base % 2 == 0
    return near + half, near + (half and table.rounding != "half up")


def news_lost(weekly: Publications, published: Publications) -> float:
    """Return the share of the year's news that the reader misses, 0 to 1.

    The news of a Monday is by how much each cell has changed since the first one. The reader sees by how much the last
    release differs from the first; nothing, where either hides the cell. What she misses is the sum of all absolute
    differences between the two, over cells and Mondays, as a share of the sum of the news; at most 1.
    """
    true, seen = _news(weekly, published)
    return float(min(1.0, np.abs(true - seen).sum() / max(1.0, np.abs(true).sum())))


def weeks_late(weekly: Publications, published: Publications) -> float:
    """Return how many weeks pass on average until a newcomer is in print; the year's end counts as her day if never."""
    true, seen = _news(weekly, published)
    return float((true - seen).clip(min=0).sum() / max(1.0, true[-1].clip(min=0).sum()))


def _news(weekly: Publications, published: Publications) -> tuple[np.ndarray, np.ndarray]:
    """What has changed since the first Monday, in truth and in print; shape (Mondays, cells)."""
    true = counts_of(weekly)
    shown = counts_of(published)
    last = np.searchsorted(days_of(published), days_of(weekly), side="right") - 1
    return true - true[0], np.nan_to_num(shown[last] - shown[0])


def isolated_by_rhythm(weekly: Publications, thresholds: Iterable[int]) -> pd.DataFrame:
    """Count who is isolated in a year, rhythm by rhythm and threshold by threshold, where small counts are hidden.

    Args:
        weekly: the same table week after week, nothing hidden; nobody leaves.
        thresholds: the smallest printable counts; also, below how many people a group is small.

    Returns:
        One row per rhythm and threshold: ``rhythm``, ``strength`` (the threshold), ``releases``, ``isolated``,
        ``alone`` (as in `isolated_by_steps`).
    """
    counts = counts_of(weekly)
    rows = []
    for rhythm, weeks in RHYTHMS.items():
        each = counts[::weeks]
        for threshold in thresholds:
            printed = (each == 0) | (each >= threshold)
            grown = np.where(printed[1:] & printed[:-1], np.diff(each, axis=0), 0)
            small = grown[(grown >= 1) & (grown < threshold)]
            found = {"isolated": int(small.sum()), "alone": int((small == 1).sum())}
            rows.append({"rhythm": rhythm, "strength": threshold, "releases": len(each), **found})
    return pd.DataFrame(rows)
