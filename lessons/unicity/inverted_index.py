"""A log without names, turned round: for every thing that can be known of somebody, whose records hold it.

A *record* is all that a log says of one viewer. A *point* is one thing in it, as finely as the log tells: a title, or a
title and a day. The list of records that hold a point is its *posting list*, as in the index of a book.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from disclosure.frames import require, require_values

MOST_CODES: Final = 2**62
"""Viewer and point together are coded as one whole number of 64 bits."""


@dataclass(frozen=True, eq=False)
class InvertedIndex:
    """Whose records hold each point. Records and points are numbered from 0.

    Attributes:
        by: the columns that make a point.
        viewers: the ``viewer_id`` of each record.
        values: for each column of ``by``, the values that occur.
        codes: int64, ascending, one per point: the places of its values in ``values`` as one number.
        starts: int64, one per point and one more: where its posting list begins in ``records``.
        records: int32, the posting lists one after the other, each ascending and without repetition.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [7, 7, 8, 9], "title_id": [1, 2, 1, 1]})
        >>> index = inverted_index(log, by=["title_id"])
        >>> index.n_viewers, index.n_points, index.viewers[index.of(0)].tolist()
        (3, 2, [7, 8, 9])
    """

    by: tuple[str, ...]
    viewers: np.ndarray
    values: tuple[pd.Index, ...]
    codes: np.ndarray
    starts: np.ndarray
    records: np.ndarray

    @property
    def n_viewers(self) -> int:
        """How many viewers the log has, those included of whom it tells no point."""
        return len(self.viewers)

    @property
    def n_points(self) -> int:
        """How many different points somebody's record holds."""
        return len(self.codes)

    def of(self, point: int) -> np.ndarray:
        """Return the records that hold a point: its posting list."""
        return self.records[self.starts[point] : self.starts[point + 1]]

    def holding_all(self, points: Sequence[int]) -> np.ndarray:
        """Return the records that hold all of some points, ascending; none holds the point -1, which nobody has.

        The rarest point comes first, so that there is little left to look up in the long lists.

        Examples:
            >>> log = pd.DataFrame({"viewer_id": [7, 7, 8, 9], "title_id": [1, 2, 1, 1]})
            >>> inverted_index(log, by=["title_id"]).holding_all([0, 1])
            array([0], dtype=int32)
        """
        if min(points) < 0:
            return self.records[:0]
        rarest, *others = sorted((self.of(point) for point in points), key=len)
        for holders in others:
            places = holders.searchsorted(rarest).clip(max=len(holders) - 1)
            rarest = rarest[holders[places] == rarest]
        return rarest

    def numbers(self, known: pd.DataFrame) -> np.ndarray:
        """Return the number of each point in a frame with the columns ``by``; -1 where nobody's record holds it.

        Examples:
            >>> log = pd.DataFrame({"viewer_id": [7, 7, 8], "title_id": [1, 2, 1]})
            >>> inverted_index(log, by=["title_id"]).numbers(pd.DataFrame({"title_id": [2, 3, 1]})).tolist()
            [1, -1, 0]
        """
        places = [
            values.get_indexer(pd.Index(known[column])) for column, values in zip(self.by, self.values, strict=True)
        ]
        codes = _as_one_number(places, self.values)
        found = self.codes.searchsorted(codes).clip(max=max(0, self.n_points - 1))
        there = (np.min(places, axis=0) >= 0) & (self.codes[found] == codes) if self.n_points else np.False_
        return np.where(there, found, -1)

    def values_of(self, points: np.ndarray) -> pd.DataFrame:
        """Return what the points are: one row each, with the columns ``by``. The way back is `numbers`.

        Examples:
            >>> log = pd.DataFrame({"viewer_id": [7, 7], "title_id": [1, 2], "stars": [4, 5]})
            >>> inverted_index(log, by=["title_id", "stars"]).values_of(np.array([1]))
               title_id  stars
            0         2      5
        """
        codes, columns = self.codes[points], {}
        for column, values in reversed(list(zip(self.by, self.values, strict=True))):
            codes, place = np.divmod(codes, len(values))
            columns[column] = values[place]
        return pd.DataFrame({column: columns[column] for column in self.by})

    def first(self, n_viewers: int) -> "InvertedIndex":
        """Return the inverted index of the first records alone; points keep their numbers, also where nobody is left.

        Examples:
            >>> log = pd.DataFrame({"viewer_id": [7, 7, 8], "title_id": [1, 2, 1]})
            >>> inverted_index(log, by=["title_id"]).first(1).of(0)
            array([0], dtype=int32)
        """
        kept = self.records < n_viewers
        starts = np.concatenate([[0], np.cumsum(kept)])[self.starts]
        return replace(self, viewers=self.viewers[:n_viewers], starts=starts, records=self.records[kept])


