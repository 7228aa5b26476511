"""From lists of people to guesses about each seat, and to what is the same in all lists."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from disclosure.frames import guesses
from lessons.reconstruction import strings
from lessons.reconstruction.attack import Lists


def seat_names(sexes: tuple[str, ...]) -> list[str]:
    """Name the seats of a block: the youngest woman is ``female 1``.

    Examples:
        >>> seat_names(("female", "female", "male"))
        ['female 1', 'female 2', 'male 1']
    """
    return [f"{sex} {sexes[: place + 1].count(sex)}" for place, sex in enumerate(sexes)]


def seated(people: pd.DataFrame, labels: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """Give the true people of a block their seats: by sex, then by age, then by plan.

    Args:
        people: one row per person, with ``sex``, ``plan`` and ``age``.
        labels: all sexes and plans, in order.

    Returns:
        The same rows in the order of seats, with ``target`` (name of the seat) and ``answer`` (age and plan, in words).
    """
    place = people["plan"].astype(str).map(labels["plan"].index)
    seats = people.assign(place=place).sort_values(["sex", "age", "place"], ignore_index=True).drop(columns="place")
    pairs = zip(seats["age"], seats["plan"], strict=True)
    answer = [strings.PERSON.format(age=age, plan=plan) for age, plan in pairs]
    return seats.assign(target=seat_names(tuple(seats["sex"])), answer=answer)


def guesses_by_seat(found: Lists, labels: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """Claim of each seat what stands there in most of the lists; declare it where all lists say the same.

    Args:
        found: all lists that fit; at least one.
        labels: all sexes and plans, in order.

    Returns:
        Guesses: one row per seat; ``confidence`` is the share of lists that say so. With them, ``sex``, ``age`` and
        ``plan`` of what most lists say.
    """
    both = found.ages.astype(np.int64) * len(labels["plan"]) + found.plans
    most = [np.unique(column, return_counts=True) for column in both.T]
    chosen = [(values[times.argmax()], times.max() / len(found)) for values, times in most]
    ages, plans = zip(*(divmod(int(value), len(labels["plan"])) for value, _ in chosen), strict=True)
    names = [labels["plan"][plan] for plan in plans]
    claims = [strings.PERSON.format(age=age, plan=name) for age, name in zip(ages, names, strict=True)]
    shares = np.array([share for _, share in chosen])
    seats = seat_names(found.sexes)
    return guesses(seats, claims, shares, shares == 1, sex=list(found.sexes), age=list(ages), plan=names)


def the_same_in_all(found: Lists, labels: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """List the people who are the same in every list that fits: ``seat``, ``sex``, ``age``, ``plan``."""
    sure = guesses_by_seat(found, labels).query("declared")
    return sure[["target", "sex", "age", "plan"]].rename(columns={"target": "seat"}).reset_index(drop=True)


def stands_alone(found: Lists, seat: int) -> bool:
    """Whether in every list, nobody else has the sex and the age of this seat: then these two lead to one person."""
    same_sex = np.array([sex == found.sexes[seat] for sex in found.sexes])
    return bool(((found.ages == found.ages[:, [seat]]) & same_sex).sum(axis=1).max() == 1)
