"""How well did an attack do, and how well would a blind guess? The one place that sees guesses and truth."""

from dataclasses import asdict, dataclass
from math import sqrt

import pandas as pd

from disclosure.frames import GUESS, require


@dataclass(frozen=True)
class Risk:
    """The outcome of an attack, counted.

    Attributes:
        n: targets that were attacked.
        right: targets of whom the attacker declared the right answer.
        wrong: targets of whom she declared a wrong answer: people who stand wrongly accused.
        abstained: targets of whom she declared nothing.
        baseline: how many of the n a blind guess gets right on average.
        low, high: 95 % Wilson interval of the share ``right / n``.
    """

    n: int
    right: int
    wrong: int
    abstained: int
    baseline: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return the outcome as one line of text."""
        return (
            f"of {self.n}: {self.right} right, {self.wrong} wrongly accused, {self.abstained} abstained "
            f"(a blind guess: {self.baseline:.1f} right); share right {self.low:.0%} to {self.high:.0%}"
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row with the attributes as columns."""
        return pd.DataFrame([asdict(self)])


def score(guesses: pd.DataFrame, truth: pd.DataFrame, *, blind: float) -> Risk:
    """Count how many guesses are right, wrong and withheld.

    A target who is not in the data at all has a missing answer: whoever is declared there is wrongly accused.

    Args:
        guesses: one row per target, with ``target``, ``claim``, ``confidence`` (0 to 1) and ``declared`` (bool).
        truth: one row per target, with ``target`` and ``answer`` (missing where there is none).
        blind: the chance of a blind guess to be right about a target who has an answer, 0 to 1.

    Raises:
        ValueError: a target is guessed twice or is not in the truth, or ``blind`` is not a probability.

    Examples:
        >>> guesses = pd.DataFrame({"target": ["a", "b", "c"], "claim": [7, 8, None],
        ...                         "confidence": [1.0, 1.0, 0.0], "declared": [True, True, False]})
        >>> truth = pd.DataFrame({"target": ["a", "b", "c"], "answer": [7, 9, 5]})
        >>> print(score(guesses, truth, blind=1 / 53))
        of 3: 1 right, 1 wrongly accused, 1 abstained (a blind guess: 0.1 right); share right 6% to 79%
    """
    _refuse_unscorable(guesses, truth, blind)
    n, declared = len(guesses), guesses["declared"].astype(bool)
    answer = guesses["target"].map(truth.set_index("target")["answer"])
    is_right = (declared & answer.notna() & guesses["claim"].notna() & answer.eq(guesses["claim"])).fillna(False)
    right, accused = int(is_right.sum()), int(declared.sum())
    low, high = wilson_interval(right, n)
    return Risk(n, right, accused - right, n - accused, blind * int(answer.notna().sum()), low, high)


def wilson_interval(successes: int, n: int, *, z: float = 1.959964) -> tuple[float, float]:
    """Return the interval in which the true share plausibly lies, given ``successes`` out of ``n``.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).

    Args:
        successes: how often it happened, 0 to n.
        n: how often it could have happened.
        z: the quantile of the normal distribution; 1.96 gives 95 %.

    Examples:
        >>> low, high = wilson_interval(5, 10)
        >>> round(low, 3), round(high, 3)
        (0.237, 0.763)
        >>> wilson_interval(0, 0)
        (0.0, 1.0)
    """
    if n == 0:
        return 0.0, 1.0
    share, spread = successes / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _refuse_unscorable(guesses: pd.DataFrame, truth: pd.DataFrame, blind: float) -> None:
    """Say in a sentence why these guesses cannot be scored."""
    if not 0 <= blind <= 1:
        raise ValueError(f"blind is {blind}: it is a probability, from 0 to 1.")
    require(guesses, GUESS, "guesses")
    require(truth, ("target", "answer"), "truth")
    for name, frame in (("guesses", guesses), ("truth", truth)):
        if frame["target"].duplicated().any():
            twice = frame.loc[frame["target"].duplicated(), "target"].iloc[0]
            raise ValueError(f"{name} has target {twice!r} twice: one row per target, please.")
    strangers = guesses.loc[~guesses["target"].isin(truth["target"]), "target"]
    if len(strangers):
        raise ValueError(f"the truth knows no target {strangers.iloc[0]!r}: were these guesses made on another world?")
