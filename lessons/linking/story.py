"""Whom the lesson follows: a woman whose reviews are like those of others, and who has opinions."""

from typing import Final

import pandas as pd

ADULT: Final = 18
EACH: Final = 3
"""How many titles she liked least and most, and never wrote about, so that her list tells something."""

WORST: Final = 2
"""With so many stars at most, she did not like a title."""

BEST: Final = 5
"""With so many, she liked it most."""

NEAR: Final = 1
"""How far from the median the number of her reviews that agree may lie."""


def some_reviews(
    reviews: pd.DataFrame, answers: pd.DataFrame, key: pd.Series, *, each: int = 8, seed: int = 53
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw some reviews of everybody who wrote that many, and say whose they are.

    Args:
        reviews: ``target``, ``title_id`` and whatever a review tells.
        answers: ``target`` and ``answer`` (a viewer, missing where the writer is none).
        key: the number in the log of each viewer.
        each: how many reviews of each.
        seed: of the draw.

    Returns:
        What is known (rows of ``reviews``), and the truth: ``target`` and ``answer`` (a number of the log).

    Examples:
        >>> reviews = pd.DataFrame({"target": ["bea", "bea", "dan"], "title_id": list("ABA")})
        >>> answers = pd.DataFrame({"target": ["bea", "dan"], "answer": [1001, 1002]})
        >>> known, truth = some_reviews(reviews, answers, pd.Series({1001: 7, 1002: 8}), each=2)
        >>> len(known), truth["answer"].tolist()
        (2, [7])
    """
    written = reviews.drop_duplicates(["target", "title_id"])
    enough = written[written.groupby("target")["title_id"].transform("size") >= each]
    known = enough.groupby("target").sample(each, random_state=seed)
    asked = answers[answers["target"].isin(known["target"])]
    return known, asked.assign(answer=asked["answer"].map(key).astype("Int64"))


def agreements(log: pd.DataFrame, known: pd.DataFrame, truth: pd.DataFrame) -> pd.Series:
    """Return in how many of their reviews people agree with their own records: title, stars and day all the same.

    Args:
        log: ``viewer_id``, ``title_id``, ``stars``, ``day``.
        known: ``target``, ``title_id``, ``stars``, ``day``.
        truth: ``target`` and ``answer``. Targets without an answer are left out.

    Returns:
        The number for each ``target``, 0 included.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [7, 7], "title_id": ["A", "B"], "stars": [4, 2], "day": [1, 2]})
        >>> known = pd.DataFrame({"target": "bea", "title_id": ["A", "B"], "stars": [4, 3], "day": [1, 2]})
        >>> agreements(log, known, pd.DataFrame({"target": ["bea"], "answer": [7]})).to_dict()
        {'bea': 1}
    """
    there = truth.dropna(subset="answer")
    own = known.merge(there[["target", "answer"]], on="target").rename(columns={"answer": "viewer_id"})
    same = own.merge(log, on=["viewer_id", "title_id", "stars", "day"])
    return same.groupby("target").size().reindex(there["target"], fill_value=0)


def never_written(log: pd.DataFrame, reviews: pd.DataFrame, truth: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the log about titles that their people never wrote about, each with its ``target``.

    Args:
        log: ``viewer_id``, ``title_id`` and whatever else.
        reviews: ``target``, ``title_id``: all public reviews.
        truth: ``target`` and ``answer`` (a ``viewer_id``).
    """
    own = log.merge(truth[["target", "answer"]].dropna(), left_on="viewer_id", right_on="answer")
    written = pd.MultiIndex.from_frame(reviews[["target", "title_id"]])
    return own[~pd.MultiIndex.from_frame(own[["target", "title_id"]]).isin(written)]


def women_to_follow(
    viewers: pd.DataFrame, private: pd.DataFrame, agreeing: pd.Series, truth: pd.DataFrame
) -> pd.DataFrame:
    """Choose grown women of whom one can tell a story: average reviews, and opinions that they kept to themselves.

    Args:
        viewers: ``handle``, ``sex``, ``age``.
        private: what `never_written` returns.
        agreeing: what `agreements` returns.
        truth: ``target`` and ``answer``.

    Returns:
        Their rows of ``truth``; all rows of it that have an answer, if nobody is such a woman.
    """
    women = viewers.loc[viewers["sex"].eq("female") & viewers["age"].ge(ADULT), "handle"]
    disliked = private[private["stars"] <= WORST].groupby("target").size().ge(EACH)
    liked = private[private["stars"] >= BEST].groupby("target").size().ge(EACH)
    telling = set(disliked.index[disliked]) & set(liked.index[liked])
    usual = set(agreeing.index[(agreeing - agreeing.median()).abs() <= NEAR])
    there = truth.dropna(subset="answer")
    chosen = there[there["target"].isin(telling & usual & set(women))]
    return chosen if len(chosen) else there


def extremes(private: pd.DataFrame, titles: pd.DataFrame, handle: str) -> pd.DataFrame:
    """Return what somebody liked least and most of all that she never wrote about.

    Args:
        private: what `never_written` returns.
        titles: ``title_id``, ``title``, ``genre``.
        handle: whose.
    """
    rows = private[private["target"] == handle].drop(columns="title", errors="ignore")
    told = rows.merge(titles[["title_id", "title", "genre"]], on="title_id").sort_values("stars", kind="stable")
    ends = pd.concat([told.head(EACH), told.tail(EACH)])
    return ends.assign(day=ends["day"].dt.date)[["title", "genre", "stars", "day"]]
