"""Exercises on linking: the weight of a title, the score of a record, and how far the best record is ahead."""

from math import exp, log
from typing import Final

import numpy as np
import pandas as pd

from teaching.checks import Arguments
from teaching.exercise import Exercise

WEIGHT_TASK: Final = """
**What is a title worth?** Complete `my_weight(viewers)`. It gets the number of records that hold a title, and returns
the weight of a clue about it: 1 divided by the natural logarithm of that number (`np.log`, after `import numpy as np`).
For a title that only one record holds, or none, that cannot be computed, because log 1 is 0: count it as if two did.
"""

SCORE_TASK: Final = """
**Score one record.** `clues` has one row per review: `title_id`, `stars`, `weight`. `record` has one row per title that
the record holds: `title_id`, `stars`. Complete `my_score(clues, record)`: over all titles that are in both, add up the
weight times `exp(-|difference in stars| / 1.5)` (`np.exp`). A title that the record does not hold adds nothing. (Dates
work in the same way; they are left out here.)
"""

ECCENTRICITY_TASK: Final = """
**How far ahead?** `scores` are the scores of all records. Complete `my_eccentricity(scores)`: the best score less the
second best, divided by the standard deviation of all of them (`scores.std(ddof=0)`). Where two records share the best
score, nobody is ahead: return 0.
"""


def weigh() -> Exercise:
    """Return the exercise that writes the weight of a title."""
    return Exercise(
        name="linking/weight",
        task=WEIGHT_TASK,
        minutes=4,
        reference=weight_of_title,
        make_case=_number_of_viewers,
        hints=[
            "Which titles tell more about somebody: those that everybody has watched, or those that few have?",
            "`np.log` is the natural logarithm, and `max(2, viewers)` is never below 2.",
            "`1 / np.log(max(2, viewers))`",
        ],
    )


def score_one() -> Exercise:
    """Return the exercise that scores one record."""
    return Exercise(
        name="linking/score",
        task=SCORE_TASK,
        minutes=8,
        reference=score_of_record,
        make_case=_clues_and_record,
        hints=[
            "First find the titles that are in both tables. What do you need to know of each of them?",
            "`clues.merge(record, on='title_id')` keeps the titles in both; `stars_x` is what the clue says, `stars_y` "
            "what the record says. `np.exp` works on whole columns.",
            "`both = clues.merge(record, on='title_id')`, then\n"
            "`(both['weight'] * np.exp(-(both['stars_x'] - both['stars_y']).abs() / 1.5)).sum()`",
        ],
    )


def measure_the_lead() -> Exercise:
    """Return the exercise that measures how far the best record is ahead."""
    return Exercise(
        name="linking/eccentricity",
        task=ECCENTRICITY_TASK,
        minutes=5,
        reference=eccentricity_of_best,
        make_case=_scores_with_ties,
        hints=[
            "What is the second best score where two records share the best one?",
            "`scores.nlargest(2)` gives the two highest, also when they are equal. And where all scores are the same: "
            "by what would you divide?",
            "`best, second = scores.nlargest(2)`, then `0 if best == second else (best - second) / scores.std(ddof=0)`",
        ],
    )


def weight_of_title(viewers: int) -> float:
    """Return 1 / log of the number of viewers, of which there are taken to be two at least."""
    return 1 / log(max(2, viewers))


def score_of_record(clues: pd.DataFrame, record: pd.DataFrame) -> float:
    """Return the sum over the common titles of weight times fit."""
    stars = dict(zip(record["title_id"], record["stars"], strict=True))
    known = zip(clues["title_id"], clues["stars"], clues["weight"], strict=True)
    return sum((weight * exp(-abs(star - stars[title]) / 1.5) for title, star, weight in known if title in stars), 0.0)


def eccentricity_of_best(scores: pd.Series) -> float:
    """Return by how many standard deviations the best score is ahead of the second best."""
    best, second = scores.nlargest(2)
    return 0.0 if best == second else float((best - second) / scores.std(ddof=0))


def _number_of_viewers(rng: np.random.Generator) -> Arguments:
    """A few viewers, or one, or none."""
    return {"viewers": int(rng.integers(0, 6))}


def _clues_and_record(rng: np.random.Generator) -> Arguments:
    """Three reviews and a record of three titles, some of them the same."""
    titles = [f"film {letter}" for letter in "ABCDE"]
    clues, record = (
        pd.DataFrame({"title_id": rng.choice(titles, 3, replace=False), "stars": rng.integers(1, 6, 3)})
        for _ in range(2)
    )
    return {"clues": clues.assign(weight=(1 / np.log(rng.integers(2, 50, 3))).round(2)), "record": record}


def _scores_with_ties(rng: np.random.Generator) -> Arguments:
    """A few scores; often two share the best one, and sometimes all are the same."""
    scores = rng.integers(1, 4, int(rng.integers(2, 6))).astype(float)
    return {"scores": pd.Series(scores, name="score")}
