"""Growth between editions: a table comes out again, and what it has more tells of whoever has come in between."""

from typing import Final

import pandas as pd

from disclosure.attacks import guess_newcomers
from disclosure.frames import guesses
from disclosure.tables import newcomers, running_totals
from lessons.release_desk.attack import Attack, Behind, Known, Together, each_with
from lessons.release_desk.dashboard import MONDAYS, PANELS, WANTED, begun
from lessons.release_desk.office import Office, once


def arrived(office: Office) -> pd.DataFrame:
    """Everybody who began in the year of the dashboard.

    Returns:
        One row each: ``target`` (viewer_id), ``day``, ``region``, ``plan``, ``age``, and ``answer`` (the genre).
        Without ``answer``, it is what a colleague of each knows.
    """

    def made() -> pd.DataFrame:
        people = begun(office)
        ends = running_totals(people, by=(WANTED, "region"), days=[MONDAYS[0], MONDAYS[-1]])
        known = newcomers(people, ends, wanted=WANTED).drop(columns="region")
        others = people[["viewer_id", *PANELS.values()]].rename(columns={"viewer_id": "target"})
        return known.merge(others.astype(dict.fromkeys(PANELS.values(), "str")), on="target")

    return once(office, "arrived", made)


def what_colleagues_know(office: Office) -> pd.DataFrame:
    """What a colleague of everybody who began in the year knows: when, where, which plan, how old; not the genre."""
    return arrived(office).drop(columns="answer")


def watch_it_grow(releases: Together, known: Known) -> pd.DataFrame:
    """Look in each table for the one cell of a line that grew when somebody began.

    What one table tells is believed; what two tables tell is believed if they agree.

    Returns:
        Guesses about everybody who began: the genre that she watched first.
    """
    told = []
    for heading, column in PANELS.items():
        editions, colleagues = releases[0].sheets[heading], known.newcomers[["target", "day", column]]
        told.append(guess_newcomers(editions, colleagues, wanted=WANTED))
    return agreed(told)


def agreed(told: list[pd.DataFrame]) -> pd.DataFrame:
    """Put guesses about the same targets together: declared is what at least one declares and no other denies.

    Examples:
        >>> one = guesses(["Ada", "Eve"], ["drama", "crime"], [0.5, 1], [False, True])
        >>> two = guesses(["Ada", "Eve"], ["drama", "music"], [0.5, 1], [False, True])
        >>> agreed([one, one])["claim"].tolist(), agreed([one, two])["declared"].tolist()
        ([nan, 'crime'], [False, False])
    """
    claims = pd.concat([each["claim"] for each in told], axis="columns")
    sure = pd.concat([each["confidence"] for each in told], axis="columns").max(axis="columns")
    return guesses(
        told[0]["target"], claims.bfill(axis="columns").iloc[:, 0], sure, claims.nunique(axis="columns").eq(1)
    )


def people_who_began(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """What each newcomer began with; a blind guess is the genre with which most of them do."""
    answers = arrived(office)[["target", "answer"]]
    blind = float(answers["answer"].value_counts(normalize=True).max())
    return Behind(answers, {person: frozenset({person}) for person in answers["target"].tolist()}, blind)


GROWTH: Final = Attack(
    "growth",
    "a colleague with all editions",
    "She takes the edition before somebody began off the next one, in each of the tables.",
    each_with(*PANELS),
    watch_it_grow,
    people_who_began,
)
