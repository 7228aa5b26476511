"""Request 4: a dashboard that comes out each Monday: what people began with, ever, in three tables."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.defences import Budget, CellKey, ForEachTable, PublishEvery, Suppress
from disclosure.defences.cell_key import RECORD_KEY
from disclosure.defences.noise import noise
from disclosure.tables import beginnings, running_totals
from disclosure.tables.added_noise import AddedNoise
from disclosure.tables.editions import Publications, counts_of
from disclosure.tables.perturbation import KEYS
from lessons.release_desk.office import SMALL, Office, once
from lessons.release_desk.requests import Choice, Intruder, Question, Reading, Request, Sheets, declined

BEGAN: Final = "all viewers in the United States who have begun"
EACH_MONDAY: Final = "each Monday from 5 December 2016 to 4 December 2017"
MONDAYS: Final = pd.date_range("2016-12-05", "2017-12-04", freq="W-MON")

BY_REGION, BY_PLAN, BY_AGE = "first genre by region", "first genre by plan", "first genre by age"
PANELS: Final = {BY_REGION: "region", BY_PLAN: "plan", BY_AGE: "age"}
"""Heading -> by what the first genre of everybody is counted."""

AGES: Final = {"under 35": 35, "35 to 54": 55, "55 and over": 200}
"""Three groups of ages, by the first age that is too old for each."""

WANTED: Final = "genre"
QUARTER, FOUR_WEEKS = 13, 4
EPSILON: Final = 1.0
"""What one table may cost in a year: somebody is new once in each of them."""

SEED_OF_NOISE: Final = 53
"""A secret of the office: whoever knows it takes the noise away again."""

HIDDEN: Final = ForEachTable(Suppress(SMALL))

Panels = dict[str, Publications]
Rule = Callable[[Publications], Publications]


def begun(office: Office) -> pd.DataFrame:
    """Everybody who has begun, each once: at the genre of what she watched first, ever.

    Returns:
        As of `disclosure.tables.beginnings`, with ``plan``, ``age`` (one of `AGES`) and ``record_key``.
    """

    def made() -> pd.DataFrame:
        inside = office.keyed_viewers
        people = beginnings(office.world.views, inside, office.world.titles)
        ages = pd.cut(inside["age"], [0, *AGES.values()], right=False, labels=list(AGES))
        return people.merge(inside.assign(age=ages)[["viewer_id", "plan", "age", RECORD_KEY]])

    return once(office, "begun", made)


def mondays(office: Office) -> Panels:
    """The three tables on each Monday, as they are counted."""
    people = begun(office)
    return once(
        office,
        "mondays",
        lambda: {
            heading: running_totals(people, by=(WANTED, name), days=list(MONDAYS)) for heading, name in PANELS.items()
        },
    )


def quarterly(office: Office) -> Panels:
    """The three tables every 13 weeks, with small counts hidden."""
    return {heading: HIDDEN(PublishEvery(QUARTER)(weekly)) for heading, weekly in mondays(office).items()}


def by_keys(office: Office) -> Panels:
    """The three tables on each Monday, all counts changed by cell keys: the same people, the same number."""
    people = begun(office)
    return {heading: _keyed(weekly, people) for heading, weekly in mondays(office).items()}


def _keyed(weekly: Publications, people: pd.DataFrame) -> Publications:
    """One table with its counts changed: what `disclosure.defences.CountAgain` does, for all Mondays at once."""
    defence, by = CellKey(), list(weekly[0].table.by)
    cells = pd.MultiIndex.from_frame(weekly[0].table.cells[by])
    place = cells.get_indexer(pd.MultiIndex.from_frame(people[by].astype("str")))
    week = MONDAYS.searchsorted(people["began_on"])
    sums = np.zeros((len(weekly) + 1, len(cells)), dtype=np.int64)
    np.add.at(sums, (week, place), people[RECORD_KEY].to_numpy())
    printed = defence.printed(counts_of(weekly).astype(np.int64), sums.cumsum(axis=0)[:-1] % KEYS)
    return _printed(weekly, printed, perturbation=defence.table)


def with_noise(office: Office) -> Panels:
    """The three tables every four weeks with noise: somebody is new once in each, so each costs its epsilon once.

    The steps between two editions get noise, and what is printed is their sum so far, never below 0. The footnote tells
    of the noise of one step: later counts are off by more.
    """
    people = int(begun(office)["viewer_id"].sum())  # each world has noise of its own
    budget, rng = Budget(len(PANELS) * EPSILON), np.random.default_rng([SEED_OF_NOISE, people])
    found = {}
    for heading, weekly in mondays(office).items():
        rare = PublishEvery(FOUR_WEEKS)(weekly)
        steps = np.diff(counts_of(rare).astype(np.int64), axis=0, prepend=0)
        sums = (steps + noise(budget.spend(EPSILON), 1, steps.shape, rng)).cumsum(axis=0)
        found[heading] = _printed(rare, sums.clip(min=0), noise=AddedNoise(EPSILON))
    return found


def _printed(editions: Publications, counts: np.ndarray, **footnote: Any) -> Publications:
    """The same editions with other counts, of shape (editions, cells), and a footnote that says how they came about."""
    printed = (pd.array(row, dtype="Int64") for row in counts)
    return tuple(
        replace(each, table=replace(each.table, cells=each.table.cells.assign(count=row), **footnote))
        for each, row in zip(editions, printed, strict=True)
    )


def _ever(sheets: Sheets, by: str) -> pd.Series:
    """How many have begun so far, by one of the columns of the table by region."""
    return sheets[BY_REGION][-1].table.cells.groupby(by, sort=False)["count"].sum()


def most_begun(by: str) -> Reading:
    """How to read which label has the most people who have begun, by the last edition."""
    return lambda sheets: str(_ever(sheets, by).idxmax())


def faster_now(sheets: Sheets) -> bool | None:
    """Whether more people began in the last four weeks than in the four weeks before; None if no edition tells."""
    totals = {each.day: int(each.table.cells["count"].sum()) for each in sheets[BY_REGION]}
    last, weeks = MONDAYS[-1], pd.Timedelta(weeks=FOUR_WEEKS)
    if not {last - weeks, last - 2 * weeks} <= totals.keys():
        return None
    return totals[last] - totals[last - weeks] > totals[last - weeks] - totals[last - 2 * weeks]


REQUEST: Final = Request(
    name="dashboard",
    number=4,
    from_whom="The marketing department",
    words=(
        "A dashboard for everybody, new each Monday: how many people have ever begun with each genre, by region, by "
        "plan and by age. “It only counts up, so what could it tell?”"
    ),
    intruder=Intruder(
        who="A colleague of somebody who joined last week.",
        knows="In which week she began, where she lives, her plan and about how old she is.",
        learns="What she watched first.",
    ),
    questions=(
        Question("With which genre do most people begin?", most_begun(WANTED)),
        Question("In which region have most people begun?", most_begun("region")),
        Question("Did more people begin in the last four weeks than in the four before?", faster_now),
    ),
    choices=(
        Choice("as asked", "Print all three tables each Monday.", "", "Three tables, 53 times.", mondays),
        Choice(
            "cell keys",
            "Print them each Monday and hide nothing: every count is changed a little by keys, small ones too.",
            "CellKey()",
            "Three tables, 53 times, small counts as well; each count is off by at most 5.",
            by_keys,
        ),
        Choice(
            "every 13 weeks",
            "Print them every 13 weeks only, and hide small counts.",
            f"{PublishEvery(QUARTER)!r} then {HIDDEN!r}",
            "Three tables, five times; counts of 1 to 4 are hidden.",
            quarterly,
        ),
        Choice(
            "noise",
            "Print them every four weeks with noise, from a budget for the whole year. Nothing is hidden, and later "
            "counts are off by more.",
            "Budget(3.0)",
            "Three tables, 14 times, small counts as well; each is off by a number that nobody knows.",
            with_noise,
        ),
        declined("Decline: no dashboard."),
    ),
    counted=mondays,
    population=BEGAN,
    date=EACH_MONDAY,
)
