"""Exercises of the lesson on suppression: hide small counts, get one back by hand, and plan how to publish a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import EXACT, audit
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.from_counts import table_from_counts
from lessons.suppression import strings
from lessons.suppression.release import without_totals
from teaching.checks import Arguments
from teaching.decision import Decision, named_cells
from teaching.exercise import Exercise

SUPPRESS_TASK: Final = """
**Write the rule.** Complete `my_suppress(counts, threshold)`. It gets a column of counts and returns it with a missing
value in place of every count below the threshold. `counts.mask(condition)` puts one wherever the condition holds. Zeros
are printed: they stay.
"""

SUBTRACT_TASK: Final = """
**Get one back.** `line` is one line of the printed table: the counts of some regions, one of them hidden, and their
total. Complete `my_hidden_count(line)`, which returns the hidden count. The total carries the label `total`.
"""


COURSES_TASK: Final = """
**How do you publish this table?** Cleo counts who takes which evening course, by village. You see all counts, as Cleo
does. Ada, an outsider, must not work out a count of 1 or 2 exactly.

| | Chess | Choir | Judo | Yoga | total |
|---|---:|---:|---:|---:|---:|
| Ashby | 4 | 4 | 5 | 7 | 20 |
| Brook | 13 | 14 | *1* | 4 | 32 |
| Cove | 7 | 3 | 5 | 5 | 20 |
| Dale | *1* | 6 | 11 | 10 | 28 |
| total | 25 | 27 | 22 | 26 | 100 |

You may choose the threshold, hide further cells, and leave out all totals. Each has a price: 1 for each person in a
hidden cell, and 25 if the totals are left out. Do not spend more than 40. Write your plan, for example

- `exercises.Plan(threshold=5)`
- `exercises.Plan(threshold=3, also=[("Ashby", "Yoga")])`
- `exercises.Plan(threshold=3, totals="left out")`
"""

LARGEST_SMALL: Final = 2
"""The largest count that nobody may work out, in people."""

PRICE_OF_TOTALS: Final = 25
"""What it costs to leave out the totals, in people who lose their count."""

MOST_SPENT: Final = 40
"""What a plan may cost at most."""


@dataclass(frozen=True)
class Plan:
    """How to publish a table: a threshold, further cells to hide, and whether the totals are printed.

    Args:
        threshold: the smallest count that is printed, in people.
        also: further cells to hide, each by its labels; no totals.
        totals: ``"printed"``, or all ``"left out"``.

    Raises:
        ValueError: ``totals`` is neither, ``also`` names a total or no cells; or, when it is called, the table has no
            such cell, or the threshold hides nothing.

    Examples:
        >>> Plan(5)
        Plan(threshold=5, also=(), totals='printed')
        >>> Plan(3, also=[("Cove", "Choir")])(courses()).grid().loc["Cove"].tolist()
        ['7', 'c', '5', '5', '20']
    """

    threshold: int
    also: Sequence[tuple[str, ...]] = ()
    totals: Literal["printed", "left out"] = "printed"

    def __post_init__(self) -> None:
        """Refuse a plan that cannot be meant."""
        object.__setattr__(self, "also", tuple(named_cells(list(self.also), ("Ashby", "Yoga"))))
        if self.totals not in get_args(Literal["printed", "left out"]):
            raise ValueError(strings.UNKNOWN_TOTALS.format(totals=self.totals))
        if named := [labels for labels in self.also if TOTAL in labels]:
            raise ValueError(strings.NAMED_TOTAL.format(cell=named[0]))

    def __call__(self, table: CountTable) -> CountTable:
        """Return what is published of a table."""
        shown = table if self.totals == "printed" else without_totals(table)
        return SuppressByHand(self.threshold, tuple(self.also))(shown) if self.also else Suppress(self.threshold)(shown)


def publish_courses() -> Decision:
    """Return the task that asks how to publish a table: threshold, further cells, totals."""
    return Decision(
        COURSES_TASK,
        minutes=6,
        judge=judge_of_plans,
        one_way=cover_two_small_cells,
        hints=[
            "Ada subtracts. In which row and which column is a 1 the only hidden cell?",
            "Each hidden cell needs company in its row and its column. Higher threshold, further cells, or no totals?",
            "Two further cells are enough: where the row of one 1 meets the column of the other. Or try 7.",
        ],
        name="suppression/publish-courses",
    )


def courses() -> CountTable:
    """Return the table of the task: villages by evening courses, in people."""
    villages = pd.Index(["Ashby", "Brook", "Cove", "Dale"], name="village")
    names = pd.Index(["Chess", "Choir", "Judo", "Yoga"], name="course")
    counts = [[4, 4, 5, 7], [13, 14, 1, 4], [7, 3, 5, 5], [1, 6, 11, 10]]
    return table_from_counts(pd.DataFrame(counts, villages, names))


def judge_of_plans(plan: object) -> str:
    """Say what is wrong with a plan: a small count that an outsider works out, or its price; nothing, if it holds."""
    if not isinstance(plan, Plan):
        raise ValueError(strings.NO_PLAN)
    table, release = courses(), plan(courses())
    known = audit(release, Outsider(), nothing_to_subtract=plan.totals == "left out")
    counts = table.cells["count"]
    small = ~table.is_total & counts.le(LARGEST_SMALL)
    found = known[known["verdict"].eq(EXACT) & small[known.index]]
    printed = table.cells[small].drop(index=known.index, errors="ignore")
    if len(found):
        first = found.iloc[0]
        return strings.STILL_FOUND.format(cell=first["target"], count=first["low"], why=first["why"])
    if len(printed):
        return strings.STILL_PRINTED.format(cell=table.cell_names[printed.index[0]], count=printed["count"].iloc[0])
    price = price_of(plan, table, release)
    return strings.TOO_DEAR.format(price=price, most=MOST_SPENT) if price > MOST_SPENT else ""


def price_of(plan: Plan, table: CountTable, release: CountTable) -> int:
    """Add up what a plan costs: the people in hidden cells, and a fixed price for the totals if they are left out."""
    hidden = release.is_hidden.reindex(table.cells.index, fill_value=False) & ~table.is_total
    return int(table.cells["count"][hidden].sum()) + PRICE_OF_TOTALS * (plan.totals == "left out")


def cover_two_small_cells() -> Plan:
    """Return one plan that holds."""
    return Plan(threshold=3, also=[("Brook", "Chess"), ("Dale", "Judo")])


def suppress() -> Exercise:
    """Return the exercise that writes the threshold rule as a function."""
    return Exercise(
        SUPPRESS_TASK,
        name="suppression/write-the-rule",
        minutes=5,
        reference=hide_below,
        make_case=_small_counts,
        hints=[
            "May the threshold itself be printed? May a zero? Say aloud: publish no count *below* k, and print zeros.",
            "Two things must hold: above 0, and below the threshold. Put each in brackets, with `&` between.",
            "`counts.mask((counts > 0) & (counts < threshold))`",
        ],
    )


def get_one_back() -> Exercise:
    """Return the exercise that undoes the rule in a line with one hidden cell."""
    return Exercise(
        SUBTRACT_TASK,
        name="suppression/get-one-back",
        minutes=4,
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
