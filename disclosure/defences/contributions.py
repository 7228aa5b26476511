"""Limit what one person adds to a table, so that noise can hide all of her at once."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from disclosure.frames import require_values
from disclosure.whole_numbers import whole_number


@dataclass(frozen=True)
class KeepAtMost:
    """Keep at most so many rows of each person, drawn by lot, before anything is counted.

    The rows are what the table counts: give one row per person and title, and she adds at most so many to all titles
    together. Her draw is hers alone: it does not hang on who else is there. The field says contribution bounding.

    Args:
        most: how many rows of each unit stay, at most.
        unit: the column that says whose row it is: ``"viewer_id"`` for a profile, ``"account_id"`` for an account.
        seed: the same seed, the same rows.

    Raises:
        ValueError: ``most`` is no whole number of 1 or more; or the rows have no such column, or a value is missing.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 1, 2], "title": list("ABCA")})
        >>> kept = KeepAtMost(2)(rows)
        >>> kept["viewer_id"].value_counts().to_dict(), kept["title"].isin(rows["title"]).all()
        ({1: 2, 2: 1}, np.True_)
    """

    most: int
    unit: str = "viewer_id"
    seed: int = field(default=53, repr=False)

    def __post_init__(self) -> None:
        """Refuse a limit that keeps nothing."""
        object.__setattr__(self, "most", whole_number("most", self.most, "choose 1 or more", least=1))

    def __call__(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows that stay, in their order."""
        require_values(rows, [self.unit], "the rows")
        lot = np.random.default_rng(self.seed).permutation(len(rows))
        place = rows[self.unit].iloc[lot].groupby(rows[self.unit].iloc[lot].to_numpy()).cumcount().to_numpy()
        return rows.iloc[np.sort(lot[place < self.most])]
