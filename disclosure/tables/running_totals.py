"""What people watch first: a running total that comes out again and again, a count of members, and who is new."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from disclosure.labels import as_text
from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Publication, Publications, days_of

STAFF: Final = "staff"
"""The people who work for the service, as a group that publications leave out."""


def beginnings(views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame) -> pd.DataFrame:
    """Find the genre of the first title that each viewer has in the log, and the day on which she began it.

    What somebody watched first never changes, so running totals of it only grow.

    Args:
        views: the viewing log, with ``viewer_id``, ``title_id``, ``started_at`` and ``day`` (the viewer's local date).
        viewers: the people to count, with ``viewer_id``, ``region``, ``staff`` and ``left_on``.
        titles: the catalogue, with ``title_id`` and ``genre``.

    Returns:
        One row per viewer who is in the log: ``viewer_id``, ``genre``, ``region`` (categories, the largest first),
        ``began_on``, ``left_on`` (NaT: still there), ``staff`` (bool).

    Examples:
        >>> views = pd.DataFrame({"viewer_id": [1, 1, 2], "title_id": [8, 7, 7],
        ...                       "started_at": pd.to_datetime(["2017-12-02", "2017-12-01", "2017-12-03"], utc=True)})
        >>> views["day"] = views["started_at"].dt.tz_localize(None)
        >>> viewers = pd.DataFrame({"viewer_id": [1, 2], "region": "north", "staff": False, "left_on": pd.NaT})
        >>> titles = pd.DataFrame({"title_id": [7, 8], "genre": ["crime", "music"]})
        >>> beginnings(views, viewers, titles)[["viewer_id", "genre", "began_on"]]
           viewer_id  genre   began_on
        0          1  crime 2017-12-01
        1          2  crime 2017-12-03
    """
    counted = views[views["viewer_id"].isin(viewers["viewer_id"])]
    first = counted.loc[counted.groupby("viewer_id")["started_at"].idxmin()].rename(columns={"day": "began_on"})
    people = first[["viewer_id", "title_id", "began_on"]].merge(titles[["title_id", "genre"]])
    people = people.merge(viewers[["viewer_id", "region", "staff", "left_on"]]).sort_values("viewer_id")
    largest_first = {name: people[name].value_counts().index for name in ("genre", "region")}
    people = people.assign(**{name: pd.Categorical(people[name], order) for name, order in largest_first.items()})
    return people[["viewer_id", "genre", "region", "began_on", "left_on", "staff"]].reset_index(drop=True)


def running_totals(people: pd.DataFrame, *, by: Sequence[str], days: Sequence[pd.Timestamp]) -> tuple[Publication, ...]:
    """Count everybody who has begun so far, on one day after another. Nobody ever leaves such a count.

    Args:
        people: one row per person, with the columns named in ``by`` and ``began_on``.
        by: the dimensions of the tables. No totals are printed.
        days: when the tables come out, the earliest first.

    Returns:
        One publication per day, called by its day.

    Examples:
        >>> began_on = pd.to_datetime(["2017-12-01", "2017-12-06"])
        >>> people = pd.DataFrame({"genre": ["crime", "crime"], "began_on": began_on})
        >>> two = running_totals(people, by=["genre"], days=pd.to_datetime(["2017-12-04", "2017-12-11"]))
        >>> [(publication.name, int(publication.table.cells["count"].iloc[0])) for publication in two]
        [('4 December 2017', 1), ('11 December 2017', 2)]
    """
    return _on(people, by, days, np.full(len(people), np.datetime64("NaT", "s")), people_leave=False)


def members(people: pd.DataFrame, *, by: Sequence[str], days: Sequence[pd.Timestamp]) -> tuple[Publication, ...]:
    """Count those who are there on one day after another: whoever has begun, and has not left.

    Args:
        people: as in `running_totals`, with ``left_on`` (the last day; NaT: still there).
        by, days: as in `running_totals`.

    Examples:
        >>> people = pd.DataFrame({"genre": pd.Categorical(["crime"]), "began_on": pd.to_datetime(["2017-12-01"]),
        ...                        "left_on": pd.to_datetime(["2017-12-06"])})
        >>> two = members(people, by=["genre"], days=pd.to_datetime(["2017-12-04", "2017-12-11"]))
        >>> [int(publication.table.cells["count"].iloc[0]) for publication in two]
        [1, 0]
    """
    return _on(people, by, days, people["left_on"].to_numpy(dtype="datetime64[s]"), people_leave=True)


def newcomers(people: pd.DataFrame, weekly: Publications, *, wanted: str) -> pd.DataFrame:
    """Find who began after the first release and by the last one.

    Args:
        people: one row per person: ``viewer_id``, ``began_on`` and the table's dimensions.
        weekly: the same table week after week, the earliest first.
        wanted: the dimension whose label the neighbours want.

    Returns:
        One row per newcomer: ``target``, ``day``, ``answer`` (the wanted label) and the other labels. Without
        ``answer``, it is what the neighbours know.
    """
    labels = people[list(weekly[0].table.by)].apply(as_text).rename(columns={wanted: "answer"})
    everybody = labels.assign(target=people["viewer_id"], day=people["began_on"])
    days = days_of(weekly)
    return everybody[(everybody["day"] > days[0]) & (everybody["day"] <= days[-1])].reset_index(drop=True)


def _on(
    people: pd.DataFrame, by: Sequence[str], days: Sequence[pd.Timestamp], left_on: np.ndarray, *, people_leave: bool
) -> tuple[Publication, ...]:
    """One publication per day: counted is who has begun by then and has not left before."""
    table = count_table(people, by=by, totals=False)
    index = pd.MultiIndex.from_frame(table.cells[list(table.by)]).get_indexer(
        pd.MultiIndex.from_frame(pd.DataFrame({name: as_text(people[name]) for name in table.by}))
    )
    began_on = people["began_on"].to_numpy(dtype="datetime64[s]")
    found = []
    for day in map(pd.Timestamp, days):
        there = (began_on <= np.datetime64(day, "s")) & ~(left_on < np.datetime64(day, "s"))
        counts = pd.array(np.bincount(index[there], minlength=len(table.cells)), dtype="Int64")
        on_the_day = replace(table, cells=table.cells.assign(count=counts))
        found.append(Publication(f"{day.day} {day:%B %Y}", on_the_day, day, people_leave=people_leave))
    return tuple(found)
