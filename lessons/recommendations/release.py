"""What is published: for each title, the titles that its viewers have also watched."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from disclosure.frames import require_values
from disclosure.whole_numbers import whole_number

NOBODY = -1
"""The place of no title: what stands at the end of a list that is not full."""

READ = ("target", "known", "place", "title_id")
"""The columns of lists that somebody reads: for whom, from which title, at which place stands which title."""


def titles_of_profiles(views: pd.DataFrame, *, since: str | None = None) -> pd.DataFrame:
    """Count each title once for each profile, from a day on.

    Args:
        views: the viewing log.
        since: the first day that counts; all days when not given.

    Returns:
        One row per profile and title, in order: ``viewer_id``, ``title_id``, ``day`` (when it was watched first).

    Examples:
        >>> days = pd.to_datetime(["2017-11-01", "2017-11-03", "2017-11-02"])
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 1], "title_id": [7, 7, 8], "day": days})
        >>> titles_of_profiles(log, since="2017-11-02")["title_id"].tolist()
        [7, 8]
    """
    require_values(views, ["viewer_id", "title_id", "day"], "the log")
    counted = views if since is None else views[views["day"].ge(pd.Timestamp(since))]
    return counted.groupby(["viewer_id", "title_id"])["day"].min().reset_index()


@dataclass(frozen=True, eq=False)
class Together:
    """How many viewers each two titles have in common.

    Args:
        titles: the numbers of the titles.
        both: viewers in common, one row and one column per title; on the diagonal, the viewers of the title itself.
    """

    titles: pd.Index
    both: np.ndarray

    @property
    def viewers(self) -> np.ndarray:
        """Viewers of each title."""
        return np.diagonal(self.both)

    def __repr__(self) -> str:
        """Say how large it is."""
        return f"Together({len(self.titles):,} titles, each with each)"


def seen(rows: pd.DataFrame, titles: pd.Index, viewers: pd.Index) -> np.ndarray:
    """Lay out who has watched what: one row per viewer, one column per title, 1 or 0; all else is left out."""
    row, column = viewers.get_indexer(pd.Index(rows["viewer_id"])), titles.get_indexer(pd.Index(rows["title_id"]))
    inside = (row >= 0) & (column >= 0)
    matrix = np.zeros((len(viewers), len(titles)), dtype=np.float32)
    matrix[row[inside], column[inside]] = 1
    return matrix


def count_together(rows: pd.DataFrame, titles: pd.DataFrame) -> Together:
    """Count the viewers that each two titles have in common: one product of a table with itself.

    Args:
        rows: one row per profile and title.
        titles: the catalogue, with ``title_id``.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2], "title_id": [7, 8, 8]})
        >>> count_together(rows, pd.DataFrame({"title_id": [7, 8]})).both.astype(int).tolist()
        [[1, 1], [1, 2]]
    """
    catalogue = pd.Index(titles["title_id"])
    matrix = seen(rows, catalogue, pd.Index(rows["viewer_id"].unique()))
    return Together(catalogue, matrix.T @ matrix)


@dataclass(frozen=True, eq=False)
class Lists:
    """The published lists. The page of each title also says how many viewers it has.

    Args:
        titles: the numbers of the titles.
        viewers: of each title.
        listed: one row per title, one column per place: places in ``titles``, or `NOBODY`.
    """

    titles: pd.Index
    viewers: np.ndarray
    listed: np.ndarray

    def __repr__(self) -> str:
        """Say how many lists there are, and how long they are."""
        lists = int((self.listed[:, 0] != NOBODY).sum())
        return f"Lists({lists:,} lists of up to {self.listed.shape[1]} titles)"

    def of(self, title_id: int) -> pd.DataFrame:
        """Return the list of one title, as its page shows it: ``place`` and ``title_id``."""
        places = self.listed[places_of(pd.DataFrame({"title_id": [title_id]}), self.titles)[0]]
        listed = self.titles[places[places != NOBODY]]
        return pd.DataFrame({"place": range(1, len(listed) + 1), "title_id": listed})

    def read(self, known: pd.DataFrame) -> pd.DataFrame:
        """Look up the lists of known titles.

        Args:
            known: one row per target and title that is known of them: ``target``, ``title_id``.

        Returns:
            One row per target, known title and place of its list: ``target``, ``known``, ``place`` (from 1),
            ``title_id`` (the listed title).
        """
        return as_read(known, self.listed[places_of(known, self.titles)], self.titles)


def places_of(known: pd.DataFrame, titles: pd.Index) -> np.ndarray:
    """Find the place of each known title in the catalogue.

    Raises:
        ValueError: a title is not in the catalogue.
    """
    places = titles.get_indexer(pd.Index(known["title_id"]))
    if (places < 0).any():
        raise ValueError(
            f"title {known['title_id'].iloc[int(np.argmin(places))]} is not in the catalogue: leave it out."
        )
    return places


def as_read(known: pd.DataFrame, listed: np.ndarray, titles: pd.Index) -> pd.DataFrame:
    """Lay out some lists in rows: ``listed`` has one row per row of ``known``."""
    which, place = np.nonzero(listed != NOBODY)
    columns = (known["target"].to_numpy()[which], known["title_id"].to_numpy()[which], place + 1)
    return pd.DataFrame(dict(zip(READ, (*columns, titles.to_numpy()[listed[which, place]]), strict=True)))


def nearest(common: np.ndarray, viewers: np.ndarray, length: int) -> np.ndarray:
    """Find the titles that are most alike to some, best first.

    Likeness is n_ij / sqrt(n_i n_j), the cosine of two columns. In one list n_i is the same for all, so that the order
    is that of n_ij ** 2 / n_j; of whole numbers, equal ones come out as equal. Then the title that stands first in the
    catalogue goes first. Titles without a viewer in common are not listed.

    Args:
        common: viewers in common, 0 for what must not be listed; shape (lists, titles).
        viewers: of each title; shape (titles,) or as ``common``.
        length: places of a list.

    Returns:
        Places of titles, `NOBODY` at the end of what is not full; shape (lists, length).

    Examples:
        >>> nearest(np.array([[0, 2, 1, 1]]), np.array([9, 8, 1, 2]), length=3).tolist()
        [[2, 1, 3]]
    """
    likeness = np.square(np.maximum(common, 0), dtype=np.float64) / np.maximum(viewers, 1)
    lists, titles = likeness.shape
    listed = np.full((lists, length), NOBODY)
    last = max(0, titles - length)
    enough = np.partition(likeness, last, axis=1)[:, last, None]
    row, title = np.nonzero((likeness >= enough) & (likeness > 0))
    order = np.lexsort((title, -likeness[row, title], row))
    row, title = row[order], title[order]
    place = np.arange(len(row)) - np.searchsorted(row, row)
    fits = place < length
    listed[row[fits], place[fits]] = title[fits]
    return listed


@dataclass(frozen=True)
class AlsoWatched:
    """Publish a list for each title: those most alike to it, by their viewers in common.

    The field says item-to-item collaborative filtering.

    Args:
        length: places of a list.
        least_viewers: a title with fewer viewers has no list, and stands in none.

    Raises:
        ValueError: one of them is no such number.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3], "title_id": [7, 8, 8, 9, 9]})
        >>> lists = AlsoWatched(length=2)(count_together(rows, pd.DataFrame({"title_id": [7, 8, 9]})))
        >>> lists.of(8)["title_id"].tolist()
        [7, 9]
    """

    length: int = 20
    least_viewers: int = 0

    def __post_init__(self) -> None:
        """Refuse what is no list."""
        object.__setattr__(self, "length", whole_number("length", self.length, "choose 1 or more", least=1))
        least = whole_number("least_viewers", self.least_viewers, "choose 0 or more", least=0)
        object.__setattr__(self, "least_viewers", least)

    def __call__(self, together: Together) -> Lists:
        """Return the lists."""
        common, viewers = together.both.copy(), together.viewers
        np.fill_diagonal(common, 0)
        few = viewers < self.least_viewers
        common[few], common[:, few] = 0, 0
        return Lists(together.titles, viewers.copy(), nearest(common, viewers, self.length))
