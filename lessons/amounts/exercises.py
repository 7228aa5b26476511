"""Exercises of the lesson on amounts: who dominates a cell, and which cells to hide for it."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import judged_by_hand
from disclosure.rules import PPercentRule
from disclosure.tables.magnitude_table import magnitude_table
from lessons.amounts import strings
from teaching.checks import Arguments
from teaching.decision import Decision, named_cells
from teaching.exercise import Exercise

SECOND_TASK: Final = """
**The second largest.** `minutes` is what each person contributes to one printed cell. Complete
`my_second_largest(minutes)`: what does the second largest contributor take the largest contribution to be, if she knows
the sum of the cell and her own minutes only?
"""

P_PERCENT_TASK: Final = """
**The p % rule.** Complete `my_p_percent(minutes, p)`. It says `True` if the cell must be hidden: if the estimate of the
second largest contributor exceeds the largest contribution by less than `p` per cent of it. Every cell here has two
contributors or more.
"""


BONUSES_TASK: Final = """
**Which cells do you hide?** Cleo publishes how much was paid in bonuses, in euros, by team and site, with all totals.
In sales in Lyon, four people shared 9,990 euros, and one of them got 9,400. So the p % rule with *p* = 10 hides this
cell. Choose further cells, so that the rule keeps its promise: enough room above the true amount. Below it, Cleo asks
for nothing. No more than 13,000 euros may be hidden in the further cells. (A total counts with all that is in it.)

| | Lyon | Oslo | Turin | total |
|---|---:|---:|---:|---:|
| design | 2,420 | 2,510 | 1,920 | 6,850 |
| sales | *c* | 7,350 | 5,150 | 22,490 |
| support | 2,100 | 1,490 | 1,940 | 5,530 |
| total | 14,510 | 11,350 | 9,010 | 34,870 |

