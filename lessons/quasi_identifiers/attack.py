"""Linking by quasi-identifiers: a register with names, laid beside an extract without them.

She has an extract in which everybody has a row and nobody a name, and a public register with names.
She wants to know which row belongs to whom, and what it says about her.
She does what a join does: she lays the two beside each other by birth date, sex and postcode. Where one entry of the
register and one row of the extract fit each other, and no other, she says "that is her".

The register misses people, and it lists people who were never in the extract. So an entry and a row can be alone with
each other and still be two people: then a stranger stands accused.
"""

from collections.abc import Sequence
from math import inf

import numpy as np
import pandas as pd

from disclosure.records.columns import FACT, QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import class_of, classes_of


def link(
    extract: pd.DataFrame,
    register: pd.DataFrame,
    *,
    by: Sequence[str] = QUASI_IDENTIFIERS,
    knows_members: bool = False,
    at_most: float = 1,
    seed: int = 53,
) -> pd.DataFrame:
    """Try to find the row of everybody in a register.

    She is alone in the extract where one row fits, and alone in the register where one entry does. An attacker who
    does not know whether her targets are in the extract ("journalist" in the literature) waits for both; one who does
    ("prosecutor") needs the first only.

    Args:
        extract: one row per person: ``row_id`` and the columns ``by``, as they were collected or coarser.
        register: one row per person: ``register_id`` and the columns ``by``, written as in an extract.
        by: the quasi-identifiers that are compared.
        knows_members: whether she knows that every target is in the extract.
        at_most: she declares where so many rows (and entries) fit, or fewer, and guesses among them. 1 is cautious;
            infinity guesses whenever any row fits.
        seed: of her guesses.

    Returns:
        Guesses, one row per entry: ``target`` (register_id), ``claim`` (row_id, missing unless declared),
        ``confidence`` (one divided by the number of rows that fit: what she believes, not what is true), ``declared``,
        and how many ``rows_fit`` and ``entries_fit``, herself included.

    Raises:
        ValueError: ``at_most`` is below 1, or a table lacks a column.

    Examples:
        >>> extract = pd.DataFrame({"row_id": [1, 2, 3], "born": ["1961", "1961", "1970"]})
        >>> register = pd.DataFrame({"register_id": [7, 8], "born": ["1961-03-04", "1970-05-06"]})
        >>> link(extract, register, by=["born"])
           target  claim  confidence  declared  rows_fit  entries_fit
        0       7   <NA>         0.5     False         2            1
        1       8      3         1.0      True         1            1
    """
    if at_most < 1:
        raise ValueError(f"at_most is {at_most}: she needs 1 row that fits, or more, to declare anything.")
    its_class, classes = classes_of(extract, by)
    hers = class_of(register, classes)
    rows_fit, entries_fit = counted(its_class, hers), counted(hers, hers)
    declared = (rows_fit > 0) & (rows_fit <= at_most) & (knows_members | (entries_fit <= at_most))
    claim = pd.array(_one_of_each(extract["row_id"].to_numpy(), its_class, hers, seed), dtype="Int64")
    return pd.DataFrame(
        {
            "target": register["register_id"].to_numpy(),
            "claim": pd.Series(claim).where(declared),
            "confidence": np.where(rows_fit > 0, 1 / np.maximum(rows_fit, 1), 0.0),
            "declared": declared,
            "rows_fit": rows_fit,
            "entries_fit": entries_fit,
        }
    )


def guess_among_matches(extract: pd.DataFrame, register: pd.DataFrame, **how: object) -> pd.DataFrame:
    """Link like `link`, but name one of the rows whenever any row fits."""
    return link(extract, register, at_most=inf, **how)  # type: ignore[arg-type]


def guess_fact(
    extract: pd.DataFrame,
    register: pd.DataFrame,
    *,
    fact: str = FACT,
    by: Sequence[str] = QUASI_IDENTIFIERS,
    sure: float = 0.0,
) -> pd.DataFrame:
    """Guess a fact about everybody in a register without finding her row: what most of the rows that fit say.

    Args:
        extract: one row per person: the columns ``by`` and ``fact``.
        register: one row per person: ``register_id`` and the columns ``by``.
        fact: the column that she wants to know.
        by: the quasi-identifiers that are compared.
        sure: she declares where at least this share of the rows that fit agree; 1: where they all do.

    Returns:
        Guesses, one row per entry: ``target`` (register_id), ``claim`` (text, missing unless declared; of equals, the
        first in order), ``confidence`` (the share of the rows that fit that say so), ``declared``.

    Examples:
        >>> extract = pd.DataFrame({"born": ["1961", "1961", "1961", "1970"], "ill": ["yes", "yes", "no", "no"]})
        >>> register = pd.DataFrame({"register_id": [7, 8], "born": ["1961-03-04", "1971-05-06"]})
        >>> guess_fact(extract, register, fact="ill", by=["born"])[["claim", "declared"]].values.tolist()
        [['yes', True], [nan, False]]
    """
    its_class, classes = classes_of(extract, by)
    hers = class_of(register, classes)
    codes, words = pd.factorize(extract[fact], sort=True, use_na_sentinel=False)
    width = max(1, len(words))
    said = np.bincount(its_class * width + codes, minlength=len(classes) * width).reshape(len(classes), width)
    most, rows = said.argmax(axis=1), np.maximum(said.sum(axis=1), 1)
    share = np.append(said.max(axis=1) / rows, 0.0)[hers]
    declared = (hers >= 0) & (share >= sure)
    claim = pd.Series([*words, ""]).take(np.append(most, 0)[hers]).reset_index(drop=True).astype("str").where(declared)
    columns = {"claim": claim, "confidence": share, "declared": declared}
    return pd.DataFrame({"target": register["register_id"].to_numpy(), **columns})


def counted(members: np.ndarray, classes: np.ndarray) -> np.ndarray:
    """Count, for each class number given, how many members have it; 0 for class -1.

    Examples:
        >>> counted(np.array([0, 0, 2, -1]), np.array([0, 2, 1, -1])).tolist()
        [2, 1, 0, 0]
    """
    highest = max(members.max(initial=-1), classes.max(initial=-1))
    sizes = np.bincount(members[members >= 0], minlength=highest + 1)
    return np.append(sizes, 0)[classes]


def _one_of_each(row_ids: np.ndarray, its_class: np.ndarray, hers: np.ndarray, seed: int) -> np.ndarray:
    """For each class asked for, one of its rows at random; any row where the class is -1."""
    if not len(row_ids):
        return np.zeros(len(hers), dtype=np.int64)
    by_class, sizes = np.argsort(its_class, kind="stable"), np.bincount(its_class)
    start = np.cumsum(sizes) - sizes
    pick = np.random.default_rng(seed).integers(0, np.maximum(1, counted(its_class, hers)))
    return row_ids[by_class[np.append(start, 0)[hers] + pick]]
