"""Exercises of the lesson on insiders: open a ring of hidden cells from one of them, and hide cells from insiders."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import judged_by_hand
from disclosure.repair.protection import Singletons
from disclosure.tables.count_table import CountTable
from disclosure.tables.from_counts import table_from_counts
from lessons.insiders import strings
from teaching.checks import Arguments
from teaching.decision import Decision, named_cells
from teaching.exercise import Exercise

SQUARE_TASK: Final = """
**Alone in a ring.** Four cells are hidden: films A and B, north and south. `totals` holds what the four lines hide
together, with the labels `A`, `B`, `north` and `south`. You are counted in the cell of A in the north, and know that it
holds `own` people. Complete `my_alone_opens(totals, own)`, which returns a column with the counts of the other three,
labelled `A south`, `B north` and `B south`.
"""


COURSES_TASK: Final = """
**Which cells do you hide?** Cleo publishes who took which course, by team, with all totals. The rule hides the counts
of 1 and 2 and prints the others. Everybody knows everybody here. So choose further cells, until no outsider gets a
small count back, **and** nobody who is alone in her cell gets the small count of somebody else. No more than 45
people may stand in your further cells.

| | Excel | First aid | Spanish | Writing | total |
|---|---:|---:|---:|---:|---:|
| Design | 11 | 11 | 6 | 8 | 36 |
| Sales | *2* | 6 | *1* | 5 | 14 |
| Support | *1* | 7 | 9 | 7 | 24 |
| total | 14 | 24 | 16 | 20 | 74 |

You see the small counts (in italics), as Cleo does. Write a list of cells, such as `[("Design", "Excel"), ("Sales",
"Writing")]`. Say of each why it is hidden.
"""

MOST_PEOPLE: Final = 45
"""How many people may lose their count beyond the rule."""

AGAINST_SINGLETONS: Final = SuppressComplementary(3, against=(Outsider(), Singletons()))


def hide_courses() -> Decision:
    """Return the task that asks which cells of a table to hide from those who are in it."""
    return Decision(
        COURSES_TASK,
        minutes=6,
        judge=judge_of_courses,
        one_way=cover_by_writing,
        hints=[
            "Play the two who are alone, one after the other: write 1 into her cell. Which cells follow?",
            "Where a line hides three cells, one that is known leaves two unknown. Add a cell to the lines that open.",
            "Four further cells are enough: two in Design, and one each in Sales and Support, in the same column.",
        ],
        name="insiders/hide-courses",
    )


def courses() -> CountTable:
    """Return the table of the task: teams by courses, in people."""
    teams = pd.Index(["Design", "Sales", "Support"], name="team")
    names = pd.Index(["Excel", "First aid", "Spanish", "Writing"], name="course")
    return table_from_counts(pd.DataFrame([[11, 11, 6, 8], [2, 6, 1, 5], [1, 7, 9, 7]], teams, names))


def judge_of_courses(answer: object) -> str:
    """Say what is wrong with a choice of cells; nothing, if it holds against all at the price."""
    table = courses()
    judged = judged_by_hand(table, named_cells(answer, ("Design", "Excel"), table.cell_names), AGAINST_SINGLETONS)
    if judged.leaks:
        cell, attacker = judged.leaks[0].split(", from ")
        return strings.STILL_LEARNT["alone" in attacker].format(cell=cell)
    return strings.TOO_DEAR.format(price=judged.price, most=MOST_PEOPLE) if judged.price > MOST_PEOPLE else ""


def cover_by_writing() -> list[tuple[str, str]]:
    """Return one choice of cells that holds."""
    return [("Design", "Excel"), ("Design", "Spanish"), ("Sales", "Writing"), ("Support", "Writing")]


def small_table(counts: list[list[int]]) -> CountTable:
    """Return a table of films A and B by regions, with totals, for sums in the head.

    Args:
        counts: two rows, one per film; up to three columns, in people.
    """
    films, regions = pd.Index(["A", "B"], name="film"), pd.Index(["north", "south", "east"], name="region")
    return table_from_counts(pd.DataFrame(counts, films, regions[: len(counts[0])]))


def alone_opens() -> Exercise:
    """Return the exercise that opens a square of hidden cells from one of them."""
    return Exercise(
        SQUARE_TASK,
        name="insiders/alone-opens",
        minutes=4,
        reference=others_in_square,
        make_case=_small_square,
        hints=[
            "Draw the square with its four totals and write your own number into it. Which cells follow at once?",
            "A's line holds your cell and `A south`. Take yours away. Then do the same with the line of the north.",
            "`totals['B'] - (totals['north'] - own)` is `B south`. `pd.Series({...})` makes the column.",
        ],
    )


def others_in_square(totals: pd.Series, own: int) -> pd.Series:
    """Return the other three counts of a hidden square."""
    a_south, b_north = totals["A"] - own, totals["north"] - own
    return pd.Series({"A south": a_south, "B north": b_north, "B south": totals["B"] - b_north})


def _small_square(rng: np.random.Generator) -> Arguments:
    """A square of four small counts; hers is the first."""
    own, a_south, b_north, b_south = (int(count) for count in rng.integers(1, 6, 4))
    sums = {"A": own + a_south, "B": b_north + b_south, "north": own + b_north, "south": a_south + b_south}
    return {"totals": pd.Series(sums, name="viewers"), "own": own}
