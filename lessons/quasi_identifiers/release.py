"""An extract for researchers: one row per viewer, without names."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.records.columns import FACT, QUASI_IDENTIFIERS

OTHER_FACTS: Final = ("plan", "favourite_genre")
LATE_NIGHTS: Final = {"hardly ever": 0, "now and then": 3, "every month": 12, "every week": 52}
"""How often somebody still begins to watch between midnight and five, and from how many nights of the log on."""

MORNING: Final = 5
"""The hour, by the viewer's clock, at which a late night ends."""


def research_extract(
    viewers: pd.DataFrame, views: pd.DataFrame, titles: pd.DataFrame, *, share: float = 1.0, seed: int = 53
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Write an extract for researchers, and the key that the service keeps.

    Args:
        viewers: ``viewer_id``, ``birth_date``, ``sex``, ``region``, ``postcode``, ``time_zone``, ``plan``.
        views: the log of these viewers (and others): ``viewer_id``, ``title_id``, ``day``, ``started_at``,
            ``minutes_watched``.
        titles: ``title_id``, ``genre``.
        share: of the viewers, the share that is drawn for the extract, above 0 and up to 1.
        seed: draws them, and the order of the rows, which tells nothing.

    Returns:
        The extract, one row per viewer: ``row_id`` (1, 2, ...), ``birth_date`` (text, as 1961-03-04), ``sex``,
        ``postcode`` (text, its region in front, as in an address), ``plan``, ``favourite_genre`` (watched longest),
        ``late_nights`` (one of LATE_NIGHTS, in order).
        The key: ``row_id``, ``viewer_id``. It is no part of the release.

    Raises:
        ValueError: the share is not above 0 and up to 1.
    """
    if not 0 < share <= 1:
        raise ValueError(f"share is {share}: it must be above 0, and 1 at most.")
    rng = np.random.default_rng(seed)
    drawn = rng.permutation(len(viewers))[: max(1, round(share * len(viewers)))]
    people = viewers.iloc[drawn].reset_index(drop=True)
    rows = pd.DataFrame({"row_id": np.arange(1, len(people) + 1)})
    rows = pd.concat([rows, as_in_an_extract(people)[list(QUASI_IDENTIFIERS)]], axis="columns")
    counted = views[views["viewer_id"].isin(people["viewer_id"])]
    rows["plan"] = people["plan"]
    rows["favourite_genre"] = people["viewer_id"].map(favourite_genres(counted, titles)).astype("str").fillna("none")
    rows[FACT] = in_words(people["viewer_id"].map(late_nights(counted, people)).fillna(0))
    return rows, pd.DataFrame({"row_id": rows["row_id"], "viewer_id": people["viewer_id"]})


def as_in_an_extract(people: pd.DataFrame) -> pd.DataFrame:
    """Write birth date and postcode as an extract does, so that a register can be laid beside it.

    Args:
        people: any table with ``birth_date``, ``region`` and ``postcode``.

    Returns:
        The same table without country and region; these stand in the postcode now.

    Examples:
        >>> people = pd.DataFrame({"birth_date": pd.to_datetime(["1961-03-04"]), "region": ["Texas"],
        ...                        "postcode": ["73301"]})
        >>> as_in_an_extract(people)
           birth_date      postcode
        0  1961-03-04  Texas, 73301
    """
    written = people.assign(
        birth_date=people["birth_date"].dt.strftime("%Y-%m-%d").astype("str"),
        postcode=(people["region"] + ", " + people["postcode"]).astype("str"),
    )
    return written.drop(columns=["country", "region"], errors="ignore")


def late_nights(views: pd.DataFrame, viewers: pd.DataFrame) -> pd.Series:
    """Count, for each viewer, the nights in which a showing began between midnight and five by the viewer's own clock.

    Args:
        views: the log: ``viewer_id``, ``day`` (the viewer's local date), ``started_at`` (UTC).
        viewers: ``viewer_id``, ``time_zone``.

    Returns:
        Viewer -> nights; viewers without any are left out.

    Examples:
        >>> views = pd.DataFrame({"viewer_id": [1, 1, 1], "day": pd.to_datetime(["2017-12-02"] * 3),
        ...     "started_at": pd.to_datetime(["2017-12-02 06:30", "2017-12-02 09:59", "2017-12-02 20:00"], utc=True)})
        >>> late_nights(views, pd.DataFrame({"viewer_id": [1], "time_zone": ["America/Chicago"]})).to_dict()
        {1: 1}
    """
    nights = []
    for zone, people in viewers.groupby("time_zone")["viewer_id"]:
        in_zone = views[views["viewer_id"].isin(people)]
        late = in_zone["started_at"].dt.tz_convert(str(zone)).dt.hour < MORNING
        nights.append(in_zone.loc[late, ["viewer_id", "day"]].drop_duplicates())
    return pd.concat(nights)["viewer_id"].value_counts()


def in_words(nights: pd.Series) -> pd.Series:
    """Put numbers of late nights into the words of the extract, an ordered category.

    Examples:
        >>> in_words(pd.Series([0, 2, 3, 60])).tolist()
        ['hardly ever', 'hardly ever', 'now and then', 'every week']
    """
    edges = [*LATE_NIGHTS.values(), np.inf]
    return pd.cut(nights, edges, right=False, labels=list(LATE_NIGHTS), ordered=True)


def favourite_genres(views: pd.DataFrame, titles: pd.DataFrame) -> pd.Series:
    """Return the genre that each viewer watched longest; of equals, the first in the alphabet.

    Examples:
        >>> views = pd.DataFrame({"viewer_id": [1, 1, 2], "title_id": [7, 8, 8], "minutes_watched": [90, 20, 50]})
        >>> favourite_genres(views, pd.DataFrame({"title_id": [7, 8], "genre": ["drama", "crime"]})).to_dict()
        {1: 'drama', 2: 'crime'}
    """
    genre = views["title_id"].map(titles.set_index("title_id")["genre"])
    minutes = views["minutes_watched"].groupby([views["viewer_id"], genre]).sum().unstack(fill_value=0)
    return minutes.idxmax(axis="columns")


def who_is_who(register_truth: pd.DataFrame, key: pd.DataFrame) -> pd.DataFrame:
    """Return the true row of each entry of a register: for scoring only.

    Args:
        register_truth: ``target`` (register_id), ``answer`` (viewer_id, missing for somebody who is no viewer).
        key: ``row_id``, ``viewer_id``.

    Returns:
        ``target`` (register_id), ``answer`` (row_id, missing for somebody who is not in the extract).

    Examples:
        >>> register = pd.DataFrame({"target": [1, 2, 3], "answer": pd.array([70, 80, None], dtype="Int64")})
        >>> who_is_who(register, pd.DataFrame({"row_id": [5], "viewer_id": [70]}))["answer"].tolist()
        [5, <NA>, <NA>]
    """
    row_of = key.astype("Int64").set_index("viewer_id")["row_id"]
    return register_truth[["target"]].assign(answer=register_truth["answer"].map(row_of).astype("Int64"))


def facts_behind(
    register_truth: pd.DataFrame, rows: pd.DataFrame, key: pd.DataFrame, *, fact: str = FACT
) -> pd.DataFrame:
    """Return the true fact of everybody in a register who is in an extract: for scoring only.

    Args:
        register_truth: ``target`` (register_id), ``answer`` (viewer_id, missing for somebody who is no viewer).
        rows: the extract as collected: ``row_id`` and the fact.
        key: ``row_id``, ``viewer_id``.
        fact: the column.

    Returns:
        ``target`` (register_id), ``answer`` (the fact, text); only those who are in the extract.

    Examples:
        >>> register = pd.DataFrame({"target": [1, 2], "answer": pd.array([70, None], dtype="Int64")})
        >>> rows, key = pd.DataFrame({"row_id": [5], "ill": ["no"]}), pd.DataFrame({"row_id": [5], "viewer_id": [70]})
        >>> facts_behind(register, rows, key, fact="ill").values.tolist()
        [[1, 'no']]
    """
    members = who_is_who(register_truth, key).dropna().reset_index(drop=True)
    return members.assign(answer=members["answer"].map(rows.set_index("row_id")[fact].astype("str")))
