"""The people whom the notebook follows: chosen by a rule, in any world, with the key that only the service has."""

from typing import Final

import pandas as pd

from disclosure.records.columns import FACT, QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import class_of, class_sizes, classes_of
from disclosure.records.generalisation import Generalise
from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.attack import guess_fact, how_many, in_classes, link
from lessons.quasi_identifiers.release import OTHER_FACTS

BORN_BEFORE: Final = "1999"
"""Whoever the notebook points at is an adult in the year of the log, 2017."""


def late_sleeper(extract: pd.DataFrame, register: pd.DataFrame, truth: pd.DataFrame) -> pd.Series:
    """Choose a woman in both tables who is often awake at night, and whom one row of the extract fits.

    Args:
        extract: as collected: ``row_id``, the quasi-identifiers, ``late_nights``.
        register: ``register_id``, ``name`` and the quasi-identifiers, written as in the extract.
        truth: ``target`` (register_id), ``answer`` (row_id, missing for somebody who is not in the extract).

    Returns:
        The entry of this woman in the register, as the attacker sees it.
    """
    alone = extract.loc[class_sizes(extract) == 1, ["row_id", *QUASI_IDENTIFIERS, FACT]]
    entries = _adults(register[register["sex"].eq("female")])
    who = truth.dropna().rename(columns={"target": "register_id", "answer": "row_id"})
    found = entries.merge(who).merge(alone).sort_values(FACT, kind="stable")
    return found.iloc[-1][["name", *QUASI_IDENTIFIERS]].rename(strings.IN_REGISTER)


def wrongly_accused(
    way: Generalise, extract: pd.DataFrame, register: pd.DataFrame, truth: pd.DataFrame
) -> pd.DataFrame:
    """Show an entry and a row that fit each other and nobody else, and are two people.

    Args:
        way: how coarse the extract is published.
        extract, register, truth: as for `late_sleeper`.

    Returns:
        Two rows, both with fine values: the entry of whoever is accused, and the row of somebody else.
    """
    guesses = link(way(extract), register).query("declared").merge(truth)
    adults = guesses[guesses["target"].isin(_adults(register)["register_id"])]
    wrong = adults[~adults["claim"].eq(adults["answer"]).fillna(False)].iloc[0]
    entry = register[register["register_id"].eq(wrong["target"])].assign(seen=strings.IN_REGISTER)
    row = extract[extract["row_id"].eq(wrong["claim"])].assign(seen=strings.IN_EXTRACT)
    both = pd.concat([entry, row]).set_index("seen")[["name", *QUASI_IDENTIFIERS, FACT]]
    return both.astype(object).fillna("").rename_axis(None)


def one_secret(boxes: pd.DataFrame, members: pd.DataFrame) -> tuple[pd.Series, pd.DataFrame]:
    """Choose somebody whose whole class says the same; rather a fact that few share.

    Args:
        boxes: an extract with classes of several rows: the quasi-identifiers, ``plan``, ``favourite_genre``, the fact.
        members: entries of the register who are in it.

    Returns:
        The entry, and the rows of the class.
    """
    certain = guess_fact(boxes, members, sure=1).query("declared")
    certain = certain[certain["target"].isin(_adults(members)["register_id"])]
    usual = boxes[FACT].astype("str").mode()[0]
    told = certain.sort_values("claim", key=lambda claims: claims.eq(usual), kind="stable").iloc[0]
    entry = members[members["register_id"].eq(told["target"])]
    numbers, classes = classes_of(boxes, QUASI_IDENTIFIERS)
    rows = boxes[numbers == class_of(entry, classes)[0]]
    return entry.iloc[0][["name", *QUASI_IDENTIFIERS]].rename(strings.IN_REGISTER), rows.drop(columns="row_id")


def one_neighbour(first: pd.DataFrame, second: pd.DataFrame, twice: pd.DataFrame) -> pd.DataFrame:
    """Lay two extracts side by side for somebody of whose class just one row is left.

    Args:
        first, second: two extracts, each with classes of several rows.
        twice: entries of the register who are in both; at least one of them keeps a crowd of one.

    Returns:
        The rows of the class in the first extract: what they say, and whether the class in the second says it too.
    """
    facts = [*OTHER_FACTS, FACT]
    (rows, people), (others, also) = (in_classes(extract, twice, QUASI_IDENTIFIERS) for extract in (first, second))
    pairs = pd.MultiIndex.from_frame(others[["class", *facts]].astype(object))
    for here, there in zip(people["class"], also["class"], strict=True):
        crowd = rows.loc[rows["class"].eq(here), facts].astype(object)
        in_pairs = pd.MultiIndex.from_frame(crowd.assign(**{"class": there})[["class", *facts]]).isin(pairs)
        if in_pairs.sum() == 1:
            return crowd.assign(
                **{strings.ALSO_THERE: pd.Series(in_pairs, crowd.index).map({True: "yes", False: "no"})}
            )
    raise ValueError("nobody of these keeps a crowd of one: choose another pair of extracts.")


def known_to_be_in(register: pd.DataFrame, *truths: pd.DataFrame) -> pd.DataFrame:
    """Choose the entries of a register who are in all of some extracts.

    Args:
        register: ``register_id`` and whatever else it says.
        truths: of each extract ``target`` (register_id), ``answer`` (row_id, missing for somebody who is not in it).

    Examples:
        >>> register = pd.DataFrame({"register_id": [1, 2]})
        >>> truth = pd.DataFrame({"target": [1, 2], "answer": pd.array([5, None], dtype="Int64")})
        >>> known_to_be_in(register, truth)["register_id"].tolist()
        [1]
    """
    times = how_many(pd.concat(truth.dropna()["target"] for truth in truths), register["register_id"])
    return register[times.eq(len(truths))]


def _adults(people: pd.DataFrame) -> pd.DataFrame:
    return people[people["birth_date"] < BORN_BEFORE]
