"""Exercises on noise: how much, for how many titles, for how many answers; and a year of tables to be decided on."""

from math import ceil
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.defences.noise import typical_error
from lessons.noise import strings
from lessons.noise.promise import at_most
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

SCALE_TASK: Final = """
**How much noise?** Complete `my_noise_scale(epsilon, titles)`. A list of titles is published with a promise `epsilon`
for each *profile*. A profile may be counted at `titles` titles. Return the scale of the noise: about by how many
viewers a count will be off. (For a promise of 1 and one title it is 1.)
"""

KEEP_TASK: Final = """
**No more than so many.** Complete `my_keep_at_most(rows, most)`. `rows` has one row for each profile (`viewer_id`)
and title (`title_id`), in an order that was drawn by lot. Return the rows that stay: of each profile the first
`most`. Who has fewer keeps all.
"""

SPENT_TASK: Final = """
**What is spent is spent.** Complete `my_spent(epsilons, budget)`. Questions come one after the other. `epsilons` says
what each would cost, in whole tokens, and `budget` how many tokens there are. A question that costs more than is left
gets no answer and costs nothing; a cheaper one after it may still get one. Return a list with `True` (answered) or
`False` for each.
"""

LOANS_TASK: Final = """
**How do you spend a year?** A library has 1,500 readers. Cleo publishes how many readers borrowed from each of 12
subjects. Each table has fresh noise. All tables of the year are about the same readers. You choose three numbers:

- `tables`: how many tables come out in the year;
- `kept`: how many subjects of each reader count, at most (the others are left out, by lot);
- `epsilon`: what all tables of the year together may cost one reader.

1. Ada sees all tables, and knows all other readers. Of 100 readers whom she tests, half of them in the tables, she
   may be right about 75 at most, in the long run.
2. There are at least 4 tables.
3. A count is off by 35 readers at most, on average: through noise and through what was left out together.

Readers have borrowed from so many subjects:

| subjects | 1 | 2 | 3 | 4 | 6 | 8 | 12 |
|---|---:|---:|---:|---:|---:|---:|---:|
| readers | 632 | 450 | 250 | 120 | 30 | 12 | 6 |

Write for example `{"tables": 12, "kept": 12, "epsilon": 3.0}`. Several answers are right. Say whose loans are counted
least.
"""

READERS: Final = {1: 632, 2: 450, 3: 250, 4: 120, 6: 30, 8: 12, 12: 6}
"""How many readers have borrowed from so many subjects."""

SUBJECTS: Final = 12
MOST_RIGHT: Final = 75
FEWEST_TABLES: Final = 4
MOST_OFF: Final = 35
"""What the year of tables is held against: right guesses of 100, tables, readers."""


def how_much() -> Exercise:
    """Return the exercise that asks for the scale of the noise."""
    return Exercise(
        SCALE_TASK,
        name="noise/how-much",
        minutes=3,
        reference=noise_scale,
        make_case=_small_promise,
        hints=[
            "Is there more noise for a larger epsilon, or less? And for more titles?",
            "All titles of a profile share its epsilon. What is left for one of them?",
            "One title gets `epsilon / titles`. The scale is 1 divided by that.",
        ],
    )


def keep_at_most() -> Exercise:
    """Return the exercise that limits what one profile adds."""
    return Exercise(
        KEEP_TASK,
        name="noise/keep-at-most",
        minutes=5,
        reference=first_rows,
        make_case=_small_rows,
        hints=[
            "`rows.head(most)` keeps so many rows of all. You want so many of each profile.",
            "Group by `viewer_id` first.",
            "`return rows.groupby('viewer_id').head(most)`",
        ],
    )


def what_is_spent() -> Exercise:
    """Return the exercise that keeps a budget."""
    return Exercise(
        SPENT_TASK,
        name="noise/what-is-spent",
        minutes=4,
        reference=answered,
        make_case=_small_budget,
        hints=[
            "Go through the questions in order. What must you remember from one to the next?",
            "Begin with `left = budget` and an empty list. Is the question affordable? Only then take its price away.",
            "`if cost <= left: left -= cost`, and in both cases append whether it was answered.",
        ],
    )


