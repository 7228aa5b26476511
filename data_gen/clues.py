"""Clue cards: what a colleague or neighbour says in passing about somebody, and the facts in it.

Half of the remarks are about viewers who kept the vigil (watched the Christmas film on each of the days). The other
half put somebody wrongly among them: a viewer who missed a day or more, or a person who is not a viewer at all.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from data_gen.remarks import SPEAKERS, sentence
from data_gen.streams import Seed, stream

FACTS = ("country", "region", "device", "sex", "joined_week", "age")
FACT_COLUMNS = ("country", "region", "device", "sex", "joined_week", "age_from", "age_to")
GROUP = "watched the Christmas film on each of the days"
ODDS = {"region": 0.5, "device": 0.35, "sex": 0.85, "joined_week": 0.12, "age": 0.45}  # how often a remark gives a fact
CARDS = {  # the three cards, each with the facts it gives; later sets are tried when the first fits nobody alone
    "first": (("country", "region"), ("country", "region", "sex"), ("country", "region", "sex", "age")),
    "second": (("country", "device", "age"), ("country", "device", "sex", "age"), (*FACTS[:4], "age")),
    "third": (("country", "sex", "joined_week"), (*FACTS[:4], "joined_week"), FACTS),
}

Cards = dict[str, tuple[int, tuple[str, ...]]]
"""Name of the card -> (viewer_id, the facts it gives)."""


def facts_of(people: pd.DataFrame) -> pd.DataFrame:
    """What a remark could say of each person.

    Args:
        people: one row per person: country, region, device, sex, joined_on, age.

    Returns:
        Country, region, device, sex, joined_week (the Monday of the week of joining), age_from and age_to: ages are
        told by the decade ("in her thirties": 30 to 39), below twenty as 13 to 19.
    """
    joined = people["joined_on"].dt.normalize()
    decade = people["age"] // 10 * 10
    return people[["country", "region", "device", "sex"]].assign(
        joined_week=(joined - pd.to_timedelta(joined.dt.day_of_week, unit="D")).astype("datetime64[s]"),
        age_from=decade.clip(lower=13).astype("Int16"),
        age_to=(decade + 9).astype("Int16"),
    )


def columns_of(told: Iterable[str]) -> list[str]:
    """The columns that the named facts fill.

    Examples:
        >>> columns_of(["country", "age"])
        ['country', 'age_from', 'age_to']
    """
    return [column for fact in told for column in (("age_from", "age_to") if fact == "age" else (fact,))]


def choose_cards(vigil: pd.DataFrame, seed: Seed) -> Cards:
    """For each of three cards, a viewer who kept the vigil and facts that fit nobody else who did.

    Args:
        vigil: the viewers who kept the vigil.
        seed: of the world.

    Returns:
        Name of the card -> (viewer_id, facts told). Empty when there is no vigil.
    """
    rng = stream(seed, "cards")
    facts, cards = facts_of(vigil), Cards()
    for card, choices in CARDS.items():
        for told in (*choices, FACTS):
            alone = ~facts.duplicated(columns_of(told), keep=False)
            free = vigil["viewer_id"][alone & ~vigil["viewer_id"].isin([taken for taken, _ in cards.values()])]
            if len(free):
                cards[card] = (int(rng.choice(free.to_numpy())), tuple(told))
                break
    return cards


def make_clues(
    vigil: pd.DataFrame, others: pd.DataFrame, cards: Cards, seed: Seed
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One clue for each person given, in an order that tells nothing, and the truth about them.

    Args:
        vigil: viewers who kept the vigil.
        others: people who did not, whom a remark puts among them.
        cards: from choose_cards.
        seed: of the world.

    Returns:
        The clues: clue_id, card ("first", "second", "third" or ""), speaker, sentence, FACT_COLUMNS (missing where the
        sentence is silent), group (what the remark says the person did).
        The truth: target (clue_id), answer (viewer_id of one who kept the vigil, <NA> for the others).
    """
    rng = stream(seed, "clues")
    people = pd.concat([vigil, others], ignore_index=True)
    answer = people["viewer_id"].astype("Int64").where(people.index < len(vigil))
    card_of = {viewer: card for card, (viewer, _) in cards.items()}
    card = [card_of.get(viewer, "") for viewer in answer.fillna(-1)]
    facts = _silenced(facts_of(people), [cards[name][1] if name else _told(rng) for name in card])
    number = rng.permutation(len(people)) + 1
    clues = pd.DataFrame({"clue_id": number, "card": card, "speaker": rng.choice(np.array(SPEAKERS), len(people))})
    clues["sentence"] = [sentence(row, rng) for row in facts.to_dict("records")]
    clues = pd.concat([clues, facts], axis=1).assign(group=GROUP).sort_values("clue_id", ignore_index=True)
    truth = pd.DataFrame({"target": number, "answer": answer}).sort_values("target", ignore_index=True)
    return clues.astype(dict.fromkeys(("card", "speaker", "sentence", "group"), "str")), truth


def _silenced(facts: pd.DataFrame, telling: list[tuple[str, ...]]) -> pd.DataFrame:
    """The facts, missing where they are not told."""
    for fact in FACTS:
        silent = np.array([fact not in told for told in telling], dtype=bool)
        for column in columns_of([fact]):
            facts[column] = facts[column].mask(silent)
    return facts


def _told(rng: np.random.Generator) -> tuple[str, ...]:
    return ("country", *(fact for fact, odds in ODDS.items() if rng.random() < odds))
