"""Exercises on linking: how far the best record is ahead, weights and scores, and what a library may publish."""

from math import exp, log
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.measures import score
from lessons.linking import strings
from lessons.linking.attack import link
from lessons.linking.defences import BlurDays, DropRareTitles, SampleRows, SampleViewers
from lessons.linking.exact_search import exact_search
from lessons.linking.small_log import library_log
from lessons.linking.sweep import Defence, not_there, without
from teaching.checks import Arguments
from teaching.decision import Decision
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

LIBRARY_TASK: Final = """
**What may the library publish?** A library has 120 readers. Each rated 16 of its 60 books last year, with stars and
the day. Cleo wants to publish the ratings for a contest: who guesses best how many stars a reader will give? Names
become numbers. But 30 of the readers also wrote five reviews each in public, and Ada has those.

Which steps should Cleo take, and in which order? Write a list of `DropRareTitles(fewest)`, `BlurDays(days)`,
`SampleViewers(share)` and `SampleRows(share)`, such as `[BlurDays(7), SampleRows(0.9)]`. Three things are asked:

- at most 10 of the 30 writers are found, by scores (phi 1.5) or by an exact search;
- if the records of all 30 are taken out, Ada accuses at most 3 of them by scores;
- at least a quarter of the rows is left. (The contest needs rows. It can do without exact days.)
"""

MOST_FOUND: Final = 10
MOST_ACCUSED: Final = 3
LEAST_ROWS: Final = 0.25

STEPS: Final = (DropRareTitles, BlurDays, SampleViewers, SampleRows)


def publish_library() -> Decision:
    """Return the task that asks how to publish the log of a small library."""
    return Decision(
        LIBRARY_TASK,
        minutes=7,
        judge=judge_of_steps,
        one_way=coarse_days_and_known_books,
        hints=[
            "Try one step alone, then a stronger one. Which of the three things fails? Each step mends another one.",
            "Blurred days stop the exact search, and with scores most writers are still found. Something else must go, "
            "too: rare books, rows, or people.",
            "A book that fewer than 40 readers rated tells a lot. So does a day within three months. Leave out both.",
        ],
        name="linking/publish-library",
    )


def coarse_days_and_known_books() -> list[Any]:
    """Return one way to publish the log; fewer rows or fewer people would do as well."""
    return [DropRareTitles(40), BlurDays(91)]


def judge_of_steps(answer: Any) -> str:
    """Say what is wrong with a way to publish the log of the library; nothing, if all three things hold."""
    library, published = library_log(), library_log().log
    for step in named_steps(answer):
        published = step(published)
    if (share := len(published) / len(library.log)) < LEAST_ROWS:
        return strings.ROWS_LEFT.format(share=share, least=LEAST_ROWS)
    people = len(library.truth)
    by_scores, exactly = link(published, library.known), exact_search(published, library.known)
    for attacker, named in ((strings.BY_SCORES, by_scores), (strings.BY_EXACT_SEARCH, exactly)):
        found = score(named, library.truth, blind=0).right
        if found > MOST_FOUND:
            return strings.STILL_FOUND.format(attacker=attacker, found=found, people=people, most=MOST_FOUND)
    gone = link(without(published, library.truth), library.known)
    accused = score(gone, not_there(library.truth), blind=0).wrong
    return strings.STILL_ACCUSED.format(accused=accused, people=people, most=MOST_ACCUSED) * (accused > MOST_ACCUSED)


def named_steps(answer: Any) -> list[Defence]:
    """Read an answer that names steps of publishing.

    Raises:
        ValueError: it names something else.

    Examples:
        >>> named_steps(BlurDays(7))
        [BlurDays(days=7)]
    """
    steps: list[Any] = list(answer) if isinstance(answer, list | tuple) else [answer]
    if not all(isinstance(step, STEPS) for step in steps):
        raise ValueError(strings.NO_STEPS.format(answer=answer))
    return steps


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
        minutes=4,
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
