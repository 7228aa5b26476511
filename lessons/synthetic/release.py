"""Who is in the survey: one row per viewer, with what a neighbour may know of her, and the genre she watches most."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

AGES: Final = {
    17: "under 18",
    24: "18 to 24",
    34: "25 to 34",
    44: "35 to 44",
    54: "45 to 54",
    64: "55 to 64",
    74: "65 to 74",
    200: "75 and over",
}
"""Age groups by their last year."""

WATCHES: Final = ("little", "some", "much")
SECRET: Final = "genre"
"""What nobody outside is told."""


def survey(views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame, *, n_titles: int = 6) -> pd.DataFrame:
    """Ask all viewers: who they are, how much they watch, whether they know the titles of the charts, and which genre.

    Args:
        views, viewers, titles: the frames of the world.
        n_titles: how many titles are asked for: those with the most viewers, as the charts have printed them.

    Returns:
        One row per viewer with views, labelled by ``viewer_id``; all columns categorical: ``sex``, ``age_group``,
        ``plan``, ``device``, ``watches`` (three groups of about the same size), one column per title (yes or no) and
        ``genre`` (the one she watched longest).
    """
    minutes = views.groupby("viewer_id")["minutes_watched"].sum()
    asked = viewers.set_index("viewer_id").loc[lambda frame: frame.index.isin(minutes.index)]
    minutes = minutes.reindex(asked.index)
    facts = asked[["sex", "plan", "device"]].astype("category")
    facts["age_group"] = pd.cut(asked["age"], [-1, *AGES], labels=list(AGES.values()))
    facts["watches"] = pd.Categorical(np.array(WATCHES)[_thirds(minutes)], WATCHES)
    genres = pd.Categorical(_longest(views, titles).reindex(asked.index), sorted(titles["genre"].unique()))
    order = ["sex", "age_group", "plan", "device", "watches"]
    return pd.concat([facts[order], _seen(views, titles, asked.index, n_titles)], axis=1).assign(**{SECRET: genres})


def two_halves(people: pd.DataFrame, *, seed: int = 53) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Divide people by lot into two halves: those in the data, and those who are not."""
    order = np.random.default_rng(seed).permutation(len(people))
    half = len(people) // 2
    return people.iloc[order[:half]], people.iloc[order[half : 2 * half]]


def public_tree(people: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """Write down what goes with what, as anybody would who has not seen the file: one who watches much knows more.

    Args:
        people: the file, for the names of its columns: the titles stand after ``watches``, ``genre`` stands last.

    Returns:
        (column, column drawn after it): ``watches`` before each title, ``genre`` before age, plan and device.
    """
    names = people.columns.to_list()
    titles = names[names.index("watches") + 1 : names.index(SECRET)]
    facts = ("age_group", "plan", "device")
    return (*(("watches", title) for title in titles), *((SECRET, fact) for fact in facts))


def known_of(people: pd.DataFrame) -> pd.DataFrame:
    """What a neighbour knows of each person: ``target`` (the label of the row), and all columns but ``SECRET``."""
    return people.drop(columns=SECRET).rename_axis("target").reset_index()


def answers_of(people: pd.DataFrame) -> pd.DataFrame:
    """What is true of each person: ``target`` (the label of the row) and ``answer``."""
    return pd.DataFrame({"target": people.index, "answer": people[SECRET].astype("str").to_numpy()})


def _thirds(minutes: pd.Series) -> np.ndarray:
    """The third in which each person stands by minutes watched: 0, 1 or 2; ties by the order of rows."""
    place = minutes.rank(method="first").to_numpy() - 1
    return (3 * place // len(minutes)).astype(np.int64)


def _longest(views: pd.DataFrame, titles: pd.DataFrame) -> pd.Series:
    """The genre that each viewer watched longest; of several, the first by name."""
    genre = views["title_id"].map(titles.set_index("title_id")["genre"])
    minutes = views["minutes_watched"].groupby([views["viewer_id"], genre]).sum().unstack(fill_value=0)
    return minutes.sort_index(axis="columns").idxmax(axis="columns")


def _seen(views: pd.DataFrame, titles: pd.DataFrame, people: pd.Index, n_titles: int) -> pd.DataFrame:
    """For each of the most watched titles, who has watched it: yes or no."""
    rows = views[["viewer_id", "title_id"]].drop_duplicates()
    most = rows["title_id"].value_counts().sort_index().nlargest(n_titles).index
    names: Sequence[str] = titles.set_index("title_id")["title"].reindex(most).tolist()
    seen = {
        name: pd.Categorical(
            np.where(people.isin(rows.loc[rows["title_id"] == title, "viewer_id"]), "yes", "no"), ["no", "yes"]
        )
        for name, title in zip(names, most, strict=True)
    }
    return pd.DataFrame(seen, people)
