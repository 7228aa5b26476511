"""How many people of a block are met by a list: one that fits its tables, and one of strangers who never lived there.

Whoever draws people by lot meets some of the true ones by chance (so Ruggles & Van Riper 2021 on the census of 2010). A
figure about a rebuilt block says nothing without that one beside it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from lessons.reconstruction.attack import Lists
from lessons.reconstruction.release import ADULT, COLUMNS

NEAR: Final = 2
"""Years by which an age may be off and still be called near."""

Person = tuple[str, str, int]
"""Sex, plan, age."""

MEASURES: Final = ("exact", "age", "near")


def met(guessed: Sequence[Person], true: Sequence[Person]) -> dict[str, int]:
    """Count the true people who are met by a list, each person of the list meeting one at most.

    Returns:
        ``exact``: same sex, plan and age; ``age``: same sex and age; ``near``: same sex, age at most two years off.

    Examples:
        >>> met([("f", "basic", 30), ("m", "basic", 41)], [("f", "basic", 30), ("m", "basic", 40)])
        {'exact': 1, 'age': 1, 'near': 2}
    """
    sex_and_age = [Counter((sex, age) for sex, _, age in people) for people in (guessed, true)]
    return {
        "exact": (Counter(guessed) & Counter(true)).total(),
        "age": (sex_and_age[0] & sex_and_age[1]).total(),
        "near": sum(pairs_within(*(_ages(people, sex) for people in (guessed, true))) for sex in {p[0] for p in true}),
    }


def pairs_within(one: list[int], other: list[int]) -> int:
    """Count the most pairs of ages, one from each sorted list, that are at most ``NEAR`` years apart.

    Examples:
        >>> pairs_within([30, 40, 50], [32, 41, 90])
        2
    """
    place = pairs = 0
    for age in one:
        while place < len(other) and other[place] < age - NEAR:
            place += 1
        if place < len(other) and other[place] <= age + NEAR:
            place, pairs = place + 1, pairs + 1
    return pairs


def _ages(people: Sequence[Person], sex: str) -> list[int]:
    """The ages of one sex, sorted."""
    return sorted(person[2] for person in people if person[0] == sex)


def persons(people: pd.DataFrame) -> list[Person]:
    """The people of a frame."""
    return list(people[COLUMNS].itertuples(index=False, name=None))


def beside_chance(
    found: Mapping[str, Lists],
    blocks: Mapping[str, pd.DataFrame],
    viewers: pd.DataFrame,
    plans: Sequence[str],
    *,
    draws: int = 20,
    seed: int = 53,
) -> pd.DataFrame:
    """Draw a list for each block, once of those that fit, once strangers with the same sexes; again and again.

    Args:
        found: block -> all lists that fit.
        blocks: block -> its people.
        viewers: everybody; strangers are adults of them who do not live in the block.
        plans: the labels of plans, in order.
        draws: lists of each kind for each block.
        seed: of the lot.

    Returns:
        Two rows, ``by``: "tables" and "chance"; ``people`` (of all blocks), and how many of them are met, on average:
        see `met`.
    """
    rng, totals = np.random.default_rng(seed), {by: dict.fromkeys(MEASURES, 0) for by in ("tables", "chance")}
    for name, block in blocks.items():
        pools, true = strangers(block, viewers), persons(block)
        for _ in range(draws):
            drawn = {"tables": one_of(found[name], plans, rng), "chance": some_strangers(pools, block["sex"], rng)}
            for by, people in drawn.items():
                for measure, number in met(people, true).items():
                    totals[by][measure] += number
    everybody = sum(map(len, blocks.values()))
    rows = [{"by": by, "people": everybody} | {m: n / draws for m, n in told.items()} for by, told in totals.items()]
    return pd.DataFrame(rows)


def strangers(block: pd.DataFrame, viewers: pd.DataFrame) -> dict[str, list[Person]]:
    """List all adults of each sex who do not live in a block."""
    others = viewers[(viewers["age"] >= ADULT) & ~viewers["viewer_id"].isin(block["viewer_id"])]
    return {str(sex): persons(people) for sex, people in others.groupby("sex")}


def one_of(lists: Lists, plans: Sequence[str], rng: np.random.Generator) -> list[Person]:
    """Draw one of the lists that fit."""
    row = int(rng.integers(len(lists)))
    held = [plans[plan] for plan in lists.plans[row]]
    return list(zip(lists.sexes, held, lists.ages[row].tolist(), strict=True))


def some_strangers(pools: Mapping[str, list[Person]], sexes: Iterable[str], rng: np.random.Generator) -> list[Person]:
    """Draw a stranger of each sex that is asked for, as often as it is."""
    return [pools[sex][int(rng.integers(len(pools[sex])))] for sex in sexes]


def seats_by_chance(
    blocks: Mapping[str, pd.DataFrame], viewers: pd.DataFrame, *, draws: int = 20, seed: int = 53
) -> float:
    """Return how often strangers, put on the seats of a block, have the age and the plan of who really sits there."""
    rng, right = np.random.default_rng(seed), 0
    for block in blocks.values():
        pools, true = strangers(block, viewers), by_seat(persons(block))
        for _ in range(draws):
            drawn = by_seat(some_strangers(pools, block["sex"], rng))
            right += sum(one == other for one, other in zip(drawn, true, strict=True))
    return right / (draws * sum(map(len, blocks.values())))


def by_seat(people: Sequence[Person]) -> list[Person]:
    """People in the order of seats: by sex, then by age, then by plan."""
    return sorted(people, key=lambda person: (person[0], person[2], person[1]))
