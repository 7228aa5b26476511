"""Rounding: what readers do with numbers that were all changed a little.

She has a table, or a desk that answers, and knows how counts are changed, but no key. She wants the true count of a
cell: she asks for it in many other ways (`ask_differently`). Or she wants to know where her neighbour is: she looks
which numbers have changed (`disclosure.attacks.changed`, `disclosure.attacks.guess_newcomers`). Or she looks for the
only person who is like Bea, not knowing that households were swapped (`find_the_only_one`).
"""

from collections.abc import Sequence

import pandas as pd

from disclosure.attacks.averaging import average, two_way_splits
from disclosure.frames import guesses
from lessons.rounding.release import TableBuilder


def ask_differently(
    builder: TableBuilder, by: Sequence[str], cells: pd.DataFrame, *, other: str, seed: int = 53
) -> pd.DataFrame:
    """Ask for each cell as the sum of its two halves, for every way to split the labels of another column.

    Args:
        builder: the desk.
        by: the columns that make a cell.
        cells: one row per cell: its labels in these columns.
        other: the column whose labels are sorted into two heaps.
        seed: draws the order in which the splits are asked.

    Returns:
        One row per cell and split, in the order of asking, as in `disclosure.attacks.average`: ``target``, ``sum``,
        ``asked``, ``estimate``.
    """
    splits = two_way_splits(list(builder.people[other].cat.categories), seed=seed)
    return average(builder.halves(by, cells, other, splits))


def find_the_only_one(released: pd.DataFrame, known: pd.DataFrame, *, wanted: str) -> pd.DataFrame:
    """Look for the only row that is like somebody, and take its label for hers.

    Args:
        released: one row per person, as counted: the known columns and ``wanted``. A table by all of these tells as
            much of everybody who stands alone in it.
        known: one row per target: ``target`` and what the neighbour knows of her.
        wanted: the column whose label the neighbour wants.

    Returns:
        Guesses, one row per target; declared where exactly one row is like her.

    Examples:
        >>> released = pd.DataFrame({"region": ["N", "S", "S"], "genre": ["drama", "crime", "music"]})
        >>> find_the_only_one(released, pd.DataFrame({"target": ["Bea"], "region": ["N"]}), wanted="genre")
          target  claim  confidence  declared
        0    Bea  drama         1.0      True
    """
    columns = [name for name in known if name != "target"]
    like = released.groupby(columns, observed=True)[wanted].agg(["size", "first"]).reset_index()
    seen = known.merge(like, on=columns, how="left")
    only = seen["size"].eq(1)
    return guesses(seen["target"], seen["first"].astype("object"), only.astype(float), only)
