"""Honest work: cases about viewers, and the looks that they and other tasks need. Nobody's relations matter here."""

from typing import Final

import numpy as np
import pandas as pd

from data_gen.access.assumptions import Assumptions
from data_gen.access.looks import (
    COLUMNS,
    DAY,
    EMERGENCY,
    EXPORT,
    FIRST_DAY,
    NARROWER,
    PURPOSES,
    SAMPLE,
    SIGHTS,
    hours_of_work,
)
from data_gen.streams import Seed, stream
from data_gen.world import World

SHARE_OF_LOOKS: Final = {
    "support": 0.55,
    "fraud": 0.15,
    "recommendations": 0.12,
    "social media": 0.03,
    "engineering": 0.10,
    "data protection": 0.05,
}
SIGHTS_OF_ROLE: Final = {
    "support": (0.6, 0.4, 0.0, 0.0),
    "fraud": (0.4, 0.6, 0.0, 0.0),
    "recommendations": (0.0, 0.0, 0.7, 0.3),
    "social media": (0.0, 0.0, 1.0, 0.0),
    "engineering": (0.3, 0.2, 0.0, 0.5),
    "data protection": (0.4, 0.4, 0.2, 0.0),
}
"""How often each of `SIGHTS` is looked at by somebody of this role. These shares are assumed."""

FACTS: Final = ("plan", "device", "country", "region", "sex")
OF_A_COLLEAGUE, WITH_A_SECOND_LOOK, OF_A_PEAK = 0.2, 0.3, 0.3
EXPORTS, OF_EXPORT, EXPORT_APPROVED = 0.1, 1_000, 0.7
"""How often a case is a colleague's, a look is followed by another, a count is about an odd peak; how often rows leave
the house, how many, and how often somebody approved it. These are assumed."""


