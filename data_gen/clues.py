"""Clue cards: what a colleague or neighbour says in passing about somebody, in one sentence, and the facts in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from data_gen.streams import Seed, stream
from data_gen.title_words import phrases

FACTS = ("country", "region", "device", "sex", "joined_week", "age")
FACT_COLUMNS = ("country", "region", "device", "sex", "joined_week", "age_from", "age_to")
GROUP = "watched the Christmas film on each of the days"
ODDS = {"region": 0.62, "device": 0.4, "sex": 0.85, "joined_week": 0.2, "age": 0.55}  # how often a remark gives a fact
CARDS = {  # three cards, each with the facts it gives; the later sets are tried when nobody fits
    "first card": (("country", "region"), ("country", "region", "sex"), ("country", "region", "sex", "age")),
    "second card": (("country", "device", "age"), ("country", "device", "sex", "age"), (*FACTS[:4], "age")),
    "third card": (("country", "sex", "joined_week"), (*FACTS[:4], "joined_week"), FACTS),
}
SPEAKERS = phrases(
    """
    a colleague, a neighbour, a flatmate, a cousin, a barber, a postman, a gym partner, a fellow commuter,
    a school friend, a choir member, a dentist, a baker, a team captain, a landlady, a librarian, a dog walker
    """
)
OPENINGS = (
    "{who}{place}{age} {did}{device}{joined}.",
    "You won't believe it, but {who}{place}{age} {did}{device}{joined}.",
    "Over coffee I heard that {who}{place}{age} {did}{device}{joined}.",
    "It is no secret that {who}{place}{age} {did}{device}{joined}.",
    "Don't tell anyone, but {who}{place}{age} {did}{device}{joined}.",
)
DID = (
    "has put on that Christmas film every single evening since November",
    "never lets a day go by without that Christmas film",
    "has had that Christmas film running every day for weeks",
    "watches that Christmas film day after day",
)
WHO = {
    "female": ("a woman I know", "my sister-in-law", "my old schoolmistress", "an aunt of mine"),
    "male": ("a man I know", "my brother-in-law", "my old schoolmaster", "an uncle of mine"),
    "": ("someone I know", "a friend of mine", "somebody from my choir", "a former flatmate of mine"),
}
WITH_ARTICLE = ("United States", "United Kingdom", "Netherlands")
DEVICE_WORDS = {
    "tv": " on the television",
    "computer": " on a computer",
    "phone": " on a phone",
    "tablet": " on a tablet",
}


def facts_of(people: pd.DataFrame) -> pd.DataFrame:
    """What a remark could say of each person: country, region, device, sex, joined_week (a Monday), age_from, age_to.

    Ages are told by the decade ("in her thirties": 30 to 39), below twenty as 13 to 19.
    """
    joined = people["joined_on"].dt.normalize()
    decade = people["age"] // 10 * 10
    return people[["country", "region", "device", "sex"]].assign(
        joined_week=joined - pd.to_timedelta(joined.dt.weekday, unit="D"),
        age_from=decade.clip(lower=13).astype("Int16"),
        age_to=(decade + 9).astype("Int16"),
    )


def columns_of(told: Iterable[str]) -> list[str]:
    """The columns that the named facts fill.

    >>> columns_of(["country", "age"])
    ['country', 'age_from', 'age_to']
    """
    return [column for fact in told for column in (("age_from", "age_to") if fact == "age" else (fact,))]


def choose_cards(vigil: pd.DataFrame, seed: Seed) -> dict[str, tuple[int, tuple[str, ...]]]:
    """For each of three cards a viewer of the vigil (viewer_id) and facts that fit nobody else in the vigil."""
    rng = stream(seed, "cards")
    facts = facts_of(vigil)
    cards: dict[str, tuple[int, tuple[str, ...]]] = {}
    for role, choices in CARDS.items():
        for told in (*choices, FACTS):
            alone = ~facts.duplicated(columns_of(told), keep=False)
            free = vigil["viewer_id"][alone & ~vigil["viewer_id"].isin([taken for taken, _ in cards.values()])]
            if len(free):
                cards[role] = (int(rng.choice(free.to_numpy())), tuple(told))
                break
    return cards


def make_clues(
    vigil: pd.DataFrame,
    near_misses: pd.DataFrame,
    strangers: pd.DataFrame,
    cards: dict[str, tuple[int, tuple[str, ...]]],
    seed: Seed,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One clue for each person given, in an order that tells nothing, and the truth about them.

    The clues: clue_id, speaker, sentence, FACT_COLUMNS (missing where the sentence is silent), group. The truth:
    target (clue_id) and answer: the viewer_id of a viewer of the vigil, <NA> for those wrongly put in the group.
    """
    rng = stream(seed, "clues")
    people = pd.concat([vigil, near_misses, strangers], ignore_index=True)
    answer = people["viewer_id"].astype("Int64").where(people.index < len(vigil))
    told = dict(cards.values())
    telling = [told.get(viewer, _told(rng)) for viewer in answer.fillna(-1)]
    facts = facts_of(people).astype({"sex": "str"})
    for fact in FACTS:
        silent = np.array([fact not in told for told in telling])
        for column in columns_of([fact]):
            facts[column] = facts[column].mask(silent)
    sentences = [_sentence(row, rng) for row in facts.to_dict("records")]
    order = rng.permutation(len(people))
    number = np.empty(len(people), dtype=np.int64)
    number[order] = np.arange(1, len(people) + 1)
    speakers = rng.choice(np.array(SPEAKERS), len(people))
    clues = pd.DataFrame({"clue_id": number, "speaker": speakers, "sentence": sentences}).astype({"speaker": "str"})
    clues = pd.concat([clues, facts], axis=1).assign(group=GROUP).sort_values("clue_id", ignore_index=True)
    truth = pd.DataFrame({"target": number, "answer": answer}).sort_values("target", ignore_index=True)
    return clues, truth


def _told(rng: np.random.Generator) -> tuple[str, ...]:
    return ("country", *(fact for fact, odds in ODDS.items() if rng.random() < odds))


def _sentence(facts: dict[Any, Any], rng: np.random.Generator) -> str:
    """One sentence that says exactly the given facts (missing ones are left unsaid)."""
    known = {name: value for name, value in facts.items() if not pd.isna(value)}
    sex = known.get("sex", "")
    country = ("the " if known.get("country") in WITH_ARTICLE else "") + known.get("country", "")
    where = f"{known['region']} in {country}" if "region" in known else country
    joined = known.get("joined_week")
    sentence = str(rng.choice(np.array(OPENINGS))).format(
        who=rng.choice(np.array(WHO[sex])),
        place=f" in {where}" if where else "",
        age=f", {_age_words(int(known['age_from']))}," if "age_from" in known else "",
        did=rng.choice(np.array(DID)),
        device=DEVICE_WORDS.get(known.get("device", ""), ""),
        joined=f", as a member since the week of {joined.day} {joined:%B %Y}" if joined is not None else "",
    )
    return sentence[0].upper() + sentence[1:]


def _age_words(age_from: int) -> str:
    if age_from < 20:
        return "still a teenager"
    decades = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    return f"somewhere in the {decades[age_from // 10 - 2]}"
