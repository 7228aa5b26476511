"""Noise on each answer of a desk: drawn afresh, by the words of the question, or by the set of people."""

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from statistics import NormalDist
from typing import Final

import numpy as np

from disclosure.rules import as_written
from disclosure.whole_numbers import positive_number
from lessons.trackers.release import Condition, Desk, People

NORMAL: Final = NormalDist()


@dataclass(frozen=True, repr=False)
class FreshNoise:
    """Add a new random number to each answer, whatever was asked before.

    Args:
        sd: how far answers are off, in people: the standard deviation of the normal noise, which is then rounded.
        seed: draws the noise; the desk draws on from question to question.

    Examples:
        >>> import pandas as pd
        >>> from lessons.trackers.release import Fact
        >>> desk = FreshNoise(sd=3)(Desk(pd.DataFrame({"sex": ["female"] * 40 + ["male"] * 60}), k=10))
        >>> len({desk.answer(Fact("sex", "female")) for _ in range(20)}) > 1
        True
    """

    sd: float
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no noise."""
        positive_number("sd", self.sd, "choose a number above 0")

    def __call__(self, desk: Desk) -> Desk:
        """Return a desk whose answers carry noise."""
        rng = np.random.default_rng(self.seed)

        def told(count: int, condition: Condition, members: People) -> int:
            return count + round(rng.normal(0, self.sd))

        return replace(desk, change=told)


@dataclass(frozen=True, repr=False)
class NoiseByText:
    """Add a number that hangs on the words of the question: the same words, the same answer.

    Args:
        sd, seed: as for `FreshNoise`; the seed is secret.
    """

    sd: float
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no noise."""
        positive_number("sd", self.sd, "choose a number above 0")

    def __call__(self, desk: Desk) -> Desk:
        """Return a desk whose answers carry noise."""

        def told(count: int, condition: Condition, members: People) -> int:
            return count + _drawn(f"{self.seed} {condition}".encode(), self.sd)

        return replace(desk, change=told)


@dataclass(frozen=True, repr=False)
class NoiseBySet:
    """Add a number that hangs on who is counted: the same people, the same answer, in whichever words.

    Cell keys do the same with tables. (By people, not by words: "not men" gets the noise of "women".)

    Args:
        sd, seed: as for `FreshNoise`; the seed is secret.
    """

    sd: float
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no noise."""
        positive_number("sd", self.sd, "choose a number above 0")

    def __call__(self, desk: Desk) -> Desk:
        """Return a desk whose answers carry noise."""

        def told(count: int, condition: Condition, members: People) -> int:
            return count + _drawn(f"{self.seed} {members:x}".encode(), self.sd)

        return replace(desk, change=told)


Noise = FreshNoise | NoiseByText | NoiseBySet


def _drawn(key: bytes, sd: float) -> int:
    """The noise of one key: rounded normal noise, always the same for the same key."""
    number = int.from_bytes(blake2b(key, digest_size=7).digest(), "big")
    return round(sd * NORMAL.inv_cdf((number + 0.5) / 2**56))
