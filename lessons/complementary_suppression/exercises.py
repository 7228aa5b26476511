"""Exercises on complementary suppression: find lines with one unknown, count who pays, and repair a new table."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import judged_by_hand
from disclosure.tables.count_table import CountTable
from disclosure.tables.from_counts import table_from_counts
from lessons.complementary_suppression import strings
from teaching.checks import Arguments
from teaching.decision import Decision, named_cells
from teaching.exercise import Exercise

LINES_TASK: Final = """
**Which rows have one unknown?** `printed` is a printed table: one row per film, one column per region and one for the
`total`; hidden counts are `pd.NA`. Complete `my_unprotected_lines(printed)`, which returns the *set* of the films whose
row has exactly one hidden cell: each of these gives it back. (Other rows may give cells back as well. That only the
audit tells.)
"""

WAYS_TASK: Final = """
**Which cells do you hide?** Cleo publishes how people come to work, by department, with all totals. The rule hides
counts of 1 to 4. Choose further cells, until no outsider gets one of the small counts back, not even one who has learnt
which of the hidden cells are small. No more than 60 people may stand in your further cells.

| | bike | bus | car | train | total |
|---|---:|---:|---:|---:|---:|
| Kitchen | *4* | 11 | 18 | 12 | 45 |
| Office | 8 | 21 | *1* | 25 | 55 |
| Store | *3* | 6 | 21 | 6 | 36 |
| Workshop | 14 | 20 | 12 | 15 | 61 |
| total | 29 | 58 | 52 | 58 | 197 |

You see the small counts (in italics), as Cleo does. Write a list of cells, such as `[("Kitchen", "bus"), ("Store",
"total")]`. Say of each what would fall if it were printed.
"""

MOST_PEOPLE: Final = 60
"""How many people may lose their count beyond the rule."""

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


def hide_ways() -> Decision:
    """Return the task that asks which cells of a new table to hide."""
    return Decision(
        WAYS_TASK,
        minutes=6,
        judge=judge_of_ways,
        one_way=cover_by_car,
        hints=[
            "Start with the cell that is alone in its row *and* in its column. Which rectangle covers it?",
            "Two small counts stand in one column already, so that column covers itself. Their rows do not.",
            "Three further cells are enough: one in the row of each small count, two of them in one column.",
        ],
        name="complementary_suppression/hide-ways",
    )


def ways_to_work() -> CountTable:
    """Return the table of the task: departments by ways to come to work, in people."""
    departments = pd.Index(["Kitchen", "Office", "Store", "Workshop"], name="department")
    ways = pd.Index(["bike", "bus", "car", "train"], name="way")
    counts = [[4, 11, 18, 12], [8, 21, 1, 25], [3, 6, 21, 6], [14, 20, 12, 15]]
    return table_from_counts(pd.DataFrame(counts, departments, ways))


def judge_of_ways(answer: object) -> str:
    """Say what is wrong with a choice of cells; nothing, if it holds at the price."""
    table = ways_to_work()
    judged = judged_by_hand(table, named_cells(answer, ("Kitchen", "bus"), table.cell_names), SuppressComplementary(5))
    if judged.leaks:
        return strings.STILL_GIVEN_BACK.format(cell=judged.leaks[0].split(",")[0])
    return strings.TOO_DEAR.format(price=judged.price, most=MOST_PEOPLE) if judged.price > MOST_PEOPLE else ""


def cover_by_car() -> list[tuple[str, str]]:
    """Return one choice of cells that holds."""
    return [("Kitchen", "car"), ("Office", "bike"), ("Store", "car")]


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


def _small_repair(rng: np.random.Generator) -> Arguments:
    """Four counts around the threshold, small ones hidden, and some others as well."""
    threshold = int(rng.integers(3, 9))
    counts = [*rng.integers(0, threshold + 6, 3).tolist(), threshold]
    column = pd.Series(counts, REGIONS, dtype="Int64", name="viewers")
    small, also = column.between(1, threshold - 1), column.gt(0) & (rng.random(4) < 0.5)
    return {"counts": column, "printed": column.mask(small | also), "threshold": threshold}
