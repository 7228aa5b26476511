"""What Ada reads out of lists: what one viewer alone has made, and what several lists of known titles have in common.

The same guesser reads what rises in such lists from one day to the next. Source of that: Calandrino, Kilzer, Narayanan,
Felten & Shmatikov, "'You Might Also Like:' Privacy Risks of Collaborative Filtering", IEEE Symposium on Security and
Privacy 2011.
"""

import pandas as pd

from disclosure.frames import guesses
from lessons.recommendations.release import NOBODY, Lists


def lonely_lists(lists: Lists) -> pd.DataFrame:
    """Take the lists of all titles with one viewer: whatever stands in them, this viewer has watched.

    Returns:
        One row per place of such a list: ``known`` (the title of the list), ``place``, ``title_id``.

    Examples:
        >>> from lessons.recommendations.release import AlsoWatched, count_together
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2], "title_id": [7, 8, 8]})
        >>> lonely_lists(AlsoWatched()(count_together(rows, pd.DataFrame({"title_id": [7, 8]})))).to_numpy().tolist()
        [[7, 1, 8]]
    """
    alone = lists.titles[(lists.viewers == 1) & (lists.listed[:, 0] != NOBODY)]
    known = pd.DataFrame({"target": alone, "title_id": alone})
    return lists.read(known)[["known", "place", "title_id"]]


def from_lists(read: pd.DataFrame, known: pd.DataFrame, *, least_lists: int = 3) -> pd.DataFrame:
    """Name the title that stands in most lists of the known titles: the target has watched it, too.

    Where two stand in as many, the one that stands nearer to the top goes first.

    Args:
        read: the lists of the known titles (see `lessons.recommendations.release.Lists.read`), or only what has risen
            in them since the day before (see `lessons.recommendations.day_to_day`).
        known: one row per target and known title: ``target``, ``title_id``.
        least_lists: in fewer lists, nothing is said.

    Returns:
        One guess per target: the claim is a title; with ``lists``, the number of lists that it stands in.

    Examples:
        >>> known = pd.DataFrame({"target": ["Bea"] * 3, "title_id": [1, 2, 3]})
        >>> read = pd.DataFrame([("Bea", 1, 1, 8), ("Bea", 2, 1, 3), ("Bea", 2, 2, 8), ("Bea", 3, 1, 8)],
        ...                     columns=["target", "known", "place", "title_id"])
        >>> from_lists(read, known)[["target", "claim", "lists"]].to_numpy().tolist()
        [['Bea', 8, 3]]
    """
    targets, knows = pd.Series(known["target"].unique()), pd.MultiIndex.from_frame(known)
    new = read[~pd.MultiIndex.from_frame(read[["target", "title_id"]]).isin(knows)]
    found = new.groupby(["target", "title_id"])["place"].agg(["size", "sum"]).reset_index()
    found = found.sort_values(["size", "sum", "title_id"], ascending=[False, True, True])
    best = found.drop_duplicates("target").set_index("target").reindex(targets)
    lists = best["size"].fillna(0).astype(int).to_numpy()
    sure = (lists / known.groupby("target").size().reindex(targets).to_numpy()).clip(0, 1)
    return guesses(targets, best["title_id"].to_numpy(), sure, lists >= least_lists, lists=lists)
