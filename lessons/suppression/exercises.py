"""Exercises of the lesson on suppression: hide small counts, and get one back by hand."""

from typing import Final

import numpy as np
import pandas as pd

from teaching.checks import Arguments
from teaching.exercise import Exercise

SUPPRESS_TASK: Final = """
**Write the rule.** Complete `my_suppress(counts, threshold)`. It gets a column of counts and returns it with every
count below the threshold replaced by `pd.NA`. Zeros are printed: they stay.
"""

SUBTRACT_TASK: Final = """
**Get one back.** `line` is one line of the printed table: the counts of some regions, one of them hidden, and their
total. Complete `my_hidden_count(line)`, which returns the hidden count. The total carries the label `total`.
"""


def suppress() -> Exercise:
    """Return the exercise that writes the threshold rule as a function."""
    return Exercise(
        SUPPRESS_TASK,
        name="suppression/write-the-rule",
        minutes=6,
        reference=hide_below,
        make_case=_small_counts,
        hints=[
            "May the threshold itself be printed? May a zero? Say aloud: publish no count *below* k, and print zeros.",
            "`counts.mask(condition)` puts a missing value wherever the condition holds. Which two things must hold?",
            "`counts.mask((counts > 0) & (counts < threshold))`",
        ],
    )


def get_one_back() -> Exercise:
    """Return the exercise that undoes the rule in a line with one hidden cell."""
    return Exercise(
        SUBTRACT_TASK,
        name="suppression/get-one-back",
        minutes=5,
        reference=hidden_count,
        make_case=_small_line,
        hints=[
            "What do the printed regions add up to? What is missing to the total?",
            "`line['total']` is the total. `line.drop('total')` are the regions, and `.sum()` skips what is missing.",
            "`line['total'] - line.drop('total').sum()`",
        ],
    )


def hide_below(counts: pd.Series, threshold: int) -> pd.Series:
    """Return the counts with 1 to threshold - 1 missing."""
    return counts.mask((counts > 0) & (counts < threshold))


def hidden_count(line: pd.Series) -> int:
    """Return the one count that is missing in a line."""
    return int(line["total"] - line.drop("total").sum())


def _small_counts(rng: np.random.Generator) -> Arguments:
    """A column of a few counts around the threshold, with the threshold itself among them."""
    threshold = int(rng.integers(3, 12))
    counts = [*rng.integers(0, threshold + 4, 3).tolist(), threshold]
    regions = ["north", "east", "south", "west"]
    return {"counts": pd.Series(counts, index=regions, dtype="Int64", name="viewers"), "threshold": threshold}


def _small_line(rng: np.random.Generator) -> Arguments:
    """A line of three regions and a total, one region hidden."""
    counts = rng.integers(1, 20, 3)
    line = pd.Series([*counts, counts.sum()], index=["north", "east", "south", "total"], dtype="Int64", name="viewers")
    line.iloc[int(rng.integers(0, 3))] = pd.NA
    return {"line": line}
