"""Two ways to change answers: each by the same noise, however many there are, or all of them out of one budget."""

from dataclasses import dataclass, field, replace
from math import exp, sqrt

import numpy as np

from disclosure.defences.noise import noise
from disclosure.whole_numbers import positive_number
from lessons.reconstruction.subset_sums import Answers


@dataclass(frozen=True)
class SameForEach:
    """Change each answer by noise of the same size, drawn anew each time, and print a whole number.

    Args:
        spread: standard deviation of the noise (normally distributed), above 0.
        seed: the same seed, the same noise.

    Examples:
        >>> from lessons.reconstruction.subset_sums import ask
        >>> SameForEach(3.5)(ask(np.ones(100, dtype=bool), 2)).spread
        3.5
    """

    spread: float
    seed: int = field(default=53, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no spread."""
        positive_number("spread", self.spread, "choose a number above 0")

    def __call__(self, answers: Answers) -> Answers:
        """Return the answers as they are printed."""
        drawn = np.random.default_rng([self.seed, 1]).standard_normal(len(answers.printed))
        return replace(answers, printed=np.rint(answers.printed + self.spread * drawn), spread=self.spread)


@dataclass(frozen=True)
class OneBudget:
    """Change each answer so much that all answers together keep one promise: the more there are, the larger the noise.

    One person moves each answer by 1 at most. So each gets an equal part of epsilon (sequential composition of the
    two-sided geometric mechanism; see lesson 12).

    Args:
        epsilon: of all answers together, for one person, above 0.
        seed: the same seed, the same noise.

    Examples:
        >>> from lessons.reconstruction.subset_sums import ask
        >>> answers = ask(np.ones(100, dtype=bool), 50)
        >>> round(OneBudget(1.0)(answers).spread)
        71
    """

    epsilon: float
    seed: int = field(default=53, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no epsilon."""
        positive_number("epsilon", self.epsilon, "choose a number above 0")

    def __call__(self, answers: Answers) -> Answers:
        """Return the answers as they are printed: each has spent the same part of epsilon."""
        questions = len(answers.printed)
        each = self.epsilon / questions
        drawn = noise(each, 1, questions, np.random.default_rng([self.seed, 2]))
        return replace(answers, printed=answers.printed + drawn, spread=spread_of(each))


def spread_of(epsilon: float) -> float:
    """The standard deviation of two-sided geometric noise for one answer.

    Examples:
        >>> round(spread_of(0.02), 1)
        70.7
    """
    a = exp(-epsilon)
    return sqrt(2 * a) / (1 - a)
