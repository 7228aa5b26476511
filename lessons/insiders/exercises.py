"""Exercises of the lesson on insiders: open a square from inside, and judge who dominates a cell."""

from typing import Final

import numpy as np
import pandas as pd

from teaching.checks import Arguments
from teaching.exercise import Exercise

SQUARE_TASK: Final = """
**Alone in a square.** Four cells are hidden: films A and B, north and south. `totals` holds what the four lines hide
together, with the labels `A`, `B`, `north` and `south`. You are counted in the cell of A in the north, and know that it
holds `mine` people. Complete `my_alone_opens(totals, mine)`, which returns a column with the counts of the other three,
labelled `A south`, `B north` and `B south`.
"""

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


def alone_opens() -> Exercise:
    """Return the exercise that opens a square of hidden cells from one of them."""
    return Exercise(
        SQUARE_TASK,
        name="insiders/alone-opens",
        minutes=5,
        reference=others_in_square,
        make_case=_small_square,
        hints=[
            "Draw the square with its four totals and write your own number into it. Which cells follow at once?",
            "A's line holds your cell and `A south`. Take yours away. Then do the same with the line of the north.",
            "`totals['B'] - (totals['north'] - mine)` is `B south`. `pd.Series({...})` makes the column.",
        ],
    )


def second_largest() -> Exercise:
    """Return the exercise that estimates the largest contribution from inside."""
    return Exercise(
        SECOND_TASK,
        name="insiders/second-largest",
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
        name="insiders/p-percent",
        minutes=6,
        reference=dominated,
        make_case=_small_minutes_and_p,
        hints=[
            "By how much does her estimate exceed the largest? Who are the people that make up this difference?",
            "All but the two largest: their minutes together protect the largest. Compare them with p per cent of it.",
            "`largest, second = minutes.nlargest(2)`; then `100 * (minutes.sum() - largest - second) < p * largest`",
        ],
    )


def others_in_square(totals: pd.Series, mine: int) -> pd.Series:
    """Return the other three counts of a hidden square."""
    a_south, b_north = totals["A"] - mine, totals["north"] - mine
    return pd.Series({"A south": a_south, "B north": b_north, "B south": totals["B"] - b_north})


def estimate_of_largest(minutes: pd.Series) -> int:
    """Return what the second largest contributor takes the largest contribution to be."""
    return int(minutes.sum() - minutes.nlargest(2).iloc[-1])


def dominated(minutes: pd.Series, p: int) -> bool:
    """Return whether the p % rule hides a cell."""
    largest, second = minutes.nlargest(2)
    return bool(100 * (minutes.sum() - largest - second) < p * largest)


def _small_square(rng: np.random.Generator) -> Arguments:
    """A square of four small counts; hers is the first."""
    mine, a_south, b_north, b_south = (int(count) for count in rng.integers(1, 6, 4))
    sums = {"A": mine + a_south, "B": b_north + b_south, "north": mine + b_north, "south": a_south + b_south}
    return {"totals": pd.Series(sums, name="viewers"), "mine": mine}


def _small_minutes(rng: np.random.Generator) -> Arguments:
    """A few contributions, one of them often far above the others."""
    minutes = rng.integers(20, 200, int(rng.integers(2, 6)))
    minutes[0] *= int(rng.choice([1, 5, 30]))
    names = ["Ada", "Bea", "Cleo", "Dora", "Edith"][: len(minutes)]
    order = rng.permutation(len(minutes))
    return {"minutes": pd.Series(minutes[order], index=names, name="minutes")}


def _small_minutes_and_p(rng: np.random.Generator) -> Arguments:
    """A few contributions and p; now and then the difference is just p per cent."""
    if rng.random() < 0.2:
        minutes = pd.Series([200, 50, 20], index=["Ada", "Bea", "Cleo"], name="minutes")
        return {"minutes": minutes, "p": int(rng.choice([9, 10, 11]))}
    return _small_minutes(rng) | {"p": int(rng.choice([5, 10, 20, 50]))}