def honest_looks(
    world: World, employees: pd.DataFrame, assumed: Assumptions, seed: Seed
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make cases and looks of a quarter.

    Args:
        world: whose viewers are looked at.
        employees: as `make_employees`.
        assumed: how many looks, and how many of them have a case.
        seed: of the log.

    Returns:
        Looks (the columns of ``looks.COLUMNS``) and cases: ``case_id`` (here a running number), ``viewer_id``,
        ``opened_at`` and ``owner`` (the employee whose case it is).
    """
    rng = stream(seed, "honest looks")
    tasks = _tasks(employees, assumed, rng)
    one = tasks["sight"].isin(SIGHTS[:2]).to_numpy()
    tasks["viewer_id"] = pd.array(rng.choice(callers(world)["viewer_id"], len(tasks)), dtype="Int64")
    tasks.loc[~one, "viewer_id"] = pd.NA
    cases = _cases(tasks, one, employees, assumed, rng)
    _fill_counts(tasks, world, rng)
    _fill_rows(tasks, employees, rng)
    tasks["emergency"] = one & (rng.random(len(tasks)) < assumed.emergencies)
    tasks["reason"] = np.where(tasks["emergency"], EMERGENCY, "")
    second = _second_looks(tasks, assumed.honest_looks - len(tasks), rng)
    looks = pd.concat([tasks, second], ignore_index=True)
    return looks[[*COLUMNS]].astype(COLUMNS), cases[cases["case_id"].lt(len(looks))]


def _tasks(employees: pd.DataFrame, assumed: Assumptions, rng: np.random.Generator) -> pd.DataFrame:
    """The first look of each task: when, by whom, and at what. Each role makes its share."""
    how_many = round(assumed.honest_looks / (1 + WITH_A_SECOND_LOOK))
    roles = rng.choice([*SHARE_OF_LOOKS], how_many, p=[*SHARE_OF_LOOKS.values()])
    tasks = pd.DataFrame({"at": hours_of_work(how_many, rng), "query": "", "people": 1, "employee_id": 0, "sight": ""})
    for role, odds in SIGHTS_OF_ROLE.items():
        rows = np.flatnonzero(roles == role)
        tasks.loc[rows, "employee_id"] = rng.choice(employees.loc[employees["role"].eq(role), "employee_id"], len(rows))
        tasks.loc[rows, "sight"] = rng.choice(SIGHTS, len(rows), p=odds)
    tasks["purpose"] = [PURPOSES[role] for role in roles]
    tasks["approved_by"] = pd.array([pd.NA] * how_many, dtype="Int64")
    return tasks


def _cases(
    tasks: pd.DataFrame, one: np.ndarray, employees: pd.DataFrame, assumed: Assumptions, rng: np.random.Generator
) -> pd.DataFrame:
    """Cases about some of the viewers looked at; ``tasks`` are told the number of those that were open already."""
    luck = rng.random(len(tasks))
    before = one & (luck < assumed.with_case)
    later = one & ~before & (luck < assumed.with_case + (1 - assumed.with_case) * assumed.case_later)
    minutes = np.where(before, -rng.integers(5, DAY, len(tasks)), rng.integers(5, DAY, len(tasks)))
    tasks["case_id"] = pd.array(np.arange(len(tasks)), dtype="Int64")
    tasks.loc[~before, "case_id"] = pd.NA
    case = np.flatnonzero(before | later)
    other = before[case] & (rng.random(len(case)) < OF_A_COLLEAGUE)
    colleague = rng.choice(employees["employee_id"], len(case))
    return pd.DataFrame(
        {
            "case_id": case,
            "viewer_id": tasks["viewer_id"].to_numpy()[case].astype("int64"),
            "opened_at": (tasks["at"].to_numpy() + minutes.astype("timedelta64[m]"))[case],
            "owner": np.where(other, colleague, tasks["employee_id"].to_numpy()[case]),
        }
    )


def _fill_counts(tasks: pd.DataFrame, world: World, rng: np.random.Generator) -> None:
    """What each count asks, and how many it counts: people with some facts, or an odd peak of one film."""
    counts = np.flatnonzero(tasks["sight"].eq("count"))
    facts = facts_of(world.viewers)
    asked = [question_about(facts, int(who), rng) for who in rng.integers(0, len(facts), len(counts))]
    peaks = rng.random(len(counts)) < OF_A_PEAK
    films = rng.choice(world.titles.loc[world.titles["kind"].eq("film"), "title"], len(counts))
    days, watched = rng.integers(3, 25, len(counts)), rng.integers(5, 120, len(counts))
    tasks.loc[counts, "query"] = np.where(
        peaks, [peak_in_words(*peak) for peak in zip(films, days, strict=True)], [in_words(each) for each in asked]
    )
    tasks.loc[counts, "people"] = np.where(peaks, watched, [how_many(facts, each) for each in asked])


def _fill_rows(tasks: pd.DataFrame, employees: pd.DataFrame, rng: np.random.Generator) -> None:
    """Of how many people rows are shown; some leave the house, and most of these were approved by an engineer."""
    rows = np.flatnonzero(tasks["sight"].eq("rows"))
    exports = rng.random(len(rows)) < EXPORTS
    tasks.loc[rows, "query"] = np.where(exports, EXPORT, SAMPLE)
    tasks.loc[rows, "people"] = np.where(exports, OF_EXPORT, rng.integers(20, 100, len(rows)))
    approved = rows[exports & (rng.random(len(rows)) < EXPORT_APPROVED)]
    engineers = employees.loc[employees["role"].eq("engineering"), "employee_id"]
    tasks.loc[approved, "approved_by"] = rng.choice(engineers, len(approved))


def _second_looks(tasks: pd.DataFrame, how_many: int, rng: np.random.Generator) -> pd.DataFrame:
    """Some minutes later: after a profile the evenings, after a count a narrower one or the rows behind it."""
    follows = tasks[tasks["sight"].isin(["profile", "count"])].sample(frac=1, random_state=rng)
    follows = follows.head(how_many).copy()
    follows["at"] += pd.to_timedelta(rng.integers(1, 10, len(follows)), unit="m")
    peak = follows["query"].str.startswith("watched")
    counted = follows["sight"].eq("count")
    follows["sight"] = np.select([~counted, peak], ["evenings", "rows"], "count")
    narrower = (follows["people"] * rng.random(len(follows))).astype("int64").clip(lower=1)
    follows["people"] = np.where(counted & ~peak, narrower, follows["people"])
    follows["query"] = np.where(counted & ~peak, follows["query"] + NARROWER, follows["query"])
    return follows


def callers(world: World) -> pd.DataFrame:
    """The viewers about whom somebody may call: of age, and watching in the quarter of the log."""
    watching = world.views.loc[world.views["day"].ge(FIRST_DAY), "viewer_id"].unique()
    return world.viewers[world.viewers["age"].ge(18) & world.viewers["viewer_id"].isin(watching)]


def facts_of(viewers: pd.DataFrame) -> pd.DataFrame:
    """The facts about viewers that questions are made of, as plain text."""
    return viewers[[*FACTS]].astype(object)


def question_about(facts: pd.DataFrame, viewer: int, rng: np.random.Generator) -> dict[str, str]:
    """One to three facts of somebody, as a question that counts at least her.

    Args:
        facts: see `facts_of`.
        viewer: the number of her row.
        rng: chooses.
    """
    chosen = rng.choice(FACTS, rng.integers(1, 4), replace=False)
    return {fact: str(facts[fact].iat[viewer]) for fact in FACTS if fact in chosen}


def how_many(facts: pd.DataFrame, asked: dict[str, str]) -> int:
    """How many viewers have these facts."""
    fits = np.ones(len(facts), dtype=bool)
    for fact, value in asked.items():
        fits &= facts[fact].to_numpy() == value
    return int(fits.sum())


def in_words(facts: dict[str, str]) -> str:
    """The question as it stands in the log.

    Examples:
        >>> in_words({"plan": "basic", "sex": "female"})
        'plan basic, sex female'
    """
    return ", ".join(f"{fact} {value}" for fact, value in facts.items())


def peak_in_words(film: str, days: int) -> str:
    """Another question: how many kept watching one film.

    Examples:
        >>> peak_in_words("Pip the Unhurried Snail", 18)
        'watched Pip the Unhurried Snail on each of 18 days'
    """
    return f"watched {film} on each of {days} days"
