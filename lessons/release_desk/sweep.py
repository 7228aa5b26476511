"""What one or two published requests do, in all ways to decide about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, Final

import pandas as pd

from lessons.release_desk.answering import answers, tally
from lessons.release_desk.decisions import Choices, published
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.requests import DECLINE, Request
from lessons.release_desk.scores import attacked

AT_MOST: Final = 2
"""How many published requests the page knows together. More are attacked in the notebook."""


@dataclass(frozen=True, eq=False)
class Swept:
    """What decisions do.

    Args:
        settings: one row per setting: ``key``, ``published`` (how many requests), ``found`` (people), ``wrong`` (false
            claims), and of the questions ``right``, ``false`` and ``open``.
        attacks: one row per setting and attack that had something to read: ``key``, ``attack``, ``found`` (people for
            whom no weaker attack counts), ``wrong``.
    """

    settings: pd.DataFrame
    attacks: pd.DataFrame


def control_of(request: Request) -> str:
    """What a request is called in a chart, whose names have no spaces.

    Examples:
        >>> [control_of(request) for request in REQUESTS][0]
        'joke'
    """
    return request.name.replace(" ", "_")


def key_of_choices(choices: Choices) -> str:
    """Write a setting with one sign for each request: the place of its choice. What is left out is declined.

    Examples:
        >>> key_of_choices({"joke": "as asked"})[0]
        '0'
    """
    places = [[choice.name for choice in request.choices] for request in REQUESTS]
    chosen = [choices.get(request.name, DECLINE) for request in REQUESTS]
    return "".join(str(names.index(name)) for names, name in zip(places, chosen, strict=True))


def all_settings(office: Office, at_most: int = AT_MOST) -> Swept:
    """Attack every setting in which so many requests are published, and all others declined.

    Args:
        office: what is held. What one release or one pair does is worked out once there.
        at_most: how many requests are published at most.
    """
    rows = [row_of(office, choices) for choices in settings_with(at_most)]
    attacks = pd.concat([frame for _, frame in rows], ignore_index=True)
    return Swept(pd.DataFrame([row for row, _ in rows]), attacks)


def settings_with(at_most: int) -> Iterator[Choices]:
    """All ways to publish so many requests at most; nothing published comes first."""
    for count in range(at_most + 1):
        for requests in combinations(REQUESTS, count):
            offered = [[choice.name for choice in request.choices[:-1]] for request in requests]
            for chosen in product(*offered):
                yield dict(zip((request.name for request in requests), chosen, strict=True))


def row_of(office: Office, choices: Choices) -> tuple[dict[str, Any], pd.DataFrame]:
    """What one setting does: its row, and one row for each attack (see `Swept`)."""
    out = published(office, choices)
    result, key = attacked(office, out), key_of_choices(choices)
    by_attack = result.by_attack().rename(columns={"first": "found"})
    sums = by_attack.groupby("attack", sort=False)[["found", "wrong"]].sum()
    row = {"key": key, "published": len(out), "found": result.found, "wrong": result.wrong}
    return row | tally(answers(office, out)), sums.reset_index().assign(key=key)
