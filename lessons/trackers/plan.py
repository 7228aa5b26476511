"""A town library's desk: what a plan for it gives its readers, and what it gives away."""

from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd

from lessons.trackers import strings
from lessons.trackers.attack import by_average, by_equality, individual
from lessons.trackers.conditions import Fact
from lessons.trackers.defences import Noise
from lessons.trackers.release import Desk
from lessons.trackers.sweep import Neighbours

COLUMNS: Final = ("birth_year", "street", "since", "school")
"""What a neighbour knows of a reader, the most telling first."""

BOOK: Final = Fact("debts", True)
"""The secret: the reader has borrowed a book on debts."""

LEAST_COLUMNS, LEAST_QUESTIONS = 2, 10
MOST_REFUSED, MOST_OFF, MOST_MORE = 40, 3.5, 4
"""In per cent of people, in people, and in claims more than a blind guess gets right."""


@dataclass(frozen=True)
class Plan:
    """What the library's desk does.

    Args:
        k: the smallest count that is told; all others must be as many.
        columns: how many different columns may be named in one question, 1 to 5.
        noise: None, ``FreshNoise(sd=...)``, ``NoiseByText(sd=...)`` or ``NoiseBySet(sd=...)``.
        questions: how many questions one reader may ask.
    """

    k: int
    columns: int
    noise: Noise | None
    questions: int


@dataclass(frozen=True)
class Judged:
    """What a plan comes to: people in refused cells (%), by how many answers are off, and what neighbours learn.

    ``blind`` is the share of right answers of somebody who always says what is more frequent.
    """

    refused: float
    error: float
    right: int
    wrong: int
    n: int
    blind: float

    @property
    def by_chance(self) -> float:
        """How many are right who speak as often and are blind."""
        return self.blind * (self.right + self.wrong)

    @property
    def more(self) -> float:
        """How many more neighbours are right than that."""
        return self.right - self.by_chance


@cache
def readers() -> pd.DataFrame:
    """Return the readers: ``birth_year``, ``street``, ``since`` (when she joined), ``school``, and ``debts`` (bool)."""
    rng, n = np.random.default_rng(53), 600
    streets = [f"{name} Street" for name in ("Ash", "Mill", "Church", "High", "Lake", "Park")]
    known = {
        "birth_year": rng.integers(1950, 2000, n),
        "street": rng.choice(streets, n, p=[0.3, 0.25, 0.2, 0.1, 0.1, 0.05]),
        "since": rng.integers(2014, 2018, n),
        "school": rng.choice(["North", "South"], n),
    }
    return pd.DataFrame(known | {"viewer_id": np.arange(n), "debts": rng.random(n) < 0.3})


@cache
def judged(plan: Plan) -> Judged:
    """Try a plan out: on all tables by two facts, and on 100 readers whose neighbours ask all they may."""
    people = readers()
    desk = Desk(people, plan.k)
    noisy = desk if plan.noise is None else plan.noise(desk)
    refused, error = _service(desk, noisy)
    drawn = people.sample(100, random_state=1)
    known = drawn[["viewer_id", *COLUMNS[: plan.columns - 1]]].rename(columns={"viewer_id": "target"})
    truth = drawn[["viewer_id", "debts"]].set_axis(["target", "answer"], axis=1)
    neighbours = Neighbours(known, truth)
    pairs = plan.questions // 2
    ways = [individual]
    if plan.noise is not None:
        ways = [partial(by_average, ways=pairs), partial(by_average, ways=pairs, same=True)]
        ways.append(partial(by_equality, ways=min(pairs, 4)))
    asked = (neighbours.ask(noisy, way, BOOK) for way in ways)
    outcomes = [Judged(refused, error, each["right"], each["wrong"], each["n"], neighbours.blind) for each in asked]
    return max(outcomes, key=lambda outcome: outcome.more)


def _service(desk: Desk, noisy: Desk) -> tuple[float, float]:
    """Of all tables by two facts: the share of people in refused cells (%), and by how many answers are off."""
    people, refused, off = desk.people, 0, []
    tables = list(combinations([*COLUMNS[1:], BOOK.column], 2))
    for pair in tables:
        for labels, cell in people.groupby(list(pair)):
            question = Fact(pair[0], labels[0]) & Fact(pair[1], labels[1])
            told = noisy.answer(question)
            if told is None:
                refused += len(cell)
            else:
                off.append(abs(told - len(cell)))
    return 100 * refused / (len(people) * len(tables)), float(np.mean(off)) if off else 0.0


def what_is_wrong(plan: Plan) -> str:
    """Say what is wrong with a plan; nothing, if it gives readers enough and does not give away too much."""
    if plan.columns < LEAST_COLUMNS:
        return strings.TOO_FEW_COLUMNS.format(columns=plan.columns)
    if plan.questions < LEAST_QUESTIONS:
        return strings.TOO_FEW_QUESTIONS.format(least=LEAST_QUESTIONS, questions=plan.questions)
    found = judged(plan)
    if found.refused > MOST_REFUSED:
        return strings.TOO_REFUSED.format(refused=found.refused, most=MOST_REFUSED)
    if found.error > MOST_OFF:
        return strings.TOO_FAR.format(error=found.error, most=MOST_OFF)
    if found.more > MOST_MORE:
        return strings.TOLD_OF.format(**vars(found), chance=found.by_chance, most=MOST_MORE)
    return ""