Write a list of cells, such as `[("design", "Oslo"), ("support", "total")]`. Say of each why it is
hidden.
"""

MOST_EUROS: Final = 13_000
"""What may be hidden beside the cell of the rule."""

BONUSES: Final = {
    ("design", "Lyon"): [900, 820, 700],
    ("design", "Oslo"): [760, 640, 610, 500],
    ("design", "Turin"): [680, 650, 590],
    ("sales", "Lyon"): [9400, 320, 150, 120],
    ("sales", "Oslo"): [2100, 1900, 1750, 1600],
    ("sales", "Turin"): [1500, 1450, 1300, 900],
    ("support", "Lyon"): [560, 540, 520, 480],
    ("support", "Oslo"): [610, 450, 430],
    ("support", "Turin"): [420, 400, 390, 380, 350],
}
"""What each person of each team at each site got, in euros."""


def hide_bonuses() -> Decision:
    """Return the task that asks which cells of a table of bonuses to hide."""
    return Decision(
        BONUSES_TASK,
        minutes=6,
        judge=judge_of_bonuses,
        one_way=cover_in_design,
        hints=[
            "Which lines give the hidden cell back? Each needs another hidden cell, and that one needs one, too.",
            "A rectangle with the cell in one corner: one more in its row, one in its column, and the one across.",
            "Of the small rectangles, take one whose cells are large enough to blur 9,400 euros.",
        ],
        name="amounts/hide-bonuses",
    )


def small_bonuses() -> pd.DataFrame:
    """Return who got which bonus: ``team``, ``site``, ``employee`` and ``bonus`` in euros, one row per person."""
    rows = [
        (team, site, f"{team} {site} {index}", bonus)
        for (team, site), bonuses in BONUSES.items()
        for index, bonus in enumerate(bonuses)
    ]
    return pd.DataFrame(rows, columns=["team", "site", "employee", "bonus"])


GIFTS: Final = {
    ("animals", "Elm"): [40, 30, 30, 20],
    ("animals", "Oak"): [60, 50, 40],
    ("music", "Elm"): [1200, 1100, 900],
    ("music", "Oak"): [700, 650, 600],
    ("roof", "Elm"): [5000, 300, 120],
    ("roof", "Oak"): [900, 850, 700, 650],
}
"""What each donor gave for a purpose in a village, in euros."""


def small_gifts() -> pd.DataFrame:
    """Return who gave what: ``purpose``, ``village``, ``donor`` and ``gift`` in euros, one row per gift.

    Not the table of the decision, whose answer a repair would show.
    """
    rows = [
        (purpose, village, f"{purpose} {village} {index}", gift)
        for (purpose, village), gifts in GIFTS.items()
        for index, gift in enumerate(gifts)
    ]
    return pd.DataFrame(rows, columns=["purpose", "village", "donor", "gift"])


def judge_of_bonuses(answer: object) -> str:
    """Say what is wrong with a choice of cells; nothing, if the promise is kept at the price."""
    table = magnitude_table(
        small_bonuses(), by=("team", "site"), amount="bonus", person="employee", unit="euros", largest=2
    )
    cells = named_cells(answer, ("design", "Oslo"), table.cell_names)
    judged = judged_by_hand(table, cells, SuppressComplementary(dominance=PPercentRule(10), below=0))
    if judged.leaks:
        return strings.STILL_TOO_CLOSE
    return strings.TOO_DEAR.format(price=judged.price, most=MOST_EUROS) if judged.price > MOST_EUROS else ""


def cover_in_design() -> list[tuple[str, str]]:
    """Return one choice of cells that holds."""
    return [("sales", "Turin"), ("design", "Lyon"), ("design", "Turin")]


def second_largest() -> Exercise:
    """Return the exercise that estimates the largest contribution from inside."""
    return Exercise(
        SECOND_TASK,
        name="amounts/second-largest",
        minutes=4,
        reference=estimate_of_largest,
        make_case=_small_minutes,
        hints=[
            "What does she know of the cell that nobody outside knows?",
            "The sum of the cell, less her own minutes. Hers are the second largest.",
            "`minutes.sum() - minutes.nlargest(2).iloc[-1]`",
        ],
    )


def p_percent() -> Exercise:
    """Return the exercise that writes the p % rule as a function."""
    return Exercise(
        P_PERCENT_TASK,
        name="amounts/p-percent",
        minutes=6,
        reference=dominated,
        make_case=_small_minutes_and_p,
        hints=[
            "By how much does her estimate exceed the largest? Who are the people that make up this difference?",
            "All but the two largest: their minutes together protect the largest. Compare them with p per cent of it.",
            "`largest, second = minutes.nlargest(2)`; then `100 * (minutes.sum() - largest - second) < p * largest`",
        ],
    )


def estimate_of_largest(minutes: pd.Series) -> int:
    """Return what the second largest contributor takes the largest contribution to be."""
    return int(minutes.sum() - minutes.nlargest(2).iloc[-1])


def dominated(minutes: pd.Series, p: int) -> bool:
    """Return whether the p % rule hides a cell."""
    largest, second = minutes.nlargest(2)
    return bool(100 * (minutes.sum() - largest - second) < p * largest)


def _small_minutes(rng: np.random.Generator) -> Arguments:
    """A few contributions, one of them often far above the others; now and then two are the same."""
    minutes = rng.integers(20, 200, int(rng.integers(2, 6)))
    minutes[0] *= int(rng.choice([1, 5, 30]))
    if rng.random() < 0.2:
        minutes[1] = minutes[0]
    names = ["Ada", "Bea", "Cleo", "Dora", "Edith"][: len(minutes)]
    order = rng.permutation(len(minutes))
    return {"minutes": pd.Series(minutes[order], index=names, name="minutes")}


def _small_minutes_and_p(rng: np.random.Generator) -> Arguments:
    """A few contributions and p; now and then the difference is just p per cent."""
    if rng.random() < 0.2:
        minutes = pd.Series([200, 50, 20], index=["Ada", "Bea", "Cleo"], name="minutes")
        return {"minutes": minutes, "p": int(rng.choice([9, 10, 11]))}
    return _small_minutes(rng) | {"p": int(rng.choice([5, 10, 20, 50]))}
