"""Small tables that the notebook shows: lists with the names of titles, outcomes with her and without her."""

import pandas as pd

from lessons.recommendations import strings
from lessons.recommendations.release import Lists
from lessons.recommendations.scores import HERS, NOT_HERS, OLDER
from lessons.recommendations.sweep import Days


def names_of(titles: pd.DataFrame) -> pd.Series:
    """The name of each title, by its number."""
    return titles.set_index("title_id")["title"]


def list_in_words(
    lists: Lists, title_id: int, rows: pd.DataFrame, viewer_id: int, titles: pd.DataFrame
) -> pd.DataFrame:
    """Show the list of one title as its page does, and beside it whether somebody has watched what stands there."""
    listed, names = lists.of(title_id), names_of(titles)
    watched = rows.loc[rows["viewer_id"].eq(viewer_id), "title_id"]
    shown = {strings.PLACE: listed["place"], strings.TITLE: listed["title_id"].map(names)}
    yes_or_no = listed["title_id"].isin(watched).map({True: strings.YES, False: strings.NO})
    return pd.DataFrame({**shown, strings.BEA_HAS: yes_or_no})


def lists_beside(read: pd.DataFrame, lists: Lists, titles: pd.DataFrame, claim: int) -> pd.DataFrame:
    """Lay the lists of one target side by side: each known title, what leads its list, where the claimed title stands.

    Args:
        read: the lists of the titles that are known of one target.
        lists: all lists, for the viewers that the page of a title shows.
        titles: the catalogue.
        claim: the title that is named.
    """
    names, viewers = names_of(titles), pd.Series(lists.viewers, lists.titles).astype(int)
    rows = []
    for known, part in read.groupby("known", sort=False):
        place = part.loc[part["title_id"].eq(claim), "place"]
        leads = names[part["title_id"].iloc[0]]
        row = (names[known], viewers[known], leads, str(place.iloc[0]) if len(place) else strings.NOT_IN_IT)
        rows.append(dict(zip(strings.LISTS_BESIDE, row, strict=True)))
    return pd.DataFrame(rows).rename(columns={strings.LISTS_BESIDE[-1]: strings.PLACE_OF.format(title=names[claim])})


def said_of(guesses: pd.DataFrame, titles: pd.DataFrame) -> str:
    """Say of the first guess what Ada names, or that she is silent."""
    row = guesses.iloc[0]
    if not row["declared"]:
        return strings.SILENT.format(lists=row["lists"])
    return strings.NAMES.format(title=names_of(titles)[row["claim"]], lists=row["lists"])


def outcomes_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show what Ada is told with each target and without (see `lessons.recommendations.sweep.known_sweep`)."""
    shown = found.assign(which=found["which"].map(strings.KNOWN), blind=found["blind"].round().astype(int))
    columns = ("which", "right", "wrong", "right_without", "wrong_without", "blind")
    return shown[list(columns)].rename(columns=strings.COLUMNS)


def least_in_words(found: pd.DataFrame, listed: dict[int, float]) -> pd.DataFrame:
    """Show what a least number of viewers does to her claims, and how many titles still have a list.

    Args:
        found: as of `lessons.recommendations.sweep.known_sweep`.
        listed: least number of viewers -> share of titles with a list.
    """
    shown = found.assign(listed=found["least"].map(listed).map("{:.0%}".format))
    columns = ("least", "right", "wrong", "right_without", "vanished", "listed")
    return shown[list(columns)].rename(columns=strings.COLUMNS)


def defences_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show each defence with what it leaves and what it costs (see `lessons.recommendations.sweep.defence_sweep`)."""
    shown = found.assign(same=found["same"].map("{:.0%}".format), vanished_by_three=found["vanished"])
    columns = ("defence", "right", "wrong", "vanished_by_three", "vanished_by_two", "same")
    return shown[list(columns)].rename(columns=strings.COLUMNS)


def days_in_words(periods: dict[str, Days]) -> pd.DataFrame:
    """Show what Ada says of lists that are made anew (see `lessons.recommendations.sweep.day_sweep`): name -> what."""
    kinds, found = (HERS, OLDER, NOT_HERS), []
    for name, days in periods.items():
        counted = days.claims["is"].value_counts()
        kept = int((days.claims["is"].eq(HERS) & days.claims["stays"]).sum())
        row = [name, f"{days.n:,}", *(int(counted.get(kind, 0)) for kind in kinds), kept]
        found.append(dict(zip(strings.DAY_COLUMNS, row, strict=True)))
    return pd.DataFrame(found)
