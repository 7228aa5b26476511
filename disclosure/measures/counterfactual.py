"""With her and without her: what an attacker is right about, and would have been right about anyhow.

A guess that is right is a leak only if it would not have been right without the person's data. So the same guesser runs
twice: on data with the person and without her (paired), or on members and on control people who were never in the data
(two groups). Both differences come with an interval.
"""

from dataclasses import dataclass
from math import sqrt

import pandas as pd

from disclosure.frames import GUESS, require
from disclosure.measures.risk import Risk, score, wilson_interval

_Z = 1.959964
"""The quantile of the normal distribution for 95 %."""


@dataclass(frozen=True)
class Counterfactual:
    """The share of right guesses with a person's data and without them.

    Attributes:
        n: people with their data in.
        n_without: people without: the same ones, or control people.
        right: of the first, how many are told right.
        right_without: of the others, how many are told right all the same: inference, not leak.
        leak: the difference of the two shares.
        low, high: 95 % interval of this difference.
        told: what is told of them, in a word; "right" where each person has an answer of her own.
    """

    n: int
    n_without: int
    right: int
    right_without: int
    leak: float
    low: float
    high: float
    told: str = "right"

    def __str__(self) -> str:
        """Return both shares and the difference as one line of text."""
        return (
            f"with their data {self.right:,} of {self.n:,} {self.told}, "
            f"without {self.right_without:,} of {self.n_without:,}: "
            f"a difference of {self.leak:+.0%} ({self.low:+.0%} to {self.high:+.0%})"
        )


def with_and_without(with_her: pd.DataFrame, without_her: pd.DataFrame, truth: pd.DataFrame) -> Counterfactual:
    """Compare guesses about the same people, once from data with each of them and once from data without her.

    The interval is Newcombe's for paired shares (Statistics in Medicine 17:2635-2650, 1998, method 10).

    Args:
        with_her, without_her: one row per target (see `disclosure.frames.guesses`), the same targets in both.
        truth: one row per target, with ``target`` and ``answer``.

    Raises:
        ValueError: the targets differ; or as in `disclosure.measures.score`.

    Examples:
        >>> from disclosure.frames import guesses
        >>> people, truth = list("abcd"), pd.DataFrame({"target": list("abcd"), "answer": [1, 1, 1, 1]})
        >>> seen = guesses(people, [1, 1, 1, 0], [1.0] * 4, [True] * 4)
        >>> unseen = guesses(people, [1, 0, 0, 0], [1.0] * 4, [True] * 4)
        >>> print(with_and_without(seen, unseen, truth))
        with their data 3 of 4 right, without 1 of 4: a difference of +50% (-14% to +79%)
    """
    require(with_her, GUESS, "with_her")
    require(without_her, GUESS, "without_her")
    if set(with_her["target"]) != set(without_her["target"]):
        raise ValueError("the guesses with and without are about different people: ask about the same ones.")
    one, other = score(with_her, truth, blind=0), score(without_her, truth, blind=0)
    is_right = [_right(guesses, truth) for guesses in (with_her, without_her)]
    both = int((is_right[0] & is_right[1].reindex(is_right[0].index)).sum())
    low, high = paired_interval(both, one.right - both, other.right - both, one.n)
    return Counterfactual(one.n, other.n, one.right, other.right, (one.right - other.right) / max(1, one.n), low, high)


def against_control(members: Risk, control: Risk) -> Counterfactual:
    """Compare guesses about members with the same guesser's guesses about control people, who were never in the data.

    The interval is Newcombe's for two groups (Statistics in Medicine 17:873-890, 1998, method 10).

    Args:
        members: the outcome about people in the data (see `disclosure.measures.score`).
        control: the outcome about people who are not.

    Examples:
        >>> members, control = Risk(100, 48, 12, 40, 5.0, 0.38, 0.58), Risk(100, 11, 36, 53, 5.0, 0.06, 0.19)
        >>> print(against_control(members, control))
        with their data 48 of 100 right, without 11 of 100: a difference of +37% (+25% to +48%)
    """
    low, high = difference_interval(members.right, members.n, control.right, control.n)
    leak = members.right / max(1, members.n) - control.right / max(1, control.n)
    return Counterfactual(members.n, control.n, members.right, control.right, leak, low, high)


