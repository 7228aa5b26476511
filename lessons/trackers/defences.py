"""Noise on each answer of a desk: drawn afresh, by the words of the question, or by the set of people."""

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from statistics import NormalDist
from typing import Final

import numpy as np

from disclosure.rules import as_written
from disclosure.whole_numbers import positive_number
from lessons.trackers.conditions import Condition, People
from lessons.trackers.release import Desk

NORMAL: Final = NormalDist()


@dataclass(frozen=True, repr=False)
class Width:
    """How wide noise is: normal, and rounded to whole people. What each number hangs on says the noise itself.

    Args:
        sd: how far answers are off, in people (the standard deviation).
        seed: draws the noise; it is secret.

    Raises:
        ValueError: sd is no number above 0.
    """

    sd: float
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no noise."""
        positive_number("sd", self.sd, "choose a number above 0")


class FreshNoise(Width):
    """Add a new random number to each answer, whatever was asked before.

    Examples:
        >>> import pandas as pd
        >>> from lessons.trackers.conditions import Fact
        >>> desk = FreshNoise(sd=3)(Desk(pd.DataFrame({"sex": ["female"] * 40 + ["male"] * 60}), k=10))
        >>> len({desk.answer(Fact("sex", "female")) for _ in range(20)}) > 1
        True
    """

    def __call__(self, desk: Desk) -> Desk:
        """Return a desk that draws on from question to question."""
        rng = np.random.default_rng(self.seed)

        def told(count: int, condition: Condition, members: People) -> int:
            return count + round(rng.normal(0, self.sd))

        return replace(desk, change=told)


class NoiseByText(Width):
    """Add a number that depends on the words of the question: the same words, the same answer."""

    def __call__(self, desk: Desk) -> Desk:
        """Return a desk whose noise is made from the sentence."""

        def told(count: int, condition: Condition, members: People) -> int:
            return count + drawn(f"{self.seed} {condition}", self.sd)

        return replace(desk, change=told)


class NoiseBySet(Width):
    """Add a number that depends on who is counted: the same people, the same answer, in whichever words.

    Cell keys do the same with tables. (By people, not by words: "not men" gets the noise of "women".)
    """

    def __call__(self, desk: Desk) -> Desk:
        """Return a desk whose noise is made from the set of people."""

        def told(count: int, condition: Condition, members: People) -> int:
            return count + drawn(f"{self.seed} {members:x}", self.sd)

        return replace(desk, change=told)


Noise = FreshNoise | NoiseByText | NoiseBySet


def drawn(key: str, sd: float) -> int:
    """Return the noise of a key: rounded normal noise, always the same for the same key.

    Examples:
        >>> drawn("a", 3) == drawn("a", 3), len({drawn(f"{i}", 3) for i in range(20)}) > 1
        (True, True)
    """
    number = int.from_bytes(blake2b(key.encode(), digest_size=6).digest(), "big")
    return round(sd * NORMAL.inv_cdf((number + 0.5) / 2**48))
