"""Intersection: two releases about the same people, each k-anonymous, and what is left when they are laid side by side.

She has two extracts that two partners of the service were given, each generalised by itself.
She wants to know which row is her neighbour's, who stands in both of them.
She does what Ganta, Kasiviswanathan and Smith did (KDD 2008): in each extract she finds the class of the neighbour. Her
row says the same facts in both. So of the first class only the rows remain whose facts also occur in the second.

k promises her a crowd of k in each extract. It promises nothing about both.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from disclosure.records.columns import FACT, QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import class_of, classes_of
from lessons.quasi_identifiers.attack import counted
from lessons.quasi_identifiers.release import OTHER_FACTS


def intersect(
    first: pd.DataFrame,
    second: pd.DataFrame,
    register: pd.DataFrame,
    *,
    by: Sequence[str] = QUASI_IDENTIFIERS,
    facts: Sequence[str] = (*OTHER_FACTS, FACT),
) -> pd.DataFrame:
    """Find what two extracts together leave of the crowds of some people whom she takes to be in both.

    Args:
        first: one extract, one row per person: ``row_id``, the columns ``by`` and ``facts``.
        second: the other one; it needs no ``row_id``.
        register: the people: ``register_id`` and the columns ``by``, written as in an extract.
        by: the quasi-identifiers, generalised in each extract as its makers liked.
        facts: the columns that say the same about a person in both extracts.

    Returns:
        Guesses, one row per person: ``target`` (register_id), ``claim`` (row_id in the first extract, missing unless
        declared), ``confidence`` (one divided by the crowd, 0 where nobody is left), ``declared`` (one row is left);
        ``first_crowd``, ``second_crowd`` (her class in each), ``crowd`` (the rows of the first that are left).

    Examples:
        >>> first = pd.DataFrame({"row_id": [1, 2], "born": ["1961 to 1962"] * 2, "ill": ["yes", "no"]})
        >>> second = pd.DataFrame({"born": ["1960 to 1961"] * 2, "ill": ["yes", "perhaps"]})
        >>> register = pd.DataFrame({"register_id": [7], "born": ["1961-03-04"]})
        >>> found = intersect(first, second, register, by=["born"], facts=["ill"])
        >>> found[["claim", "first_crowd", "second_crowd", "crowd"]].to_numpy().tolist()
        [[1, 2, 2, 1]]
    """
    (here, these), (there, those) = (classes_of(extract, by) for extract in (first, second))
    hers, hers_too = class_of(register, these), class_of(register, those)
    said = _numbered(pd.concat([first[list(facts)], second[list(facts)]]))
    in_both = _pairs_that_meet(hers, hers_too, here, there, said[: len(first)], said[len(first) :])
    fitting = in_both.groupby("person")["row"].agg(["size", "first"]).reindex(range(len(register)))
    crowd = fitting["size"].fillna(0).astype("int64").to_numpy()
    row = first["row_id"].to_numpy()[fitting["first"].fillna(0).astype("int64")] if len(first) else 0
    return pd.DataFrame(
        {
            "target": register["register_id"].to_numpy(),
            "claim": pd.Series(row, index=range(len(register)), dtype="Int64").where(crowd == 1),
            "confidence": np.where(crowd > 0, 1 / np.maximum(crowd, 1), 0.0),
            "declared": crowd == 1,
            "first_crowd": counted(here, hers),
            "second_crowd": counted(there, hers_too),
            "crowd": crowd,
        }
    )


def _numbered(facts: pd.DataFrame) -> np.ndarray:
    """One number for each combination of facts."""
    return classes_of(facts.astype("string"), list(facts.columns))[0]


def _pairs_that_meet(
    hers: np.ndarray, hers_too: np.ndarray, here: np.ndarray, there: np.ndarray, said: np.ndarray, said_too: np.ndarray
) -> pd.DataFrame:
    """Person and row of the first extract: of her class there, and saying what some row of her other class says."""
    people = pd.DataFrame({"person": np.arange(len(hers)), "here": hers, "there": hers_too})
    rows = pd.DataFrame({"row": np.arange(len(here)), "here": here, "said": said})
    others = pd.DataFrame({"there": there, "said": said_too}).drop_duplicates()
    return people.merge(rows, on="here").merge(others, on=["there", "said"]).sort_values(["person", "row"])