def inverted_index(
    log: pd.DataFrame, *, by: Sequence[str], shuffle: np.random.Generator | None = None
) -> InvertedIndex:
    """Turn a log round.

    A point that a record holds more than once (a title watched again) counts once. A row in which one of the columns
    is missing tells no point; its viewer still counts as one of the viewers.

    Args:
        log: ``viewer_id`` and the columns of ``by``; one row per showing, or per title, or whatever it tells.
        by: the columns that make a point, such as ``["title_id", "day"]``.
        shuffle: numbers the records in random order; as they come in the log when not given.

    Raises:
        ValueError: a column is not there, a ``viewer_id`` is missing, or the columns have too many values together.
    """
    _refuse_unusable(log, by)
    record, viewers = pd.factorize(log["viewer_id"])
    if shuffle is not None:
        number = shuffle.permutation(len(viewers))
        record, viewers = number[record], viewers[np.argsort(number)]
    coded = [pd.factorize(log[column]) for column in by]
    values = tuple(pd.Index(distinct) for _, distinct in coded)
    point = _as_one_number([places for places, _ in coded], values)
    complete = np.logical_and.reduce([places >= 0 for places, _ in coded])
    _refuse_too_many(values, len(viewers))
    pairs = _distinct((point * len(viewers) + record)[complete])
    point, record = np.divmod(pairs, max(1, len(viewers)))
    begins = np.flatnonzero(_differs(point))
    return InvertedIndex(
        by=tuple(by),
        viewers=np.asarray(viewers),
        values=values,
        codes=point[begins],
        starts=np.append(begins, len(point)),
        records=record.astype(np.int32),
    )


def _as_one_number(places: Sequence[np.ndarray], values: Sequence[pd.Index]) -> np.ndarray:
    """The places of a point's values as one number, as hours, minutes and seconds are one number of seconds."""
    number = np.zeros(len(places[0]), dtype=np.int64)
    for place, distinct in zip(places, values, strict=True):
        number = number * len(distinct) + place
    return number


def _distinct(numbers: np.ndarray) -> np.ndarray:
    """The numbers, sorted, each once. Sorting and comparing neighbours is many times faster than `np.unique`."""
    numbers.sort()
    return numbers[_differs(numbers)]


def _differs(numbers: np.ndarray) -> np.ndarray:
    """Whether each number is another than the one before it; the first one is."""
    differs = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=differs[1:])
    return differs


def _refuse_unusable(log: pd.DataFrame, by: Sequence[str]) -> None:
    """Say in a sentence why this log cannot be turned round."""
    if isinstance(by, str) or not by:
        raise ValueError(f"by is {by!r}: name the columns that make a point in brackets, such as ['title_id', 'day'].")
    require(log, ["viewer_id", *by], "the log")
    require_values(log, ["viewer_id"], "the log")


def _refuse_too_many(values: Sequence[pd.Index], n_viewers: int) -> None:
    """Say in a sentence that the points cannot be coded."""
    codes = n_viewers
    for distinct in values:
        codes *= len(distinct)
    if codes >= MOST_CODES:
        raise ValueError("the columns have too many different values together: leave one out, or make it coarser.")
