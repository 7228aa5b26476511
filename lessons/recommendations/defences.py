"""What a publisher can do before or after counting: use only some viewers, or add noise to all counts."""

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from disclosure.defences.noise import noise
from disclosure.whole_numbers import positive_number, whole_number
from lessons.recommendations.release import Together


@dataclass(frozen=True)
class DrawViewers:
    """Make lists from some of the viewers only, drawn by lot.

    Args:
        share: of all viewers, above 0 and at most 1.
        seed: the same seed, the same viewers.

    Raises:
        ValueError: the share is no such number.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 2, 3, 4], "title_id": [7, 8, 8, 8, 7]})
        >>> DrawViewers(0.5)(rows)["viewer_id"].nunique()
        2
    """

    share: float
    seed: int = field(default=53, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no share."""
        share = positive_number("share", self.share, "choose a number above 0, and at most 1")
        if share > 1:
            raise ValueError(f"share is {share:g}: choose a number above 0, and at most 1.")
        object.__setattr__(self, "share", share)

    def __call__(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of those who are drawn."""
        everybody = rows["viewer_id"].drop_duplicates().sort_values()
        drawn = everybody.sample(frac=self.share, random_state=self.seed)
        return rows[rows["viewer_id"].isin(drawn)]


@dataclass(frozen=True)
class NoisyTogether:
    """Add noise to all viewers in common, so much that it hides a viewer with so many titles.

    Differential privacy for a profile: somebody with t titles adds 1 to t counts of viewers and to t (t - 1) / 2 counts
    of two titles. For teaching, as the kit's other noise: whoever has the seed can draw it again.

    Args:
        epsilon: of all lists together, for one profile.
        titles: how many titles one profile has at most (see `disclosure.defences.KeepAtMost`).
        seed: the same seed, the same noise.

    Raises:
        ValueError: one of them is no such number.

    Examples:
        >>> NoisyTogether(epsilon=1.0, titles=20).sensitivity
        210
    """

    epsilon: float
    titles: int
    seed: int = field(default=53, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no amount of noise."""
        object.__setattr__(self, "epsilon", positive_number("epsilon", self.epsilon, "choose a number above 0"))
        object.__setattr__(self, "titles", whole_number("titles", self.titles, "choose 1 or more", least=1))

    @property
    def sensitivity(self) -> int:
        """By how much one profile changes all counts together, at most."""
        return self.titles * (self.titles + 1) // 2

    def __call__(self, together: Together) -> Together:
        """Return the counts with noise: each pair of titles has one count, in both of its places."""
        rng, size = np.random.default_rng(self.seed), together.both.shape
        drawn = np.triu(noise(self.epsilon, self.sensitivity, size, rng).astype(np.float32))
        return replace(together, both=together.both + drawn + np.triu(drawn, 1).T)
