"""Points: a few things known of somebody find her record in a log without names.

She has the log, with a number in place of each name, and a few things that somebody watched.
She wants to know which record is that person's.
She does what anybody would: keeps the records that hold all she knows. If a single one is left, she says "that is her".

She takes what she knows for true, and the person for one of those in the log. If one thing is wrong, or he is not in
the log at all, a single record may be left all the same, and a stranger stands accused.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from disclosure.frames import guesses, one_in, require
from lessons.unicity.inverted_index import inverted_index


def exact_match(log: pd.DataFrame, known: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """Look for each person of whom something is known.

    Args:
        log: what is published: ``viewer_id`` (a pseudonym) and the columns of ``by``.
        known: one row for each thing known: ``target`` (of whom) and the columns of ``by``.
        by: what is known of a thing, such as ``["title_id", "day"]``.

    Returns:
        Guesses, one row per target, in the order of ``known``: ``target``, ``claim`` (a ``viewer_id``, missing unless
        declared), ``confidence`` (one divided by the records that fit, 0 where none does), ``declared`` (exactly one
        fits), ``crowd`` (how many fit).

    Raises:
        ValueError: a column is not there, or something known is missing.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3], "title_id": [7, 8, 7, 9, 9]})
        >>> known = pd.DataFrame({"target": ["a", "a", "b", "c"], "title_id": [7, 8, 9, 5]})
        >>> exact_match(log, known, by=["title_id"])
          target  claim  confidence  declared  crowd
        0      a      1         1.0      True      1
        1      b   <NA>         0.5     False      2
        2      c   <NA>         0.0     False      0
    """
    _refuse_unknown(known, by)
    index = inverted_index(log, by=by)
    target, targets = pd.factorize(known["target"])
    points = pd.Series(index.numbers(known)).groupby(target).agg(list)
    fitting = [index.viewers[index.holding_all(known_points)] for known_points in points]
    crowd = np.array([len(records) for records in fitting], dtype=np.int64)
    only = [records[0] if len(records) == 1 else None for records in fitting]
    return guesses(targets, only, one_in(crowd), crowd == 1, crowd=crowd)


def _refuse_unknown(known: pd.DataFrame, by: Sequence[str]) -> None:
    """Say in a sentence why nobody can be looked for by this."""
    require(known, ["target", *by], "known")
    unsaid = known[["target", *by]].isna().any(axis="columns")
    if unsaid.any():
        row = known.index[unsaid][0]
        raise ValueError(f"row {row!r} of known leaves something open: leave it out, or look by fewer columns.")
