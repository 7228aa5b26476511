"""The lists that somebody reads, and no others: with everybody in the data, and for each target without her."""

import numpy as np
import pandas as pd

from lessons.recommendations.release import AlsoWatched, Together, as_read, nearest, places_of, seen

AT_ONCE = 500
"""Lists that are worked out together; more would need more memory, and be no faster."""


def read_with(together: Together, known: pd.DataFrame, release: AlsoWatched | None = None) -> pd.DataFrame:
    """Look up the lists of known titles, without working out all the others: what `Lists.read` returns of ``release``.

    Args:
        together: the counts.
        known: one row per target and title known: ``target`` and ``title_id``.
        release: how lists are made.

    Examples:
        >>> from lessons.recommendations.release import count_together
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3], "title_id": [7, 8, 8, 9, 9]})
        >>> together = count_together(rows, pd.DataFrame({"title_id": [7, 8, 9]}))
        >>> read_with(together, pd.DataFrame({"target": [1], "title_id": [7]})).to_numpy().tolist()
        [[1, 7, 1, 8]]
    """
    release = release or AlsoWatched()
    asked, which = np.unique(places_of(known, together.titles), return_inverse=True)
    common, few = together.both[asked], together.viewers < release.least_viewers
    common[np.arange(len(asked)), asked] = 0
    common[few[asked]], common[:, few] = 0, 0
    return as_read(known, nearest(common, together.viewers, release.length)[which], together.titles)


def read_without(
    together: Together, rows: pd.DataFrame, known: pd.DataFrame, release: AlsoWatched | None = None
) -> pd.DataFrame:
    """Look up the lists of known titles as they would be if each target had never watched anything.

    Nothing is counted anew: from the viewers in common, those are taken that the target is one of.

    Args:
        together: the counts with everybody in.
        rows: one row per profile and title, those that were counted.
        known: one row per target and title known: ``target`` (a viewer's number) and ``title_id``.
        release: how lists are made.

    Returns:
        As of `lessons.recommendations.release.Lists.read`.

    Examples:
        >>> from lessons.recommendations.release import count_together
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3], "title_id": [7, 8, 8, 9, 9]})
        >>> together = count_together(rows, pd.DataFrame({"title_id": [7, 8, 9]}))
        >>> read_without(together, rows, pd.DataFrame({"target": [1, 2], "title_id": [8, 8]})).to_numpy().tolist()
        [[1, 8, 1, 9], [2, 8, 1, 7]]
    """
    release = release or AlsoWatched()
    targets = pd.Index(known["target"].unique())
    watched = seen(rows, together.titles, targets)
    who, which = targets.get_indexer(pd.Index(known["target"])), places_of(known, together.titles)
    parts = range(0, len(known), AT_ONCE)
    listed = [_without(together, watched[who[at : at + AT_ONCE]], which[at : at + AT_ONCE], release) for at in parts]
    return as_read(known, np.concatenate(listed), together.titles)


def _without(together: Together, watched: np.ndarray, which: np.ndarray, release: AlsoWatched) -> np.ndarray:
    """Some lists, each without a viewer who has watched the title of the list: ``watched`` is what they have seen."""
    lists = np.arange(len(which))
    common, viewers = together.both[which] - watched, together.viewers - watched
    few = viewers < release.least_viewers
    common[few] = 0
    common[few[lists, which]] = 0
    common[lists, which] = 0
    return nearest(common, viewers, release.length)
