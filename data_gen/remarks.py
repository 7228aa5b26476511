"""The English of clue cards: one sentence that says the facts it is given, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from data_gen.title_words import phrases

SPEAKERS = phrases(
    """
    a colleague, a neighbour, a flatmate, a cousin, a barber, a postman, a gym partner, a fellow commuter,
    a school friend, a choir member, a dentist, a baker, a team captain, a landlady, a librarian, a dog walker
    """
)
OPENINGS = ("", "You won't believe it, but ", "Over coffee I heard that ", "It is no secret that ", "Between us: ")
WHO = {
    "female": ("a woman I know", "my sister-in-law", "a lady from my choir", "the sister of a friend"),
    "male": ("a man I know", "my brother-in-law", "a gentleman from my choir", "the brother of a friend"),
    "": ("someone I know", "a friend of mine", "somebody from my choir", "a former flatmate of mine"),
}
DID = (
    "has put on that Christmas film{device} every single evening since November",
    "never lets a day go by without that Christmas film{device}",
    "has had that Christmas film running{device} every day for weeks",
    "watches that Christmas film{device} day after day",
)
DEVICE_WORDS = {
    "tv": " on the television",
    "computer": " on the computer",
    "phone": " on the phone",
    "tablet": " on the tablet",
}
WITH_ARTICLE = ("United States", "United Kingdom", "Netherlands")
OWNER = {"female": "her", "male": "his", "": "their"}
DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def sentence(facts: Mapping[Any, Any], rng: np.random.Generator) -> str:
    """One sentence that a colleague could say.

    Args:
        facts: country, region, device, sex, joined_week, age_from; a missing one is left unsaid.
        rng: chooses among the ways to say it.

    Returns:
        A sentence in English.

    Examples:
        >>> facts = {"country": "Norway", "sex": "female", "age_from": 30}
        >>> sentence(facts, np.random.default_rng(3))
        'A woman I know in Norway, in her thirties, watches that Christmas film day after day.'
    """
    known = {name: value for name, value in facts.items() if not pd.isna(value)}
    sex = known.get("sex", "")
    did = _one_of(DID, rng).format(device=DEVICE_WORDS.get(known.get("device", ""), ""))
    asides = [aside for aside in (_age(known, sex), _joining(known)) if aside]
    middle = f", {', '.join(asides)}," if asides else ""
    text = f"{_one_of(OPENINGS, rng)}{_one_of(WHO[sex], rng)}{_place(known)}{middle} {did}."
    return text[0].upper() + text[1:]


def _one_of(ways: tuple[str, ...], rng: np.random.Generator) -> str:
    return ways[int(rng.integers(len(ways)))]


def _place(known: Mapping[Any, Any]) -> str:
    if "country" not in known:
        return ""
    country = ("the " if known["country"] in WITH_ARTICLE else "") + known["country"]
    return f" in {known['region']} in {country}" if "region" in known else f" in {country}"


def _age(known: Mapping[Any, Any], sex: str) -> str:
    if "age_from" not in known:
        return ""
    decade = int(known["age_from"]) // 10
    return "still a teenager" if decade < 2 else f"in {OWNER[sex]} {DECADES[decade - 2]}"


def _joining(known: Mapping[Any, Any]) -> str:
    if "joined_week" not in known:
        return ""
    monday = pd.Timestamp(known["joined_week"])
    return f"who signed up in the week of {monday.day} {monday.month_name()} {monday.year}"