def year_of_loans() -> Decision:
    """Return the task that asks how to spend one budget on a year of tables."""
    return Decision(
        LOANS_TASK,
        minutes=6,
        judge=judge_of_year,
        one_way=four_tables,
        hints=[
            "The first demand settles how large epsilon may be: e^epsilon divided by (1 + e^epsilon) is 0.75 at most.",
            "All tables share epsilon, and in each table all subjects of a reader share her part. Fewer of both mean "
            "less noise.",
            "Four tables, and an epsilon of about 1. Now try a few values of `kept`: where do noise and what is left "
            "out balance?",
        ],
        name="noise/year-of-loans",
    )


def judge_of_year(answer: Any) -> str:
    """Say what is wrong with a year of tables; nothing, if all three demands are met."""
    tables, kept, epsilon = _year(answer)
    right, noise_part, cut = at_most(epsilon), typical_error(epsilon / tables, kept), left_out_of_each(kept)
    wrong = [
        strings.TOO_OFTEN_RIGHT.format(most=MOST_RIGHT) if round(100 * right) > MOST_RIGHT else "",
        strings.TOO_FEW_TABLES.format(fewest=FEWEST_TABLES) if tables < FEWEST_TABLES else "",
        strings.TOO_FAR_OFF.format(most=MOST_OFF) if noise_part + cut > MOST_OFF else "",
    ]
    sentence = strings.YEAR.format(right=100 * right, noise=noise_part, cut=cut)
    return " ".join([sentence, *filter(None, wrong)]) if any(wrong) else ""


def left_out_of_each(kept: int) -> float:
    """Return how many readers a count lacks on average, if at most so many subjects of each reader count."""
    return sum(readers * max(0, subjects - kept) for subjects, readers in READERS.items()) / SUBJECTS


def _year(answer: Any) -> tuple[int, int, float]:
    """Read an answer: tables, subjects kept, and epsilon."""
    if not isinstance(answer, dict) or set(answer) != {"tables", "kept", "epsilon"}:
        raise ValueError(strings.NO_YEAR)
    numbers = [answer["tables"], answer["kept"], answer["epsilon"]]
    if any(isinstance(each, bool) or not isinstance(each, int | float) or not 0 < each < 1e6 for each in numbers):
        raise ValueError(strings.NO_YEAR)
    tables, kept, epsilon = numbers
    if ceil(tables) != tables or ceil(kept) != kept:
        raise ValueError(strings.NO_YEAR)
    return int(tables), int(kept), float(epsilon)


def four_tables() -> dict[str, float]:
    """Return one year that meets all three demands."""
    return {"tables": 4, "kept": 4, "epsilon": 1.0}


def noise_scale(epsilon: float, titles: int) -> float:
    """Return the scale of noise that hides a profile at all its titles together."""
    return titles / epsilon


def first_rows(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return at most so many rows of each profile, the first ones."""
    return rows.groupby("viewer_id").head(most)


def answered(epsilons: list[int], budget: int) -> list[bool]:
    """Return which questions get an answer, in order."""
    left, answers = budget, []
    for cost in epsilons:
        answers.append(cost <= left)
        left -= cost if answers[-1] else 0
    return answers


def _small_promise(rng: np.random.Generator) -> Arguments:
    """An epsilon of a few quarters, and some titles."""
    return {"epsilon": int(rng.integers(1, 17)) / 4, "titles": int(rng.integers(1, 30))}


def _small_rows(rng: np.random.Generator) -> Arguments:
    """Up to four profiles with one to five titles each, in any order."""
    rows = [(int(viewer), int(title)) for viewer in (1, 2, 3, 4) for title in rng.permutation(9)[: rng.integers(1, 6)]]
    frame = pd.DataFrame(rows, columns=["viewer_id", "title_id"])
    return {"rows": frame.iloc[rng.permutation(len(frame))], "most": int(rng.integers(1, 5))}


def _small_budget(rng: np.random.Generator) -> Arguments:
    """A few questions, some too dear."""
    return {"epsilons": rng.integers(1, 5, 6).tolist(), "budget": int(rng.integers(4, 11))}
