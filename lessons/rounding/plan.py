"""A small school district: what a plan to publish gives its readers, and what it gives away."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from disclosure.defences.cell_key import CellKey, cell_keys, with_record_keys
from disclosure.defences.random_rounding import RoundRandomly
from lessons.rounding import strings
from lessons.rounding.attack import ask_differently
from lessons.rounding.release import TableBuilder

SCHOOLS: Final = ("Ash", "Birch", "Cedar", "Elm")
NEEDS: Final = ("hearing", "reading", "speech", "sight")
MONTHS: Final = 12
EDITIONS: Final = (1, 2, 3, 4, 6, 12)
LEAST_EDITIONS, LEAST_QUESTIONS = 3, 5
MOST_OFF, MOST_EXACT, MOST_TOLD = 1.8, 8, 9


@dataclass(frozen=True)
class Plan:
    """What the district does.

    Args:
        change: ``CellKey(...)`` or ``RoundRandomly(...)``.
        questions: in how many other ways readers may ask for the same count.
        editions: how often a year the table comes out: 1, 2, 3, 4, 6 or 12 times.
    """

    change: CellKey | RoundRandomly
    questions: int
    editions: int


@dataclass(frozen=True)
class Judged:
    """What a plan comes to: by how many pupils counts are off, how many are exact, how many newcomers told apart."""

    error: float
    cells: int
    exact: int
    newcomers: int
    told: int


@cache
def pupils() -> pd.DataFrame:
    """Return the pupils with a support need: ``need``, ``school``, ``age`` (8 categories), ``month``, ``record_key``.

    Those of month 0 were there before the year.
    """
    rng = np.random.default_rng(53)
    there = {"need": rng.choice(NEEDS, 400), "school": rng.choice(SCHOOLS, 400), "month": np.zeros(400, dtype=int)}
    month = np.repeat(np.arange(1, MONTHS + 1), 2)
    new = {"need": rng.choice(NEEDS, len(month)), "school": rng.choice(SCHOOLS, len(month)), "month": month}
    people = pd.concat([pd.DataFrame(there), pd.DataFrame(new)], ignore_index=True)
    ages = [str(age) for age in range(8, 16)]
    people["age"] = pd.Categorical(rng.choice(ages, len(people)), ages)
    return with_record_keys(people, seed=7)


def judged(plan: Plan) -> Judged:
    """Try a plan out.

    A newcomer is told apart where between two editions a single school shows another number for her need, and it is
    hers.
    """
    by, people = ["need", "school"], pupils()
    counted = cell_keys(people, by=by, totals=False)[0].cells
    builder = TableBuilder(plan.change.printed, people)
    printed = builder.count(by, counted).to_numpy()
    truth = counted["count"].to_numpy(dtype=np.int64)
    asked = ask_differently(builder, by, counted, other="age")
    last = asked[asked["asked"] == plan.questions]["estimate"].to_numpy()
    told, newcomers = _told_apart(plan, by)
    return Judged(
        float(np.abs(printed - truth).mean()), len(truth), int((np.abs(last - truth) < 0.5).sum()), newcomers, told
    )


def _told_apart(plan: Plan, by: list[str]) -> tuple[int, int]:
    """How many newcomers are told apart in a year, of how many."""
    people, step = pupils(), MONTHS // plan.editions
    labels = pd.MultiIndex.from_product([NEEDS, SCHOOLS]).to_frame(index=False, name=by)
    shown = [
        TableBuilder(plan.change.printed, people[people["month"] <= month]).count(by, labels).to_numpy()
        for month in range(0, MONTHS + 1, step)
    ]
    changed = (np.diff(np.array(shown), axis=0) != 0).reshape(len(shown) - 1, len(NEEDS), len(SCHOOLS))
    new = people[people["month"] > 0]
    edition = (new["month"].to_numpy() - 1) // step
    need, school = (
        pd.Index(names).get_indexer(pd.Index(new[name])) for names, name in ((NEEDS, "need"), (SCHOOLS, "school"))
    )
    line = changed[edition, need]
    return int((line[np.arange(len(new)), school] & (line.sum(axis=1) == 1)).sum()), len(new)


def what_is_wrong(plan: Plan) -> str:
    """Say what is wrong with a plan; nothing, if it gives readers enough and does not give away too much."""
    if plan.editions < LEAST_EDITIONS:
        return strings.TOO_FEW.format(least=LEAST_EDITIONS, editions=plan.editions)
    if plan.questions < LEAST_QUESTIONS:
        return strings.NO_DESK.format(least=LEAST_QUESTIONS, questions=plan.questions)
    found = judged(plan)
    if found.error > MOST_OFF:
        return strings.TOO_FAR.format(error=found.error, most=MOST_OFF)
    if found.exact > MOST_EXACT:
        return strings.TOO_EXACT.format(exact=found.exact, cells=found.cells, most=MOST_EXACT)
    if found.told > MOST_TOLD:
        return strings.TOLD_APART.format(told=found.told, n=found.newcomers, most=MOST_TOLD)
    return ""
