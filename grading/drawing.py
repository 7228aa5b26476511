"""What the cases of several sets are drawn from."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

REGIONS: Final = ("north", "east", "south", "west", "coast", "hills")
THRESHOLDS: Final = (4, 8)
"""Thresholds are drawn from here, the second left out."""


def threshold(rng: np.random.Generator) -> int:
    """A threshold, in people."""
    return int(rng.integers(*THRESHOLDS))


def column(counts: Sequence[int | None]) -> pd.Series:
    """Counts of the first regions, one each; None is missing."""
    return pd.Series(list(counts), index=list(REGIONS[: len(counts)]), dtype="Int64", name="viewers")


def with_total(counts: pd.Series, total: int) -> pd.Series:
    """A line of counts and their total."""
    return pd.concat([counts, pd.Series([total], index=["total"], dtype="Int64")]).rename(counts.name)


def several(rng: np.random.Generator, low: int, high: int, n: int) -> list[int]:
    """Some whole numbers from low to high - 1."""
    return [int(number) for number in rng.integers(low, high, n)]


def one_of(rng: np.random.Generator, things: Sequence[Any]) -> Any:
    """One thing out of several."""
    return things[int(rng.integers(len(things)))]


def rows_of(table: pd.DataFrame) -> dict[str, dict[str, int | None]]:
    """The counts of a table, row by row; None is missing.

    Examples:
        >>> rows_of(pd.DataFrame({"tv": [3, pd.NA]}, index=["Norway", "Peru"], dtype="Int64"))
        {'Norway': {'tv': 3}, 'Peru': {'tv': None}}
    """
    return {
        str(row): {
            str(name): None if pd.isna(count) else int(count) for name, count in zip(line.index, line, strict=True)
        }
        for row, line in table.iterrows()
    }
