"""Right or wrong, leak or inference: the one place of this lesson that holds guesses beside the truth."""

from dataclasses import dataclass

import pandas as pd

from disclosure.measures.counterfactual import Counterfactual, with_and_without
from disclosure.measures.risk import Risk, score

HERS, NOT_HERS, OLDER = "watched", "not watched", "watched earlier"
"""What a claimed title is to its target."""


def judged(guesses: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Say of each claimed title whether its target has watched it.

    Args:
        guesses: one row per target; the claims are titles (see `lessons.recommendations.attack.from_lists`).
        rows: who has watched what: ``viewer_id``, ``title_id``.

    Returns:
        The guesses, with ``title_id`` (the claimed title) and the claim ``"watched"`` or ``"not watched"``.
    """
    watched = rows.loc[rows["viewer_id"].isin(guesses["target"]), ["viewer_id", "title_id"]]
    claimed = pd.MultiIndex.from_arrays([guesses["target"], guesses["claim"].fillna(-1).astype("int64")])
    is_theirs = claimed.isin(pd.MultiIndex.from_frame(watched))
    words = pd.Series(is_theirs, guesses.index).map({True: HERS, False: NOT_HERS})
    return guesses.assign(title_id=guesses["claim"], claim=words.where(guesses["declared"]))


def everybody(guesses: pd.DataFrame) -> pd.DataFrame:
    """What would be right of each target: that the claimed title was watched."""
    return pd.DataFrame({"target": guesses["target"], "answer": HERS})


def by_reach(guesses: pd.DataFrame, rows: pd.DataFrame) -> float:
    """How many of the same claims would be right if each were about anybody: the sum of the titles' shares of viewers.

    This is the blind guess: somebody who names the same titles, of targets drawn by lot.
    """
    share = rows["title_id"].value_counts() / rows["viewer_id"].nunique()
    return float(guesses.loc[guesses["declared"], "claim"].map(share).fillna(0).sum())


@dataclass(frozen=True)
class BothTimes:
    """The same guesser about the same people, with each of them in the data and with her left out.

    Attributes:
        inside, outside: the outcomes (right, wrong, silent, blind).
        difference: of the shares that are right, with its 95 % interval.
        vanished: claims that are right with her and are no longer right without her.
    """

    inside: Risk
    outside: Risk
    difference: Counterfactual
    vanished: int


def both_times(with_her: pd.DataFrame, without_her: pd.DataFrame, rows: pd.DataFrame) -> BothTimes:
    """Score the same guesser twice against who has watched what.

    Args:
        with_her, without_her: guesses about the same targets, whose claims are titles.
        rows: who has really watched what.
    """
    judged_twice = [judged(guesses, rows) for guesses in (with_her, without_her)]
    truth = everybody(with_her)
    inside, outside = (
        score(each, truth, blind=by_reach(guesses, rows) / max(1, len(guesses)))
        for each, guesses in zip(judged_twice, (with_her, without_her), strict=True)
    )
    right = [set(each.loc[each["claim"].eq(HERS), "target"]) for each in judged_twice]
    return BothTimes(
        inside, outside, with_and_without(judged_twice[0], judged_twice[1], truth), len(right[0] - right[1])
    )
