"""A log turned round: for every title, who rated it, with how many stars, and on which day."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from disclosure.frames import require_values

MOST_KEYS: Final = 2**63
"""Title, record and fact are sorted as one whole number of 64 bits."""


@dataclass(frozen=True, eq=False)
class InvertedIndex:
    """A log by title. Records, titles, days and stars are numbered from 0, in ascending order of their labels.

    A *record* is all that the log says of one viewer. A *fact* is a day together with stars: a log of many million rows
    has a few thousand different ones, so that one small number for each row is enough.

    Attributes:
        viewers: the ``viewer_id`` of each record.
        titles: the ``title_id`` of each title.
        days: the days that occur, as whole numbers; the fact of a row without a day has the place ``len(days)``.
        stars: the stars that occur; in the same way, ``len(stars)`` stands for none.
        dated: whether days are dates, counted from 1 January 1970, or plain numbers.
        starts: int64, one per title and one more: where its rows begin.
        records: int32, one per row, title by title, ascending within a title.
        facts: uint16 or uint32, one per row: place of the stars times ``len(days) + 1``, plus place of the day.
        support: int64, one per title: how many records hold it, |supp| of the paper.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [7, 8, 8], "title_id": ["A", "A", "B"], "stars": [4, 5, 4]})
        >>> index = inverted_index(log)
        >>> index.support.tolist(), index.viewers[index.records[index.rows_of(0)]].tolist()
        ([2, 1], [7, 8])
    """

    viewers: pd.Index
    titles: pd.Index
    days: np.ndarray
    stars: np.ndarray
    dated: bool
    starts: np.ndarray
    records: np.ndarray
    facts: np.ndarray
    support: np.ndarray

    def rows_of(self, title: int) -> slice:
        """Return where the rows of a title stand in ``records`` and ``facts``."""
        return slice(int(self.starts[title]), int(self.starts[title + 1]))

    @property
    def n_facts(self) -> int:
        """How many facts a row can have: each day, or none, with each number of stars, or none."""
        return (len(self.days) + 1) * (len(self.stars) + 1)

    @property
    def rewatched(self) -> bool:
        """Whether some record holds a title more than once."""
        return int(self.support.sum()) < len(self.records)

    @property
    def bytes_per_row(self) -> float:
        """How much memory the index takes for each row of the log, labels included."""
        labels = self.viewers.memory_usage() + self.titles.memory_usage()
        arrays = (self.days, self.stars, self.starts, self.records, self.facts, self.support)
        return (labels + sum(array.nbytes for array in arrays)) / max(1, len(self.records))


def inverted_index(log: pd.DataFrame) -> InvertedIndex:
    """Turn a log round.

    Args:
        log: ``viewer_id``, ``title_id`` and, where the log has them, ``stars`` (a number) and ``day`` (a date, of which
            the hours are left out, or a whole number). One row per rating or showing; stars and days may be missing.

    Raises:
        ValueError: a column is not there or no number, a ``viewer_id`` or ``title_id`` is missing, or the log has too
            many different labels to be sorted.
    """
    _refuse_unusable(log)
    record, viewers = _numbered(log["viewer_id"])
    title, titles = _numbered(log["title_id"])
    day, days = _numbered(pd.Series(day_numbers(log["day"])) if "day" in log else pd.Series(np.nan, log.index))
    rated, stars = _numbered(_as_numbers(log["stars"]) if "stars" in log else pd.Series(np.nan, log.index))
    n_facts = (len(days) + 1) * (len(stars) + 1)
    if len(titles) * len(viewers) * n_facts >= MOST_KEYS:
        raise ValueError("the log has too many different viewers, titles, days and stars to be sorted by title.")
    keys = (title * len(viewers) + record) * n_facts + rated * (len(days) + 1) + day
    keys.sort()
    pairs, facts = np.divmod(keys, n_facts)
    title, record = np.divmod(pairs, max(1, len(viewers)))
    first = np.diff(pairs, prepend=-1) != 0
    return InvertedIndex(
        viewers=viewers,
        titles=titles,
        days=days.to_numpy(dtype=np.int64),
        stars=stars.to_numpy(dtype=np.float64),
        dated="day" in log and not pd.api.types.is_numeric_dtype(log["day"]),
        starts=title.searchsorted(np.arange(len(titles) + 1)),
        records=record.astype(np.int32),
        facts=facts.astype(np.uint16 if n_facts <= 2**16 else np.uint32),
        support=np.bincount(title[first], minlength=len(titles)),
    )


def day_numbers(days: pd.Series) -> np.ndarray:
    """Return days as numbers, dates counted from 1 January 1970; NaN where a day is missing.

    Args:
        days: dates, with or without hours (which are left out), or numbers.

    Raises:
        ValueError: they are neither.

    Examples:
        >>> day_numbers(pd.Series(pd.to_datetime(["1970-01-03 23:00", None]))).tolist()
        [2.0, nan]
    """
    if pd.api.types.is_numeric_dtype(days):
        return np.floor(days.to_numpy(dtype=np.float64, na_value=np.nan))
    if not pd.api.types.is_datetime64_any_dtype(days):
        raise ValueError(f"day has values such as {days.iloc[0]!r}: make dates of them first, with pd.to_datetime.")
    naive = days.dt.tz_localize(None).to_numpy()
    return np.where(np.isnat(naive), np.nan, naive.astype("datetime64[D]").astype(np.int64))


def _numbered(labels: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """For each label its place among the sorted labels, and these; the place after the last one where it is missing."""
    indices, known = pd.factorize(labels, sort=True)
    return np.where(indices < 0, len(known), indices), pd.Index(known)


def _as_numbers(stars: pd.Series) -> pd.Series:
    """Stars as a column of NumPy's numbers."""
    if not pd.api.types.is_numeric_dtype(stars):
        raise ValueError(f"stars has values such as {stars.iloc[0]!r}: make numbers of them first.")
    return pd.Series(stars.to_numpy(dtype=np.float64, na_value=np.nan))


def _refuse_unusable(log: pd.DataFrame) -> None:
    """Say in a sentence why this log cannot be turned round."""
    require_values(log, ("viewer_id", "title_id"), "the log")
