"""Who has watched what, and what is printed of a group: how many of its members have watched each title."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd
import scipy.sparse as sp

from disclosure.tables.count_table import CountTable, count_table

TITLE = "title"
"""The one dimension of the printed table."""


@dataclass(frozen=True, repr=False, eq=False)
class Watched:
    """Who has watched what: 1 where a profile has watched a title, as a sparse matrix.

    Args:
        matrix: shape (profiles, titles), of 0 and 1; stored row by row.
        profiles: the ``viewer_id`` of each row.
        catalogue: one row per column: ``title_id``, ``title``, ``genre``.
    """

    matrix: sp.csr_array
    profiles: np.ndarray
    catalogue: pd.DataFrame

    @cached_property
    def numbers(self) -> np.ndarray:
        """How many titles each profile has watched; shape (profiles,)."""
        return np.asarray(self.matrix.sum(axis=1)).ravel()

    def share_of(self, genre: str) -> np.ndarray:
        """Which share of the titles of each profile are of one genre; shape (profiles,)."""
        are = self.catalogue["genre"].eq(genre).to_numpy(dtype=np.float32)
        return np.asarray(self.matrix @ are / np.maximum(self.numbers, 1))

    def rows(self, members: np.ndarray) -> pd.DataFrame:
        """Each member once at each of her titles: ``viewer_id`` and ``title`` (a category of the whole catalogue).

        Args:
            members: the rows of the members in the matrix.
        """
        part = self.matrix[members].tocoo()
        names = pd.CategoricalDtype(self.catalogue[TITLE].to_list())
        titles = pd.Categorical.from_codes(part.col, dtype=names)
        return pd.DataFrame({"viewer_id": self.profiles[members][part.row], TITLE: titles})

    def counts(self, members: np.ndarray) -> np.ndarray:
        """How many members have watched each title, as plain numbers; shape (titles,)."""
        return np.asarray(self.matrix[members].sum(axis=0)).ravel().astype(np.int64)

    def busy(self, people: np.ndarray, titles: int) -> np.ndarray:
        """Those of some people who have watched at least so many titles, as rows of the matrix."""
        return people[self.numbers[people] >= titles]

    def names(self, places: np.ndarray) -> list[str]:
        """The titles in some columns."""
        return self.catalogue[TITLE].iloc[places].tolist()


def who_watched_what(views: pd.DataFrame, titles: pd.DataFrame) -> Watched:
    """Lay the viewing log out as a matrix of profiles and titles.

    Args:
        views: the viewing log, with ``viewer_id`` and ``title_id``.
        titles: the catalogue, with ``title_id``, ``title`` and ``genre``.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [5, 4, 5, 5], "title_id": [7, 8, 7, 8]})
        >>> films = pd.DataFrame({"title_id": [7, 8], "title": ["The Kite", "The Lantern"], "genre": "drama"})
        >>> who_watched_what(log, films).matrix.toarray().tolist()
        [[0.0, 1.0], [1.0, 1.0]]
    """
    row, profiles = pd.factorize(views["viewer_id"], sort=True)
    column = pd.Index(titles["title_id"]).get_indexer(views["title_id"])
    ones = np.ones(len(row), dtype=np.float32)
    matrix = sp.csr_array((ones, (row, column)), shape=(len(profiles), len(titles)))
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return Watched(matrix, np.asarray(profiles), titles[["title_id", TITLE, "genre"]].reset_index(drop=True))


def known_titles(watched: Watched, most: int, *, seed: int = 53) -> sp.csr_array:
    """Draw for each profile the titles that somebody knows of it: so many of its own, or all where it has fewer.

    The titles are in an order that is drawn once: with one more known, the others stay.

    Returns:
        Shape (profiles, titles), of 0 and 1.
    """
    matrix = watched.matrix
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    lot = np.argsort(row + np.random.default_rng(seed).random(matrix.nnz))
    place = np.empty(matrix.nnz, dtype=np.int64)
    place[lot] = np.arange(matrix.nnz) - matrix.indptr[row]
    kept = place < most
    shown = (matrix.data[kept], (row[kept], matrix.indices[kept]))
    return sp.csr_array(shown, shape=matrix.shape)


def cohort_counts(watched: Watched, members: np.ndarray) -> CountTable:
    """Count for each title of the catalogue how many members have watched it: the table that the service prints.

    Args:
        watched: who has watched what.
        members: the rows of the members in the matrix.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [5, 4, 5, 5], "title_id": [7, 8, 7, 8]})
        >>> films = pd.DataFrame({"title_id": [7, 8], "title": ["The Kite", "The Lantern"], "genre": "drama"})
        >>> cohort_counts(who_watched_what(log, films), np.array([1])).cells["count"].tolist()
        [1, 1]
    """
    return count_table(watched.rows(members), by=TITLE, totals=False)


def reach(watched: Watched, places: np.ndarray) -> np.ndarray:
    """Return which share of some people have watched each title: what everybody can know of the whole service.

    Half a viewer is added to each title, so that no share is 0.

    Args:
        watched: who has watched what.
        places: the rows of these people in the matrix.

    Returns:
        Shares above 0 and below 1; shape (titles,).
    """
    return (watched.counts(places) + 0.5) / (len(places) + 1)


class Drawn(NamedTuple):
    """Who is where, as rows of the matrix; nobody is in two of these."""

    public: np.ndarray
    """A third of the service: whose titles everybody may know, counted together."""
    members: np.ndarray
    """The group whose counts are printed."""
    calibration: np.ndarray
    """Half of all others: on them Ada tries out where to draw her line."""
    others: np.ndarray
    """The other half: on them her false accusations are counted."""


def draw(watched: Watched, size: int, *, alike: str = "", seed: int = 53) -> Drawn:
    """Draw the public third, a group of some size, and two halves of all others.

    The third is the same for all groups of a world.

    Args:
        watched: who has watched what.
        size: members of the group.
        alike: a genre: the group is drawn from the quarter of the service whose titles are most often of it. Empty:
            from everybody.
        seed: draws the group and the halves.

    Raises:
        ValueError: there are not so many people to draw from.
    """
    everybody = len(watched.profiles)
    lot = np.random.default_rng(53).permutation(everybody)
    public, rest = np.sort(lot[: everybody // 3]), np.sort(lot[everybody // 3 :])
    pool, rng = rest[fans(watched, alike)[rest]] if alike else rest, np.random.default_rng(seed)
    if size > len(pool):
        raise ValueError(f"a group of {size} cannot be drawn from {len(pool)} people: choose a smaller one.")
    members = rng.choice(pool, size, replace=False)
    others = rng.permutation(np.setdiff1d(rest, members))
    return Drawn(public, members, others[: len(others) // 2], others[len(others) // 2 :])


def fans(watched: Watched, genre: str) -> np.ndarray:
    """Say of each profile whether it is in the quarter whose titles are most often of one genre; shape (profiles,)."""
    shares = watched.share_of(genre)
    return np.asarray(shares >= np.quantile(shares, 0.75))