def told_of(members: pd.DataFrame, control: pd.DataFrame, claim: str) -> Counterfactual:
    """Count of how many members a guesser says something, and of how many control people, of whom it is not true.

    The difference of the two shares is the guesser's advantage; of somebody who draws lots it is 0.

    Args:
        members: one row per person of whom it is true (see `disclosure.frames.guesses`).
        control: one row per person of whom it is not.
        claim: what is said, such as ``"in"``.

    Examples:
        >>> from disclosure.frames import guesses
        >>> members = guesses(list("abcd"), ["in", "in", "in", None], [0.9] * 4, [True, True, True, False])
        >>> control = guesses(list("efgh"), ["in", None, None, None], [0.9] * 4, [True, False, False, False])
        >>> print(told_of(members, control, "in"))
        with their data 3 of 4 in, without 1 of 4: a difference of +50% (-14% to +79%)
    """
    for name, guesses in (("members", members), ("control", control)):
        require(guesses, GUESS, name)
    claims, claims_of_control = (int((each["declared"] & each["claim"].eq(claim)).sum()) for each in (members, control))
    low, high = difference_interval(claims, len(members), claims_of_control, len(control))
    leak = claims / max(1, len(members)) - claims_of_control / max(1, len(control))
    return Counterfactual(len(members), len(control), claims, claims_of_control, leak, low, high, claim)


def difference_interval(right: int, n: int, right_without: int, n_without: int) -> tuple[float, float]:
    """Return the 95 % interval of the difference of two shares, right / n and right_without / n_without, of two groups.

    Examples:
        >>> low, high = difference_interval(56, 70, 48, 80)  # the first example of Newcombe's paper
        >>> round(low, 4), round(high, 4)
        (0.0524, 0.3339)
    """
    return _combined(right, n, right_without, n_without, correlation=0.0)


def paired_interval(both: int, only_with: int, only_without: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval of the difference of two shares of the same n people.

    Args:
        both: people who are told right with their data and without.
        only_with, only_without: people who are told right only with, and only without.
        n: all people.

    Examples:
        >>> low, high = paired_interval(36, 12, 2, 54)
        >>> 0.05 < low < 10 / 54 < high < 0.32
        True
    """
    neither = n - both - only_with - only_without
    right, right_without = both + only_with, both + only_without
    product = right * (n - right) * right_without * (n - right_without)
    agreement = both * neither - only_with * only_without
    corrected = max(agreement - n / 2, 0) if agreement > 0 else agreement
    correlation = corrected / sqrt(product) if product else 0.0
    return _combined(right, n, right_without, n, correlation)


def _combined(right: int, n: int, right_without: int, n_without: int, correlation: float) -> tuple[float, float]:
    """Put the Wilson intervals of two shares together; nothing is known of a group without people."""
    if not n or not n_without:
        return -1.0, 1.0
    share, share_without = right / n, right_without / n_without
    low, high = wilson_interval(right, n, z=_Z)
    low_without, high_without = wilson_interval(right_without, n_without, z=_Z)
    below, above = share - low, high - share
    below_without, above_without = share_without - low_without, high_without - share_without
    down = below**2 - 2 * correlation * below * above_without + above_without**2
    up = above**2 - 2 * correlation * above * below_without + below_without**2
    difference = share - share_without
    return max(-1.0, difference - sqrt(max(0.0, down))), min(1.0, difference + sqrt(max(0.0, up)))


def _right(guesses: pd.DataFrame, truth: pd.DataFrame) -> pd.Series:
    """Whether each target is told right, by target."""
    answer = guesses["target"].map(truth.set_index("target")["answer"])
    right = guesses["declared"].astype(bool) & guesses["claim"].notna() & answer.notna() & answer.eq(guesses["claim"])
    return right.fillna(False).set_axis(guesses["target"]).astype(bool)
