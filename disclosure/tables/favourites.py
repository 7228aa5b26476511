"""Every viewer at her favourite: one row per person, ready to be counted in a table."""

import pandas as pd


def favourites(
    views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame, *, days: pd.DatetimeIndex, n_titles: int
) -> pd.DataFrame:
    """Count each viewer once: at the one of the most popular titles that she watched longest in some days.

    Viewers who watched none of these titles are left out. Ties go to the title with the smaller number.

    Args:
        views: the viewing log, with ``viewer_id``, ``title_id``, ``day`` and ``minutes_watched``.
        viewers: the people to count, with ``viewer_id`` and ``region``.
        titles: the catalogue, with ``title_id`` and ``title``.
        days: the local dates that count.
        n_titles: how many titles, those with the most viewers among these people.

    Returns:
        One row per viewer: ``viewer_id``, ``title``, ``region``; both are categories, the largest first.

    Examples:
        >>> views = pd.DataFrame({"viewer_id": [1, 1, 2, 3], "title_id": [7, 8, 7, 8],
        ...                       "minutes_watched": [90, 10, 60, 50], "day": pd.to_datetime(["2017-12-01"] * 4)})
        >>> viewers = pd.DataFrame({"viewer_id": [1, 2, 3], "region": ["north", "north", "south"]})
        >>> titles = pd.DataFrame({"title_id": [7, 8], "title": ["A", "B"]})
        >>> favourites(views, viewers, titles, days=pd.date_range("2017-12-01", periods=1), n_titles=2)
           viewer_id title region
        0          1     A  north
        1          2     A  north
        2          3     B  south
    """
    counted = views[views["day"].isin(days) & views["viewer_id"].isin(viewers["viewer_id"])]
    minutes = counted.groupby(["viewer_id", "title_id"], as_index=False)["minutes_watched"].sum()
    popular = minutes["title_id"].value_counts().sort_index().nlargest(n_titles).index
    longest_first = minutes[minutes["title_id"].isin(popular)].sort_values(
        ["minutes_watched", "title_id"], ascending=[False, True]
    )
    favourite = longest_first.drop_duplicates("viewer_id").sort_values("viewer_id")
    people = favourite.merge(titles[["title_id", "title"]]).merge(viewers[["viewer_id", "region"]])
    largest_first = {name: people[name].value_counts().index for name in ("title", "region")}
    people = people.assign(**{name: pd.Categorical(people[name], order) for name, order in largest_first.items()})
    return people[["viewer_id", "title", "region"]]
