"""Small tables that the notebook shows: requests, attacks, answers and decisions in words."""

from collections.abc import Mapping

import pandas as pd

from disclosure.measures.risk import wilson_interval
from lessons.release_desk import strings
from lessons.release_desk.answering import CANNOT, RIGHT, WRONG, tally
from lessons.release_desk.attack import Attack
from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.record import in_words
from lessons.release_desk.record_page import RecordPage, record_page
from lessons.release_desk.release import Released
from lessons.release_desk.requests import DECLINE, Intruder, Request
from lessons.release_desk.scores import Result
from teaching.prose import Prose, prose


def requests_in_words(requests: tuple[Request, ...]) -> pd.DataFrame:
    """Who asks for what."""
    shown = {
        strings.NUMBER: [request.number for request in requests],
        strings.FROM_WHOM: [request.from_whom for request in requests],
        strings.ASKS_FOR: [request.words for request in requests],
    }
    return pd.DataFrame(shown)


def intruder_in_words(request: Request) -> pd.DataFrame:
    """The three questions of the motivated intruder about one request, and an answer to each."""
    answers = about(request.intruder)
    return pd.DataFrame({strings.QUESTION: answers.keys(), strings.ANSWER: answers.values()})


def about(intruder: Intruder) -> dict[str, str]:
    """The three questions of the motivated intruder: question -> answer."""
    return {strings.WHO_WANTS: intruder.who, strings.KNOWS: intruder.knows, strings.LEARNS: intruder.learns}


def choices_in_words(request: Request) -> pd.DataFrame:
    """What can be decided about one request, and what readers get of it."""
    shown = {
        strings.CHOICE: [choice.name for choice in request.choices],
        strings.DECISION: [choice.words for choice in request.choices],
        strings.READERS_GET: [choice.gives for choice in request.choices],
    }
    return pd.DataFrame(shown)


def attacks_in_words(result: Result) -> pd.DataFrame:
    """What each attack achieved on all that it read, at once or one by one.

    Returns:
        One row per attack: its name; how many it looks for; how many of its claims are right, with the 95 % interval of
        that share; how many are wrong; how many of as many claims would be right if they were guessed blindly; and how
        many people count for it, because no weaker attack finds them.
    """
    rows = result.by_attack().assign(claims=lambda each: each["right"] + each["wrong"])
    sums = rows.groupby("attack", sort=False)[["targets", "right", "claims", "wrong", "blind", "first"]].sum()
    shown = {
        strings.ATTACK: list(sums.index),
        strings.TARGETS: sums["targets"].to_list(),
        strings.RIGHT_CLAIMS: [_share(*both) for both in zip(sums["right"], sums["claims"], strict=True)],
        strings.WRONG_CLAIMS: sums["wrong"].to_list(),
        strings.BLIND: sums["blind"].to_list(),
        strings.FOUND: sums["first"].to_list(),
    }
    return pd.DataFrame(shown)


def _share(right: int, claims: int) -> str:
    """How many claims of how many are right, with an interval."""
    low, high = wilson_interval(right, claims) if claims else (0, 1)
    return strings.OF_CLAIMS.format(right=right, claims=claims, low=low, high=high) if claims else strings.NO_CLAIMS


def answers_in_words(verdicts: pd.DataFrame) -> pd.DataFrame:
    """How many questions of each request are answered (see `lessons.release_desk.answering.answers`)."""
    counted = verdicts.groupby("request", sort=False)["verdict"].value_counts().unstack(fill_value=0)
    counted = counted.reindex(columns=[RIGHT, WRONG, CANNOT], fill_value=0)
    return counted.rename_axis(index=strings.REQUEST_NAME, columns=None).reset_index()


def decisions_in_words(choices: Mapping[str, str], requests: tuple[Request, ...]) -> pd.DataFrame:
    """What was decided about each request; what is left out is declined."""
    chosen = [request.choice(choices.get(request.name, DECLINE)) for request in requests]
    shown = {
        strings.REQUEST_NAME: [request.name for request in requests],
        strings.CHOICE: [choice.name for choice in chosen],
        strings.READERS_GET: [choice.gives for choice in chosen],
    }
    return pd.DataFrame(shown)


def sum_in_words(result: Result, verdicts: pd.DataFrame) -> str:
    """Say in two sentences what attacks and readers got of all that is out."""
    words = f"{in_words(result)} {strings.BESIDE} {strings.ANSWERED}"
    return words.format(wrong=result.wrong, asked=len(verdicts), **tally(verdicts))


def attackers_in_words(attacks: tuple[Attack, ...]) -> pd.DataFrame:
    """Who attacks and how, the weakest first."""
    shown = {
        strings.ATTACK: [attack.name for attack in attacks],
        strings.ATTACKER: [attack.who for attack in attacks],
        strings.WHAT_SHE_DOES: [attack.words for attack in attacks],
    }
    return pd.DataFrame(shown)


def of_what_in_words(releases: tuple[Released, ...]) -> pd.DataFrame:
    """Of whom, of when and in what each release tells."""
    shown = {
        strings.REQUEST_NAME: [each.request for each in releases],
        strings.OF_WHOM: [each.population for each in releases],
        strings.OF_WHEN: [each.date for each in releases],
        strings.UNIT: [each.unit for each in releases],
    }
    return pd.DataFrame(shown)


def what_came_of(desk: ReleaseDesk) -> RecordPage | Prose:
    """Show the record of a desk, or say that nobody has signed it yet."""
    return record_page(desk.record()) if desk.nickname else prose(strings.NOT_SIGNED)
