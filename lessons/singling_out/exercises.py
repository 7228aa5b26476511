"""Exercises of the lesson on singling out: who watched on every day, counts of one, and three jokes to print or not."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.records.equivalence_classes import class_sizes
from lessons.singling_out import strings
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

EVERY_DAY_TASK: Final = """
**Who watched on every day?** Complete `my_every_day(views, n_days)`. It gets a log of *one* film with the columns
`viewer_id` and `day`, and returns the set of viewers who watched it on `n_days` different days or more.
"""

ALONE_TASK: Final = """
**Counts of one.** In how many (country, device) groups of `rows` is there exactly *one* person? Put the number in
`my_lonely_groups`.
"""

JOKES_TASK: Final = """
**Which jokes go out, and how?** The press office has three new jokes. Each counts people who watched one film ten
nights in a row: *owls* (24 people), *lighthouse* (12) and *train* (1). The office asks Cleo to split the numbers, for
more fun: by `country`, `device` or `age`, or by several of them. Cleo has one rule: no printed number may be below 4.
The office wants at least two jokes, and at least one of them split.

Decide about each joke. Write a list of facts to split by. An empty list is the number alone, and `None` leaves the joke
out. A plan looks like this (and this one breaks the rule): `{"owls": None, "lighthouse": ["age", "device"], "train":
[]}`. Say why you choose yours. The rows behind the jokes are in `jokes`.
"""

LEAST: Final = 4
"""No number below this may be printed, in people."""

PRESS_JOKES: Final = 2
"""So many jokes the press office wants at least."""


def every_day() -> Exercise:
    """Return the exercise whose answer is a function: the viewers who watched on every day."""
    return Exercise(
        EVERY_DAY_TASK,
        name="singling_out/every-day",
        minutes=6,
        reference=watched_every_day,
        make_case=_small_log,
        hints=[
            "Somebody can watch a film twice on one day. What do you count: rows, or days?",
            "Group the log by viewer, and count the *different* values of `day` in each group.",
            "`days = views.groupby('viewer_id')['day'].nunique()`, then keep the viewers with enough of them.",
        ],
    )


def lonely_groups(rows: pd.DataFrame) -> Exercise:
    """Return the exercise whose answer is a number in the learner's own world: groups of one.

    Args:
        rows: one row per counted person, with ``country`` and ``device``.
    """
    return Exercise(
        ALONE_TASK,
        name="singling_out/lonely-groups",
        minutes=4,
        reference=count_lonely_groups,
        make_case=_small_crowd,
        hints=[
            "First count the people of each group. Then count the groups.",
            "`rows.groupby([...]).size()` gives one number for each group that somebody is in.",
            "Compare those sizes with 1, and add up the Trues: `(sizes == 1).sum()`.",
        ],
        own_data={"rows": rows},
    )


def publish_jokes() -> Decision:
    """Return the task that asks which of three jokes to publish, and split by what."""
    return Decision(
        JOKES_TASK,
        minutes=6,
        judge=judge_of_jokes,
        one_way=owls_by_device,
        hints=[
            "Begin with the joke about one person. Which printed number would be below the rule?",
            "`jokes[jokes['joke'] == 'owls'].value_counts('age')` counts each group. Look at the smallest.",
            "The owls can be split by country or by device, but not by both. The train cannot be told at all.",
        ],
        name="singling_out/publish-jokes",
    )


def three_jokes() -> pd.DataFrame:
    """Return the rows behind three jokes: ``joke``, ``country``, ``device`` and ``age`` of each person."""
    people = [
        ("owls", "Chile", "tv", "under 40", 5),
        ("owls", "Chile", "phone", "under 40", 3),
        ("owls", "Chile", "tv", "40 to 64", 2),
        ("owls", "Norway", "tv", "40 to 64", 3),
        ("owls", "Norway", "phone", "under 40", 6),
        ("owls", "Norway", "phone", "40 to 64", 4),
        ("owls", "Norway", "tv", "65 and over", 1),
        ("lighthouse", "Chile", "tv", "under 40", 3),
        ("lighthouse", "Chile", "phone", "40 to 64", 4),
        ("lighthouse", "Chile", "phone", "under 40", 2),
        ("lighthouse", "Norway", "tv", "40 to 64", 3),
        ("train", "Chile", "phone", "40 to 64", 1),
    ]
    rows = [facts for *facts, count in people for _ in range(count)]
    return pd.DataFrame(rows, columns=["joke", *JOKE_FACTS])


JOKE_FACTS: Final = ("country", "device", "age")
"""By these a joke can be split."""


def judge_of_jokes(answer: object) -> str:
    """Say what is wrong with a plan for the three jokes; nothing, if it keeps the rule and the office gets enough."""
    jokes = three_jokes()
    plan = _plan(answer, list(jokes["joke"].unique()))
    printed = {joke: facts for joke, facts in plan.items() if facts is not None}
    for joke, facts in printed.items():
        if wrong := _smallest_group(joke, jokes[jokes["joke"] == joke], facts):
            return wrong
    enough = len(printed) >= PRESS_JOKES and any(printed.values())
    return "" if enough else strings.NOT_ENOUGH


def owls_by_device() -> dict[str, list[str] | None]:
    """Return one plan that keeps the rule."""
    return {"owls": ["device"], "lighthouse": [], "train": None}


def _plan(answer: object, jokes: list[str]) -> dict[str, list[str] | None]:
    """What the learner wrote: joke -> facts, or None."""
    kinds = isinstance(answer, dict) and all(isinstance(facts, list | tuple | str | None) for facts in answer.values())
    if not isinstance(answer, dict) or set(answer) != set(jokes) or not kinds:
        raise ValueError(strings.NOT_A_PLAN.format(jokes=", ".join(jokes)))
    plan = {joke: [facts] if isinstance(facts, str) else facts for joke, facts in answer.items()}
    for joke, facts in plan.items():
        for fact in facts or []:
            if fact not in JOKE_FACTS:
                raise ValueError(strings.NO_SUCH_FACT.format(joke=joke, fact=fact, facts=", ".join(JOKE_FACTS)))
    return {joke: None if facts is None else list(facts) for joke, facts in plan.items()}


def _smallest_group(joke: str, rows: pd.DataFrame, facts: list[str]) -> str:
    """Say who is left in the smallest printed group, if it is below the rule."""
    crowd = class_sizes(rows, facts)
    if (size := int(crowd.min())) >= LEAST:
        return ""
    group = ", ".join(rows[facts].iloc[int(crowd.to_numpy().argmin())]) or strings.EVERYBODY
    split = strings.SPLIT_BY.format(facts=" and ".join(facts)) if facts else strings.UNSPLIT
    words = strings.ONE_ALONE if size == 1 else strings.TOO_FEW
    return words.format(joke=joke, split=split, group=group, size=size, least=LEAST)


def watched_every_day(views: pd.DataFrame, n_days: int) -> set[int]:
    """Return the viewers with at least ``n_days`` different days."""
    days = views.groupby("viewer_id")["day"].nunique()
    return set(days.index[days >= n_days])


def count_lonely_groups(rows: pd.DataFrame) -> int:
    """Return the number of (country, device) groups of exactly one person."""
    sizes = rows.groupby(["country", "device"]).size()
    return int((sizes == 1).sum())


def _small_log(rng: np.random.Generator) -> Arguments:
    """A log of three viewers and a few days, in which some watch twice a day."""
    n_days = int(rng.integers(2, 4))
    n_views = int(rng.integers(3, 11))
    day = pd.Timestamp("2017-12-01") + pd.to_timedelta(rng.integers(0, n_days + 1, n_views), unit="D")
    views = pd.DataFrame({"viewer_id": rng.integers(1, 4, n_views), "day": day})
    return {"views": views.sort_values(["viewer_id", "day"], ignore_index=True), "n_days": n_days}


def _small_crowd(rng: np.random.Generator) -> Arguments:
    """A crowd of three to seven people in two countries with two devices."""
    n = int(rng.integers(3, 8))
    country, device = rng.choice(["Chile", "Norway"], n), rng.choice(["phone", "tv"], n)
    return {"rows": pd.DataFrame({"country": country, "device": device}).sort_values("country", ignore_index=True)}
