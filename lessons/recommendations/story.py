"""Bea, and what the notebook counts about her and about those like her."""

from typing import NamedTuple

import pandas as pd

from lessons.recommendations.attack import from_lists, lonely_lists
from lessons.recommendations.known import titles_known
from lessons.recommendations.reading import read_with, read_without
from lessons.recommendations.release import AlsoWatched, Lists, Together
from lessons.recommendations.scores import HERS, judged


class Told(NamedTuple):
    """Somebody about whom lists tell twice.

    Attributes:
        viewer_id: who.
        lonely: a title whose only viewer this is.
        known: five rare titles that Ada knows: ``target``, ``title_id``.
    """

    viewer_id: int
    lonely: int
    known: pd.DataFrame


def choose_bea(
    lonely_rows: pd.DataFrame, lonely: Lists, rows: pd.DataFrame, together: Together, release: AlsoWatched
) -> Told:
    """Choose the first viewer of a full lonely list about whom the five rarest titles tell, but not without her.

    Nobody is drawn by lot here: it is somebody with whom the attack can be shown. How often it works is counted later.

    Args:
        lonely_rows, lonely: who has watched what, and the lists of that, some of which have one viewer.
        rows, together: who has watched what in a longer time, and the counts of that.
        release: how lists are made of these.

    Raises:
        ValueError: there is nobody like that.
    """
    entries = lonely_lists(lonely)
    full = entries.groupby("known").size().loc[lambda sizes: sizes.eq(lonely.listed.shape[1])].index
    alone = lonely_rows[lonely_rows["title_id"].isin(full)].sort_values("title_id").drop_duplicates("viewer_id")
    known = titles_known(rows, alone["viewer_id"])
    claims = judged(from_lists(read_with(together, known, release), known), rows).set_index("target")
    without = from_lists(read_without(together, rows, known, release), known).set_index("target")
    told = claims["claim"].eq(HERS).fillna(False) & ~without["declared"]
    found = alone[alone["viewer_id"].map(told)]
    if found.empty:
        raise ValueError("there is nobody in these lists about whom both tell: make a larger world.")
    bea, title = found[["viewer_id", "title_id"]].iloc[0]
    return Told(int(bea), int(title), known[known["target"].eq(bea)].reset_index(drop=True))


def true_entries(entries: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    """Say of each entry of lonely lists whether the one viewer has watched it.

    Args:
        entries: as of `lessons.recommendations.attack.lonely_lists`.
        rows: who has watched what.
    """
    viewer = entries["known"].map(rows.drop_duplicates("title_id").set_index("title_id")["viewer_id"])
    watched = pd.MultiIndex.from_frame(rows[["viewer_id", "title_id"]])
    return pd.Series(pd.MultiIndex.from_arrays([viewer, entries["title_id"]]).isin(watched), entries.index)


def blind_share(entries: pd.DataFrame, rows: pd.DataFrame) -> float:
    """How much of lonely lists would be true if they were about anybody: the mean share of viewers of these titles."""
    share = rows["title_id"].value_counts() / rows["viewer_id"].nunique()
    return float(entries["title_id"].map(share).mean())
