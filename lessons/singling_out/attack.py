"""Singling out: one sentence about Bea finds Bea's row.

Ada has the rows behind a published count, without names, and a remark that somebody made in passing.
She wants to know which of the rows belongs to the person whom the remark is about: Bea.
She does what anybody would: keeps the rows that fit the remark. If a single one is left, she claims it.

She takes the remark at its word. If Bea is not among the counted ones at all, a row may fit nevertheless, and then
somebody else stands accused.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from disclosure.frames import guesses, one_in
from disclosure.records.equivalence_classes import class_sizes

EXACT_FACTS: Final = ("country", "region", "device", "sex", "joined_week")
"""Facts that a remark states as they stand in the rows. An age is stated as a range."""


def single_out(rows: pd.DataFrame, clues: pd.DataFrame) -> pd.DataFrame:
    """Try to find each person whom a remark is about.

    Args:
        rows: one row per counted person: ``viewer_id`` and facts (see ``lessons.singling_out.release``).
        clues: one row per remark: ``clue_id``, the facts it states (missing where it is silent), ``age_from`` and
            ``age_to`` (years, inclusive).

    Returns:
        Guesses, one row per clue: ``target`` (the clue), ``claim`` (a ``viewer_id``, missing unless declared),
        ``confidence`` (one divided by the number of rows that fit, 0 where none does), ``declared`` (exactly one fits).

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 2, 3], "country": ["Chile", "Chile", "Norway"],
        ...                      "device": ["TV", "phone", "TV"]})
        >>> clues = pd.DataFrame({"clue_id": ["a", "b"], "country": ["Chile", "Norway"], "device": [None, "TV"]})
        >>> single_out(rows, clues)
          target  claim  confidence  declared
        0      a   <NA>         0.5     False
        1      b      3         1.0      True
    """
    crowds = [rows.loc[fits(rows, clue), "viewer_id"].to_list() for _, clue in clues.iterrows()]
    sizes = pd.Series([len(crowd) for crowd in crowds], dtype="int64")
    only = pd.array([crowd[0] if len(crowd) == 1 else None for crowd in crowds], dtype="Int64")
    return guesses(clues["clue_id"].to_list(), only, one_in(sizes), sizes == 1)


def fits(rows: pd.DataFrame, clue: pd.Series) -> pd.Series:
    """Say of each row whether the remark could be about it; where the remark is silent, every row fits.

    Args:
        rows: one row per person.
        clue: the facts of one remark.

    Examples:
        >>> rows = pd.DataFrame({"country": ["Chile", "Chile"], "age": [29, 47]})
        >>> fits(rows, pd.Series({"country": "Chile", "age_from": 40, "age_to": 49})).tolist()
        [False, True]
    """
    fitting = pd.Series(True, index=rows.index)
    for fact in EXACT_FACTS:
        if fact in rows and pd.notna(clue.get(fact)):
            fitting &= rows[fact] == clue[fact]
    if "age" in rows and pd.notna(clue.get("age_from")):
        fitting &= rows["age"].between(clue["age_from"], clue["age_to"])
    return fitting


def crowds_by_knowledge(rows: pd.DataFrame, onlookers: dict[str, Sequence[str]]) -> pd.DataFrame:
    """Lay the crowds of several onlookers side by side, each of whom knows other facts.

    Args:
        rows: one row per person, with ``viewer_id``.
        onlookers: who is looking -> the facts that are known to her.

    Returns:
        Tidy: one row per onlooker and person: ``onlooker``, ``viewer_id``, ``crowd``.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 2], "country": ["Chile", "Norway"]})
        >>> crowds_by_knowledge(rows, {"a reader": [], "a neighbour": ["country"]})["crowd"].tolist()
        [2, 2, 1, 1]
    """
    parts = []
    for onlooker, facts in onlookers.items():
        crowd = class_sizes(rows, facts)
        named = rows[["viewer_id"]].assign(onlooker=onlooker, crowd=crowd)
        parts.append(named[["onlooker", "viewer_id", "crowd"]])
    return pd.concat(parts, ignore_index=True)
