"""Exercises on unicity: whose records hold all that is known, who is found rightly, and what to hand over."""

from functools import cache
from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.unicity import strings
from lessons.unicity.cinema import COLUMNS, cinema_log, judged
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

FITS_TASK: Final = """
**Who fits?** Complete `my_fits(log, titles)`. `log` has one row for each time that somebody (`viewer_id`) watched
something (`title_id`); people watch things again. Return the set of viewers whose record holds **all** of `titles`.
"""

UNIQUE_TASK: Final = """
**Found, and rightly?** Complete `my_found(log, titles, person)`. Ada knows that `person` watched all of `titles`, or
believes so. Return `True` if exactly one viewer of the log fits **and** that is `person`, else `False`. You may use
`my_fits`.
"""

EXTRACT_TASK: Final = """
**What do you hand over?** Cleo runs four cinemas for a club of 2,000 members. Researchers ask for half a year of
visits. Numbers stand in place of the names. You choose the columns: of `film`, `genre`, `day`, `week`, `month`,
`house`. You also choose the share of the members, drawn by lot, whose visits are handed over (1.0 is everybody).

Ada has heard of three visits of each of 500 members, with all that a visit tells. She looks for exact fits.

1. She finds at most 50 of the 500.
2. She accuses at most 25 others. (Whom she looks for was not drawn, and somebody else fits.)
3. Readers lose at most 65 % of the information. (Who is not drawn is lost as a whole.)

Write for example `{"columns": ["film", "day"], "share": 1.0}`. Several answers are right. Say who will miss what you
leave out.
"""

MOST_FOUND: Final = 50
MOST_ACCUSED: Final = 25
"""Of the 500 people who are looked for."""

MOST_LOST: Final = 0.65


def who_fits() -> Exercise:
    """Return the exercise that finds the records that hold all that is known."""
    return Exercise(
        FITS_TASK,
        name="unicity/who-fits",
        minutes=5,
        reference=fits,
        make_case=_small_log,
        hints=[
            "Keep the rows with one of the titles. How many *different* ones of them must a viewer have?",
            "`log[log['title_id'].isin(titles)]`, then group by `viewer_id`; `nunique` counts each title once.",
            "`different = ours.groupby('viewer_id')['title_id'].nunique()`, then "
            "`set(different.index[different == len(titles)])`",
        ],
    )


def found_rightly() -> Exercise:
    """Return the exercise that tells a person who is found from a stranger who is accused."""
    return Exercise(
        UNIQUE_TASK,
        name="unicity/found-rightly",
        minutes=5,
        reference=found,
        make_case=_small_log_and_person,
        hints=[
            "Somebody fits alone. Is it the person? Could Ada tell?",
            "Compare two sets: those who fit, and the set with `person` alone in it.",
            "`return my_fits(log, titles) == {person}`",
        ],
    )


def hand_over() -> Decision:
    """Return the task that asks which columns of a log to hand to researchers, and of how many people."""
    return Decision(
        EXTRACT_TASK,
        minutes=6,
        judge=judge_of_extract,
        one_way=weeks_and_houses,
        hints=[
            "Begin with everybody, and two coarse columns. Which of the three numbers is too large?",
            "A column more tells Ada more and costs readers less. A smaller share leaves fewer members to find, and "
            "also fewer who look alike.",
            "Two columns are enough, if none of them is the day. Or one column, if it is the film.",
        ],
        name="unicity/hand-over",
    )


_visits = cache(cinema_log)


def judge_of_extract(answer: object) -> str:
    """Say what is wrong with an extract; nothing, if few are found and accused at the price."""
    columns, share = _extract(answer)
    risk, lost = judged(_visits(), columns, share)
    wrong = [
        strings.FOUND_TOO_MANY.format(most=MOST_FOUND) if risk.right > MOST_FOUND else "",
        strings.ACCUSED_TOO_MANY.format(most=MOST_ACCUSED) if risk.wrong > MOST_ACCUSED else "",
        strings.TOO_DEAR.format(most=MOST_LOST) if lost > MOST_LOST else "",
    ]
    sentence = strings.EXTRACT.format(found=risk.right, accused=risk.wrong, n=risk.n, lost=lost)
    return " ".join([sentence, *filter(None, wrong)]) if any(wrong) else ""


def _extract(answer: Any) -> tuple[list[str], float]:
    """Read an answer: the columns, and the share of the members."""
    if not isinstance(answer, dict) or set(answer) != {"columns", "share"}:
        raise ValueError(strings.NO_EXTRACT)
    columns, share = answer["columns"], answer["share"]
    if not isinstance(columns, list | tuple) or not columns:
        raise ValueError(strings.NO_EXTRACT)
    for column in columns:
        if column not in COLUMNS:
            raise ValueError(strings.NO_COLUMN.format(column=column, columns=", ".join(COLUMNS)))
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share <= 1:
        raise ValueError(strings.NO_SHARE.format(share=share))
    return list(dict.fromkeys(columns)), float(share)


def weeks_and_houses() -> dict[str, object]:
    """Return one extract that keeps to all three."""
    return {"columns": ["week", "house"], "share": 1.0}


def fits(log: pd.DataFrame, titles: list[int]) -> set[int]:
    """Return the viewers whose record holds all of the titles."""
    of_titles = log[log["title_id"].isin(titles)]
    different = of_titles.groupby("viewer_id")["title_id"].nunique()
    return set(different.index[different == len(titles)])


def found(log: pd.DataFrame, titles: list[int], person: int) -> bool:
    """Return whether the person fits, and nobody else."""
    of_titles = log[log["title_id"].isin(titles)]
    different = of_titles.groupby("viewer_id")["title_id"].nunique()
    return set(different.index[different == len(titles)]) == {person}


def _small_log(rng: np.random.Generator) -> Arguments:
    """Four viewers, four titles, some watched again; two titles are known."""
    rows = int(rng.integers(8, 13))
    log = pd.DataFrame({"viewer_id": rng.integers(1, 5, rows), "title_id": rng.integers(1, 5, rows)})
    return {"log": log, "titles": sorted(rng.choice(np.arange(1, 5), 2, replace=False).tolist())}


def _small_log_and_person(rng: np.random.Generator) -> Arguments:
    """The same, and a person who may have watched them, or not, or is not in the log at all."""
    return _small_log(rng) | {"person": int(rng.integers(1, 6))}
