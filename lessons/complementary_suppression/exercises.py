"""Exercises on complementary suppression: find lines that give a cell back, cover one, and count who pays."""

from typing import Final

import numpy as np
import pandas as pd

from teaching.checks import Arguments
from teaching.exercise import Exercise

LINES_TASK: Final = """
**Which rows give a cell back?** `printed` is a printed table: one row per film, one column per region and one for the
`total`; hidden counts are `pd.NA`. Complete `my_unprotected_lines(printed)`, which returns the *set* of the films whose
row has exactly one hidden cell.
"""

COVER_TASK: Final = """
**Cover a line.** `line` holds the counts of one film in some regions (no total), hidden ones as `pd.NA`. Complete
`my_cover(line)`: if exactly *one* count is hidden, hide the smallest of the others as well; zeros are always printed.
Of several equally small ones, take the first. In all other cases return the line as it is.
"""

PRICE_TASK: Final = """
**Who pays?** `counts` is a column of counts, `printed` the same column as it is published, hidden ones as `pd.NA`.
Complete `my_price(counts, printed, threshold)`, which returns how many *people* stand in cells that are hidden although
their count is `threshold` or more.
"""


def unprotected_lines() -> Exercise:
    """Return the exercise that finds the rows with exactly one hidden cell."""
    return Exercise(
        LINES_TASK,
        name="complementary_suppression/unprotected-lines",
        minutes=6,
        reference=rows_with_one_hidden,
        make_case=_small_print,
        hints=[
            "How many counts are hidden in each row? The total is a cell of the row like the others.",
            "`printed.isna()` is True where a count is hidden; `.sum(axis='columns')` counts the Trues of each row.",
            "`hidden = printed.isna().sum(axis='columns')`, then `set(printed.index[hidden == 1])`",
        ],
    )


def cover_a_line() -> Exercise:
    """Return the exercise that hides a second cell in a line with one."""
    return Exercise(
        COVER_TASK,
        name="complementary_suppression/cover-a-line",
        minutes=8,
        reference=covered,
        make_case=_small_line,
        hints=[
            "First decide whether there is anything to do. Then: which counts may be hidden at all?",
            "`line[line > 0]` leaves out zeros and what is hidden. `.idxmin()` gives the label of the smallest.",
            "`line.mask(line.index == line[line > 0].idxmin())`, if `line.isna().sum() == 1`; else `line`.",
        ],
    )


def price_of_a_repair() -> Exercise:
    """Return the exercise that counts the people in complementary cells."""
    return Exercise(
        PRICE_TASK,
        name="complementary_suppression/price",
        minutes=5,
        reference=people_who_pay,
        make_case=_small_repair,
        hints=[
            "Two things must hold for a cell: it is hidden, and the rule alone would have printed it.",
            "`printed.isna()` and `counts >= threshold` are columns of True and False; `&` joins them.",
            "`counts[printed.isna() & (counts >= threshold)].sum()`",
        ],
    )


def rows_with_one_hidden(printed: pd.DataFrame) -> set[str]:
    """Return the labels of the rows in which exactly one count is missing."""
    hidden = printed.isna().sum(axis="columns")
    return set(printed.index[hidden == 1])


def covered(line: pd.Series) -> pd.Series:
    """Return the line with its smallest printed count hidden as well, if one is hidden already."""
    if line.isna().sum() != 1:
        return line
    return line.mask(line.index == line[line > 0].idxmin())


def people_who_pay(counts: pd.Series, printed: pd.Series, threshold: int) -> int:
    """Return the number of people in hidden cells that are not small."""
    return int(counts[printed.isna() & (counts >= threshold)].sum())


REGIONS: Final = ["north", "east", "south", "west"]


def _small_print(rng: np.random.Generator) -> Arguments:
    """A table of three films in three regions, in which some counts, and perhaps a total, are hidden."""
    films, regions = pd.Index(["A", "B", "C"], name="film"), REGIONS[:3]
    printed = pd.DataFrame(rng.integers(0, 20, (3, 3)), films, regions)
    printed = printed.assign(total=printed.sum(axis="columns")).astype("Int64")
    return {"printed": printed.mask(rng.random((3, 4)) < 0.35)}


def _small_line(rng: np.random.Generator) -> Arguments:
    """Four counts of which none, one or two are hidden; at least one that can be hidden is left."""
    counts = pd.Series([*rng.integers(0, 12, 3), 12], REGIONS, dtype="Int64", name="viewers")
    hidden = rng.permutation(3)[: int(rng.choice([0, 1, 1, 1, 2]))]
    counts.iloc[hidden] = pd.NA
    return {"line": counts}


def _small_repair(rng: np.random.Generator) -> Arguments:
    """Four counts around the threshold, small ones hidden, and some others as well."""
    threshold = int(rng.integers(3, 9))
    counts = [*rng.integers(0, threshold + 6, 3).tolist(), threshold]
    column = pd.Series(counts, REGIONS, dtype="Int64", name="viewers")
    small, also = column.between(1, threshold - 1), column.gt(0) & (rng.random(4) < 0.5)
    return {"counts": column, "printed": column.mask(small | also), "threshold": threshold}
