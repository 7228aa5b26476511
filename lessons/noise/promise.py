"""What epsilon promises, in shares of right guesses; and what a measured attack proves about epsilon."""

from math import exp, log
from typing import Final

LEVEL: Final = 0.95
"""How sure a bound from below is: that of all intervals in these lessons."""


def at_most(epsilon: float, before: float = 0.5) -> float:
    """Return how often somebody can be right at most, in the long run, who guesses whether one unit is in a release.

    The odds after the release are at most the odds before times e to the epsilon (Dwork, McSherry, Nissim & Smith 2006,
    in words of odds). With even odds this is e^epsilon / (1 + e^epsilon).

    Args:
        epsilon: the promise about this unit.
        before: how likely it is that she is in, to whoever has not seen the release.

    Returns:
        The largest share of right guesses. Where nearly everybody is in, or out, a blind guess alone is above the
        promise for even odds: the promise is about odds.

    Examples:
        >>> round(at_most(1.0), 3), round(at_most(0.0, before=0.9), 3), round(at_most(1.0, before=0.9), 3)
        (0.731, 0.9, 0.961)
    """
    odds = max(before, 1 - before) / min(before, 1 - before) * exp(min(epsilon, 700))
    return odds / (1 + odds)


def long_run(epsilon: float, sensitivity: int, counts: int) -> float:
    """Return how often Ada is right in the long run, who knows everybody else and the counts to which Bea would add 1.

    Each count speaks for or against Bea with the same strength, and rightly with chance 1 / (1 + a) with
    a = exp(-epsilon / sensitivity); she goes by the majority, and tosses a coin where both are equal. Bea is in as
    often as out.

    Args:
        epsilon, sensitivity: the noise.
        counts: how many counts Bea would add 1 to, at least 1.

    Examples:
        >>> round(long_run(1.0, 1, counts=1), 3), round(long_run(1.0, 20, counts=20), 3)
        (0.731, 0.544)
    """
    from scipy.stats import binom

    right = 1 / (1 + exp(-epsilon / sensitivity))
    more = float(binom.sf(counts // 2, counts, right))
    tie = float(binom.pmf(counts // 2, counts, right)) if counts % 2 == 0 else 0.0
    return more + tie / 2


def epsilon_at_least(right: int, n: int) -> float:
    """Return the smallest epsilon with which such an attack is plausible: a bound from below, from what was measured.

    The share right is at least the one-sided Clopper-Pearson limit (Biometrika 26, 1934), and the promise holds for it.

    Args:
        right: right guesses.
        n: all guesses, with as many in as out.

    Examples:
        >>> round(epsilon_at_least(73_106, 100_000), 2), epsilon_at_least(50, 100)
        (0.99, 0.0)
    """
    from scipy.stats import beta

    low = float(beta.ppf(1 - LEVEL, right, n - right + 1)) if right else 0.0
    if low >= 1:
        return float("inf")
    return max(0.0, log(low / (1 - low))) if low > 0 else 0.0
