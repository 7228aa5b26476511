"""Intersection: two releases about the same people, each k-anonymous, and what is left when they are laid side by side.

Ada has two extracts that two partners of the service were given, each generalised by itself.
She wants to know which row is that of a neighbour, who stands in both of them.
She does what Ganta, Kasiviswanathan and Smith did (KDD 2008): in each extract she finds the class of the neighbour,
whose row says the same facts in both. So of the first class only the rows remain whose facts also occur in the second.

k promises the neighbour a crowd of k in each extract. It promises nothing about both.
"""

from collections.abc import Sequence

import pandas as pd

from disclosure.frames import guesses, one_in, require
from disclosure.records.columns import FACT, QUASI_IDENTIFIERS
from lessons.quasi_identifiers.attack import how_many, in_classes
from lessons.quasi_identifiers.release import OTHER_FACTS


def intersect(
    first: pd.DataFrame,
    second: pd.DataFrame,
    register: pd.DataFrame,
    *,
    by: Sequence[str] = QUASI_IDENTIFIERS,
    facts: Sequence[str] = (*OTHER_FACTS, FACT),
) -> pd.DataFrame:
    """Find what two extracts together leave of the crowds of some people who are taken to be in both.

    Args:
        first: one extract, one row per person: ``row_id``, the columns ``by`` and ``facts``.
        second: the other one; it needs no ``row_id``.
        register: the people: ``register_id`` and the columns ``by``, written as in an extract.
        by: the quasi-identifiers, generalised in each extract as its makers liked.
        facts: the columns that say the same about a person in both extracts.

    Returns:
        Guesses, one row per person: ``target`` (register_id), ``claim`` (row_id in the first extract, missing unless
        declared), ``confidence`` (one divided by the crowd, 0 where nobody is left), ``declared`` (one row is left);
        ``first_crowd``, ``second_crowd`` (the class in each), ``crowd`` (the rows of the first that are left).

    Examples:
        >>> first = pd.DataFrame({"row_id": [1, 2], "born": ["1961 to 1962"] * 2, "ill": ["yes", "no"]})
        >>> second = pd.DataFrame({"born": ["1960 to 1961"] * 2, "ill": ["yes", "perhaps"]})
        >>> register = pd.DataFrame({"register_id": [7], "born": ["1961-03-04"]})
        >>> found = intersect(first, second, register, by=["born"], facts=["ill"])
        >>> found[["claim", "first_crowd", "second_crowd", "crowd"]].to_numpy().tolist()
        [[1, 2, 2, 1]]
    """
    require(first, ["row_id", *facts], "the first extract")
    require(second, facts, "the second extract")
    rows, people = in_classes(first, register, by)
    others, also_there = in_classes(second, register, by)
    facts = list(facts)
    of_people = pd.DataFrame({"person": people.index, "first": people["class"], "second": also_there["class"]})
    of_rows = rows[["row_id", *facts]].assign(first=rows["class"])
    of_others = others[facts].assign(second=others["class"]).drop_duplicates()
    left = of_people.dropna().merge(of_rows, on="first").merge(of_others, on=["second", *facts])
    crowd = how_many(left["person"], pd.Series(people.index))
    return guesses(
        target=people["register_id"],
        claim=of_people["person"].map(left.drop_duplicates("person").set_index("person")["row_id"]),
        confidence=one_in(crowd),
        declared=crowd == 1,
        first_crowd=how_many(rows["class"], people["class"]),
        second_crowd=how_many(others["class"], also_there["class"]),
        crowd=crowd,
    )
