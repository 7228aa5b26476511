"""Exercises on differencing: find who is told apart, tell a proof, hold small changes back; decide on an edition."""

from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.differencing.second_edition import Edition, judge_of_editions
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

TELL_APART_TASK: Final = """
**Find them.** `this` and `last` are the same column of a table in two releases; hidden counts are `pd.NA`. People may
leave as well, so counts can fall. Complete `my_told_apart(this, last, k)`, which returns the set of labels whose count
grew by 1 to *k* – 1. Labels that are hidden in one of the two are left out.
"""

LIES_IN_TASK: Final = """
**Is it a proof?** A release is described by the `day` until which it counts (a number) and by the set of groups that it
leaves out (`without`), such as `{"day": 3, "without": {"staff"}}`. Nobody who is counted ever leaves. Complete
`my_lies_in(smaller, larger)`: is everybody who is counted in `smaller` also counted in `larger`, whatever the numbers
are?
"""

DELAY_TASK: Final = """
**Hold small changes back.** `printed` is the column that was printed last week, `new` what was counted this week.
Complete `my_delayed(new, printed, k)`, which returns the column to print now: the new count where it differs from the
printed one by *k* or more, and the printed one again everywhere else.
"""


EDITION_TASK: Final = """
**Do you print it?** Cleo counts who has asked for advice so far, by subject and town. Nobody is ever taken out. The
numbers of 1 May are in print. The others are only known to Cleo, and now to you. In each cell they stand in this order:
**1 May**, 1 June, 1 July, 1 September.

| | Harbour | Hill | Mill |
|---|---|---|---|
| Debt | **31**, 37, 42, 50 | **18**, 19, 21, 25 | **12**, 12, 13, 14 |
| Rent | **44**, 53, 59, 70 | **22**, 24, 28, 33 | **15**, 16, 17, 21 |
| Family | **27**, 30, 34, 39 | **12**, 12, 13, 17 | **11**, 13, 16, 20 |
| Work | **38**, 45, 50, 59 | **16**, 21, 24, 29 | **10**, 10, 10, 10 |

Her readers want a second edition, by 1 September at the latest. Decide what it prints. You may wait, merge subjects or
towns, drop some, or round (to 10 at most). Such as:

`Edition("1 July", merge=[("Debt", "Rent")], drop=["Mill"], round_to=1)`

Three things are tried. Nobody who takes the first edition off yours may find a group of 1 to 4 people. Ada knows that
Bea is new in her town: in no town may a single subject grow, for Ada would name it. And the readers want 4 numbers at
least, with 80 % of the people in them.
"""


def second_edition() -> Decision:
    """Return the task that asks what a second edition of a table may print."""
    return Decision(
        EDITION_TASK,
        minutes=6,
        judge=judge_of_editions,
        one_way=later_and_merged,
        hints=[
            "Take the numbers of 1 May off those of 1 September. Where is the step from 1 to 4?",
            "Two cells that are merged have one step, the sum of both. A town that is dropped has none.",
            "One small step is left on 1 September: Debt in Mill. Merge Debt with something that grows there.",
        ],
        name="differencing/second-edition",
    )


def later_and_merged() -> Edition:
    """Return one edition that tells nobody apart."""
    return Edition("1 September", merge=[("Debt", "Rent")])


def tell_apart_exercise() -> Exercise:
    """Return the exercise that searches two columns for small differences."""
    return Exercise(
        TELL_APART_TASK,
        minutes=4,
        reference=told_apart,
        make_case=_two_columns,
        hints=[
            "Take `last` off `this`. What comes out where one of them is missing? (In a loop, `pd.isna(count)` asks.)",
            "`grown.between(1, k - 1)` says which are meant; `.fillna(False)` turns what is missing into no.",
            "`set(grown.index[grown.between(1, k - 1).fillna(False)])`",
        ],
        name="differencing/told-apart",
    )


def lies_in_exercise() -> Exercise:
    """Return the exercise that asks when one release may be taken off another."""
    return Exercise(
        LIES_IN_TASK,
        minutes=4,
        reference=lies_in,
        make_case=_two_headings,
        hints=[
            'Two things must hold. One is about days, the other about groups: `smaller["without"]` is a set.',
            "The smaller one must leave out *at least* what the larger one leaves out. For sets, `a >= b` says that a "
            "has everything that b has.",
            '`smaller["day"] <= larger["day"] and smaller["without"] >= larger["without"]`',
        ],
        name="differencing/lies-in",
    )


def delay_exercise() -> Exercise:
    """Return the exercise that writes a defence over time."""
    return Exercise(
        DELAY_TASK,
        minutes=4,
        reference=delayed,
        make_case=_old_and_new,
        hints=[
            "Counts can also fall. What is the size of a change?",
            "`(new - printed).abs()` is that size. `new.where(condition, printed)` keeps new where that holds.",
            "`new.where((new - printed).abs() >= k, printed)`",
        ],
        name="differencing/delayed",
    )


def told_apart(this: pd.Series, last: pd.Series, k: int) -> set[str]:
    """Return the labels whose count grew by 1 to k - 1."""
    grown = this - last
    return set(grown.index[grown.between(1, k - 1).fillna(False)])


def lies_in(smaller: dict[str, Any], larger: dict[str, Any]) -> bool:
    """Return whether everybody in one release is also in the other."""
    return bool(smaller["day"] <= larger["day"] and smaller["without"] >= larger["without"])


def delayed(new: pd.Series, printed: pd.Series, k: int) -> pd.Series:
    """Return the new counts where they changed by k or more, else the printed ones."""
    return new.where((new - printed).abs() >= k, printed)


REGIONS: Final = ["north", "east", "south", "west"]


def _two_columns(rng: np.random.Generator) -> Arguments:
    """Four counts, and the same a little later; some fall, some are hidden, some small, one grows by exactly k."""
    k = int(rng.integers(3, 8))
    last = pd.Series(rng.integers(1, 4 * k, 4), index=REGIONS, dtype="Int64", name="viewers")
    current = (last + pd.Series([k, *rng.integers(-k, k + 2, 3)], index=REGIONS, dtype="Int64")).clip(lower=0)
    for column in (current, last):
        if rng.random() < 0.5:
            column.iloc[int(rng.integers(0, 4))] = pd.NA
    return {"this": current, "last": last, "k": k}


def _two_headings(rng: np.random.Generator) -> Arguments:
    """Two releases; often one leaves out what the other does, and more."""

    def heading() -> dict[str, Any]:
        return {"day": int(rng.integers(1, 4)), "without": {g for g in ("staff", "press") if rng.random() < 0.5}}

    return {"smaller": heading(), "larger": heading()}


def _old_and_new(rng: np.random.Generator) -> Arguments:
    """Four counts, and what becomes of them; a change of exactly k, and one of k downwards, among them."""
    k = int(rng.integers(3, 8))
    printed = pd.Series(rng.integers(10, 40, 4), index=REGIONS, dtype="Int64", name="viewers")
    change = pd.Series([k, -k, *rng.integers(-k - 2, k + 3, 2)], index=REGIONS, dtype="Int64")
    return {"new": printed + change, "printed": printed, "k": k}
